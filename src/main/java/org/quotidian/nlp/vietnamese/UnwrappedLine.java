package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of plain text before it was wrapped: one line, or several that were one. No sentence
 * extends beyond it.
 */
record UnwrappedLine(int start, int end) {

  /** Wrapped lines have about the same length; headlines and captions do not. */
  private static final int SHORTEST_WIDTH = 50;

  private static final int LONGEST_WIDTH = 120;
  private static final int FEWEST_LINES = 3;
  private static final double LEAST_FILLED = 0.7;

  /** An end such as Công an TP., after which the next line continues. */
  private static final Pattern TORN = Pattern.compile("(?:.*[\\s(])?T ?[XPT]\\.");

  private static final int TAIL = 6; // characters

  /** The lines of a text, in order, without blank ones. */
  static List<UnwrappedLine> of(String text) {
    List<UnwrappedLine> lines = lines(text);
    var unwrapped = new ArrayList<UnwrappedLine>();
    int i = 0;
    while (i < lines.size()) {
      int end = i + 1;
      while (end < lines.size()
          && text.indexOf('\n', lines.get(end - 1).end()) + 1 == lines.get(end).start()) {
        end++;
      }
      if (isWrapped(text, lines.subList(i, end))) {
        add(text, new UnwrappedLine(lines.get(i).start(), lines.get(end - 1).end()), unwrapped);
      } else {
        lines.subList(i, end).forEach(line -> add(text, line, unwrapped));
      }
      i = end;
    }
    return unwrapped;
  }

  private static void add(String text, UnwrappedLine line, List<UnwrappedLine> unwrapped) {
    UnwrappedLine last = unwrapped.isEmpty() ? line : unwrapped.get(unwrapped.size() - 1);
    int tail = Math.max(last.start, last.end - TAIL);
    if (!unwrapped.isEmpty() && TORN.matcher(text).region(tail, last.end).matches()) {
      unwrapped.set(unwrapped.size() - 1, new UnwrappedLine(last.start, line.end));
    } else {
      unwrapped.add(line);
    }
  }

  /** Whether all lines but the last have about the same width and most end within a sentence. */
  private static boolean isWrapped(String text, List<UnwrappedLine> lines) {
    if (lines.size() < FEWEST_LINES) {
      return false;
    }
    int width = lines.stream().mapToInt(line -> line.end() - line.start()).max().orElse(0);
    if (width < SHORTEST_WIDTH || width > LONGEST_WIDTH) {
      return false;
    }
    int open = 0;
    for (UnwrappedLine line : lines.subList(0, lines.size() - 1)) {
      if (line.end() - line.start() < LEAST_FILLED * width) {
        return false;
      }
      char last = text.charAt(line.end() - 1);
      open += ".!?…”\":;".indexOf(last) < 0 ? 1 : 0;
    }
    return open * 2 > lines.size() - 1;
  }

  private static List<UnwrappedLine> lines(String text) {
    var lines = new ArrayList<UnwrappedLine>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (!text.substring(start, end).isBlank()) {
        int last = end;
        while (Character.isWhitespace(text.charAt(last - 1))) {
          last--;
        }
        lines.add(new UnwrappedLine(start, last));
      }
      start = end + 1;
    }
    return lines;
  }
}
