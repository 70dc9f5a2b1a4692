package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.language.PlainParagraphs;

/**
 * The paragraphs of a plain mail: lines that its program wrapped are joined (RFC 3676, {@code
 * format=flowed}), others as in plain text. Lines behind {@code >} are quoted from another mail.
 */
final class MailText {

  private static final String SIGNATURE = "-- ";

  /** Programs wrap lines at 72 to 78 characters (RFC 5322, 2.1.1). */
  private static final int WIDEST_WRAP = 80;

  private static final int NARROWEST_WRAP = 55;

  /** The share of lines that may be longer than a wrapped one: addresses, for instance. */
  private static final double MOST_LONGER = 0.1;

  /**
   * @param isOfMail whether it is a quotation of another mail or the signature
   */
  record MailParagraph(boolean isOfMail, String text) {}

  /** Lines of one author that follow each other. */
  private record Run(int depth, boolean isSignature, StringBuilder lines) {

    boolean isOfMail() {
      return depth > 0 || isSignature;
    }
  }

  private MailText() {}

  /**
   * @param text with {@code \n} line ends
   * @param deletesSpace whether the space at the end of a flowed line is no part of the words
   */
  static List<MailParagraph> of(String text, boolean isFlowed, boolean deletesSpace) {
    List<Run> runs = runs(text, isFlowed, deletesSpace);
    int width = isFlowed ? 0 : width(text);
    boolean isForwarded =
        runs.stream().allMatch(run -> run.isOfMail() || run.lines().toString().isBlank());
    List<MailParagraph> paragraphs = new ArrayList<>();
    for (Run run : runs) {
      String lines = unwrapped(run.lines().toString(), width);
      boolean isOfMail = run.isSignature() || (run.depth() > 0 && !isForwarded);
      PlainParagraphs.of(lines)
          .forEach(
              p ->
                  paragraphs.add(new MailParagraph(isOfMail, lines.substring(p.start(), p.end()))));
    }
    return paragraphs;
  }

  /** The width at which the lines were wrapped, in characters; 0 if they were not. */
  private static int width(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<String> wrapped = lines.stream().filter(line -> line.length() <= WIDEST_WRAP).toList();
    int longest = wrapped.stream().mapToInt(String::length).max().orElse(0);
    boolean isWrapped = lines.size() - wrapped.size() <= MOST_LONGER * lines.size();
    return isWrapped && longest >= NARROWEST_WRAP ? longest : 0;
  }

  /** Joins each line with the next if the first word of that did not fit on it. */
  private static String unwrapped(String text, int width) {
    StringBuilder joined = new StringBuilder(text);
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0 && width > 0; end = text.indexOf('\n', from)) {
      int word = end + 1;
      while (word < text.length() && !Character.isWhitespace(text.charAt(word))) {
        word++;
      }
      boolean isFull = word > end + 1 && end > from && word - from > width;
      joined.setCharAt(end, isFull ? ' ' : '\n');
      from = end + 1;
    }
    return joined.toString();
  }

  private static List<Run> runs(String text, boolean isFlowed, boolean deletesSpace) {
    List<Run> runs = new ArrayList<>();
    Run run = new Run(0, false, new StringBuilder());
    runs.add(run);
    boolean goesOn = false; // the line before flows into this one
    for (String line : text.split("\n", -1)) {
      int depth = 0;
      int start = 0;
      while (start < line.length()
          && (line.charAt(start) == '>' || (depth > 0 && line.startsWith(" >", start)))) {
        depth += line.charAt(start) == '>' ? 1 : 0;
        start++;
      }
      start +=
          start < line.length() && line.charAt(start) == ' ' && (isFlowed || depth > 0) ? 1 : 0;
      String words = line.substring(start);
      boolean isSignature = words.equals(SIGNATURE) || (run.isSignature() && run.depth() == depth);
      if (depth != run.depth() || isSignature != run.isSignature()) {
        run = new Run(depth, isSignature, new StringBuilder());
        runs.add(run);
        goesOn = false;
      }
      if (words.equals(SIGNATURE)) {
        continue;
      }
      run.lines().append(goesOn || run.lines().isEmpty() ? "" : "\n").append(words);
      goesOn = isFlowed && words.endsWith(" ");
      if (goesOn && deletesSpace) {
        run.lines().setLength(run.lines().length() - 1);
      }
    }
    return runs;
  }
}
