package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quotidian.language.VietnameseSyllables;
import org.quotidian.model.Token;

/**
 * Divides the tokens of a paragraph into sentences. A full stop of an abbreviation, an initial or a
 * number is part of its token. What remains to be decided is whether a stop ends the sentence, and
 * which closing marks belong to it. Immutable and thread-safe.
 */
final class SentenceRules {

  /** Longer "sentences" are lists, tables, or text that has lost its punctuation. */
  private static final int LONGEST_SENTENCE = 1000; // tokens

  private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.){2,}");

  private static final String CLOSING = "”’»)]}\"'";
  private static final String OPENING = "“‘«([{\"'";
  private static final String DASHES = "-–—•*";

  private final Abbreviations abbreviations;
  private final CapitalRatios ratios;

  SentenceRules(Abbreviations abbreviations, CapitalRatios ratios) {
    this.abbreviations = abbreviations;
    this.ratios = ratios;
  }

  /** The sentences in order. Every token is in exactly one of them. */
  List<List<Token>> split(List<Token> paragraph) {
    var sentences = new ArrayList<List<Token>>();
    int start = 0;
    int i = 0;
    while (i < paragraph.size()) {
      int end = isStop(paragraph.get(i)) ? afterClosing(paragraph, i) : i + 1;
      boolean tooLong = end - start >= LONGEST_SENTENCE;
      if (tooLong || (isStop(paragraph.get(i)) && endsSentence(paragraph, start, i, end))) {
        sentences.add(paragraph.subList(start, end));
        start = end;
      }
      i = end;
    }
    if (start < paragraph.size()) {
      sentences.add(paragraph.subList(start, paragraph.size()));
    }
    return sentences;
  }

  private boolean isStop(Token token) {
    String text = token.text();
    return isPlainStop(text) || isInitials(text) || abbreviations.contains(text);
  }

  private static boolean isPlainStop(String text) {
    char first = text.charAt(0);
    return first == '.' || first == '!' || first == '?' || first == '…';
  }

  private static boolean isInitials(String text) {
    return text.length() > 1 && text.endsWith(".") && Character.isUpperCase(text.charAt(0));
  }

  /** One past the stop at {@code i}, any further stops, and the marks that close the sentence. */
  private static int afterClosing(List<Token> tokens, int i) {
    int end = i + 1;
    while (end < tokens.size() && (isPlainStop(tokens.get(end).text()) || closes(tokens, end))) {
      end++;
    }
    return end;
  }

  /**
   * Whether a straight quotation mark closes: it touches the text before it and not the text after
   * it.
   */
  private static boolean closes(List<Token> tokens, int i) {
    Token mark = tokens.get(i);
    if (mark.text().length() != 1 || CLOSING.indexOf(mark.text().charAt(0)) < 0) {
      return false;
    }
    if (OPENING.indexOf(mark.text().charAt(0)) < 0) {
      return true;
    }
    boolean touchesBefore = tokens.get(i - 1).end() == mark.start();
    boolean touchesAfter = i + 1 < tokens.size() && tokens.get(i + 1).start() == mark.end();
    return touchesBefore && !(touchesAfter && startsUpper(tokens.get(i + 1)));
  }

  private boolean endsSentence(List<Token> tokens, int start, int stop, int end) {
    if (end >= tokens.size()) {
      return true;
    }
    boolean closed = end > stop + 1 && !isPlainStop(tokens.get(end - 1).text());
    if (!opensSentence(tokens, end, closed)) {
      return false;
    }
    String text = tokens.get(stop).text();
    if (isPlainStop(text)) {
      return !(text.equals(".") && numbersAnItem(tokens, start, stop));
    }
    if (closed) {
      return true;
    }
    if (tokens.get(end).start() == tokens.get(stop).end() && startsUpper(tokens.get(end))) {
      return false; // V.Pu-tin
    }
    if (WordShape.of(tokens.get(end).text()) == WordShape.INITIAL
        || isInitials(tokens.get(end).text())) {
      return false; // N.T. M.
    }
    if (text.length() == 2) {
      return endsAfterInitial(tokens, start, stop, end);
    }
    if (INITIALS.matcher(text).matches() && !ratios.isUsuallyLower(NameWord.of(tokens.get(end)))) {
      return false; // J.K. Harlow, but: anh N.V.A. Sau đó
    }
    return !abbreviations.leads(text) && !startsWith(tokens.get(end), OPENING + DASHES);
  }

  /**
   * Whether the stop separates a number from the item it numbers: 1. Nội dung; gồm: 1. Nội dung;
   * II. Kết quả; Điều 5. Phạm vi.
   */
  private boolean numbersAnItem(List<Token> tokens, int start, int stop) {
    int words = stop - start;
    boolean afterColon = words > 1 && tokens.get(stop - 2).text().equals(":");
    if (words != 1
        && !afterColon
        && !(words == 2
            && abbreviations.isItem(tokens.get(start).text().toLowerCase(Locale.ROOT)))) {
      return false;
    }
    String number = tokens.get(stop - 1).text();
    return number.length() <= 4
        && number.chars().allMatch(c -> Character.isDigit(c) || "IVX".indexOf(c) >= 0);
  }

  /**
   * Trần Văn N. Sau đó …: an initial after a name ends the sentence, but not in P. Bến Nghé, UBND
   * H. Củ Chi, or a by-line (Đ. BÌNH - T. LAM).
   */
  private boolean endsAfterInitial(List<Token> tokens, int start, int stop, int end) {
    if (stop == start) {
      return false;
    }
    Token next = tokens.get(end);
    Token before = tokens.get(stop - 1);
    boolean afterInitial = isInitials(before.text());
    boolean torn = abbreviations.leads(before.text() + tokens.get(stop).text()); // T X. Cửa Lò
    boolean foreign =
        "FJWZ".indexOf(tokens.get(stop).text().charAt(0)) >= 0
            || !VietnameseSyllables.isLikeSyllable(NameWord.of(next).lower()); // A. Petrenko
    boolean listed = abbreviations.leads(tokens.get(stop).text());
    if (foreign
        || torn
        || afterInitial
        || Character.isDigit(next.text().charAt(0))
        || startsWith(next, OPENING + DASHES)) {
      return false;
    }
    boolean nameFollows =
        end + 1 < tokens.size()
            && startsUpper(tokens.get(end + 1))
            && tokens.get(end + 1).start() <= next.end() + 1;
    boolean ordinaryWord = !nameFollows && ratios.isUsuallyLower(NameWord.of(next));
    boolean leads = listed || startsWith(before, DASHES + ",(");
    return ordinaryWord || !leads || isPartOfName(tokens, start, stop - 1, listed);
  }

  /** Whether the word before an initial may be the beginning of the same name. */
  private boolean isPartOfName(List<Token> tokens, int start, int i, boolean placeFollows) {
    NameWord word = NameWord.of(tokens.get(i));
    boolean acronym = placeFollows && word.shape() == WordShape.CAPITALS;
    boolean opens = i == start && ratios.isUsuallyLower(word);
    return startsUpper(tokens.get(i)) && !acronym && !opens;
  }

  private static boolean opensSentence(List<Token> tokens, int i, boolean afterClosingMark) {
    Token next = tokens.get(i);
    if (startsWith(next, OPENING)) {
      return true;
    }
    if (startsWith(next, DASHES)) {
      return !afterClosingMark && i + 1 < tokens.size() && !startsLower(tokens.get(i + 1));
    }
    return startsUpper(next) || Character.isDigit(next.text().charAt(0));
  }

  private static boolean startsWith(Token token, String marks) {
    return marks.indexOf(token.text().charAt(0)) >= 0;
  }

  private static boolean startsUpper(Token token) {
    return Character.isUpperCase(token.text().codePointAt(0));
  }

  private static boolean startsLower(Token token) {
    return Character.isLowerCase(token.text().codePointAt(0));
  }
}
