package org.quotidian.nlp;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts quotation marks where they belong, which CoreNLP knows for English only: each is a token of
 * its own, and one that closes belongs to the sentence before it. Some languages close with the
 * mark that opens in others, so the blanks around it tell which it is.
 */
final class QuotationMarks {

  private static final String MARKS = "\"„“”‟«»「」『』";
  private static final String STOPS = ".!?…。！？؟";

  private static final String OPENING = "“「『";
  private static final char FULL_WIDTH = '\u3000';

  /** Taggers know this one. */
  static final String KNOWN = "\"";

  private final String text;

  /**
   * @param text in which the words have their places
   */
  QuotationMarks(String text) {
    this.text = text;
  }

  static boolean isMark(String word) {
    return word.length() == 1 && MARKS.contains(word);
  }

  /** The same words, each sentence with the marks that belong to it. */
  List<List<CoreLabel>> arranged(List<List<CoreLabel>> sentences) {
    var result = new ArrayList<List<CoreLabel>>();
    for (List<CoreLabel> sentence : sentences) {
      for (List<CoreLabel> part : parted(apart(sentence))) {
        add(part, result);
      }
    }
    result.removeIf(List::isEmpty);
    return result;
  }

  private void add(List<CoreLabel> sentence, List<List<CoreLabel>> before) {
    var words = new ArrayList<CoreLabel>(sentence);
    if (!before.isEmpty()) {
      List<CoreLabel> last = before.get(before.size() - 1);
      while (!words.isEmpty() && !last.isEmpty() && closes(words.get(0))) {
        last.add(words.remove(0));
      }
      while (!last.isEmpty() && !words.isEmpty() && opens(last.get(last.size() - 1))) {
        words.add(0, last.remove(last.size() - 1));
      }
      if (!last.isEmpty() && last.get(last.size() - 1).word().equals(":")) {
        last.addAll(words);
        return;
      }
    }
    before.add(words);
  }

  /** The same words without marks in them: <i>„A</i>, <i>várunk.”</i> */
  private static List<CoreLabel> apart(List<CoreLabel> words) {
    var result = new ArrayList<CoreLabel>(words.size());
    for (CoreLabel word : words) {
      String written = word.word();
      boolean whole = word.endPosition() - word.beginPosition() == written.length();
      if (!whole || written.length() < 2 || written.chars().noneMatch(c -> isMark(c))) {
        result.add(word);
        continue;
      }
      int first = 0;
      while (first < written.length() && isMark(written.charAt(first))) {
        result.add(part(word, first, ++first));
      }
      int last = written.length();
      while (last > first && isMark(written.charAt(last - 1))) {
        last--;
      }
      int stop = last;
      while (last < written.length()
          && stop > first + 1
          && (STOPS + ",").indexOf(written.charAt(stop - 1)) >= 0) {
        stop--;
      }
      if (stop > first) {
        result.add(part(word, first, stop));
      }
      for (int i = stop; i < written.length(); i++) {
        result.add(part(word, i, i + 1));
      }
    }
    return result;
  }

  private static CoreLabel part(CoreLabel word, int from, int to) {
    var part = new CoreLabel();
    part.setWord(word.word().substring(from, to));
    return PlacedWords.at(word.beginPosition() + from, word.beginPosition() + to, part);
  }

  /** Ends a sentence behind a stop and a closing mark, where another begins. */
  private List<List<CoreLabel>> parted(List<CoreLabel> words) {
    var parts = new ArrayList<List<CoreLabel>>();
    int start = 0;
    for (int i = 1; i + 1 < words.size(); i++) {
      CoreLabel next = words.get(i + 1);
      boolean stopped = STOPS.contains(words.get(i - 1).word());
      if (stopped
          && closes(words.get(i))
          && (opens(next) || Character.isUpperCase(next.word().codePointAt(0)))) {
        parts.add(words.subList(start, i + 1));
        start = i + 1;
      }
    }
    parts.add(words.subList(start, words.size()));
    return parts;
  }

  private static boolean isMark(int character) {
    return MARKS.indexOf(character) >= 0;
  }

  private boolean closes(CoreLabel word) {
    return isMark(word) && !isBlank(word.beginPosition() - 1) && !isLetter(word.endPosition());
  }

  private boolean opens(CoreLabel word) {
    return isMark(word)
        && !isBlank(word.endPosition())
        && (isBlank(word.beginPosition() - 1) || opensByShape(word.beginPosition()));
  }

  /** Behind full-width signs no blank tells, but the shape of a mark does: 。“ */
  private boolean opensByShape(int index) {
    return text.charAt(index - 1) >= FULL_WIDTH && OPENING.indexOf(text.charAt(index)) >= 0;
  }

  private boolean isMark(CoreLabel word) {
    return PlacedWords.hasPlace(word)
        && word.endPosition() - word.beginPosition() == 1
        && isMark(text.charAt(word.beginPosition()));
  }

  private boolean isBlank(int index) {
    return index < 0 || index >= text.length() || Character.isWhitespace(text.charAt(index));
  }

  private boolean isLetter(int index) {
    return index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }
}
