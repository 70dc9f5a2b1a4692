package org.quotidian.nlp;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that CoreNLP finds in a text, each at its place there. CoreNLP's own places are wrong
 * behind a word that its statistical tokenizer takes apart, so each word is looked for.
 *
 * <p>Words that are one in the text, such as <i>in</i> and <i>dem</i> of <i>im</i>, stay apart for
 * the tagger: the first has the place of the whole, the others have none.
 */
final class PlacedWords {

  /** Characters that a tokenizer may leave out before the next word. */
  private static final int REACH = 30;

  private static final int NOWHERE = -1;

  private final String text;
  private final List<List<CoreLabel>> sentences = new ArrayList<>();
  private int position;

  private PlacedWords(String text) {
    this.text = text;
  }

  /**
   * The sentences of a text in which CoreNLP has found words. Letters that it left out are words.
   */
  static List<List<CoreLabel>> of(Annotation annotation, String text) {
    var words = new PlacedWords(text);
    for (CoreMap sentence : annotation.get(SentencesAnnotation.class)) {
      words.sentences.add(words.placed(sentence.get(TokensAnnotation.class)));
    }
    if (words.sentences.isEmpty()) {
      words.sentences.add(new ArrayList<>());
    }
    words.addLeftOut(text.length(), words.sentences.get(words.sentences.size() - 1));
    return words.sentences;
  }

  /** Whether a word has a place of its own, or is a part of the word before. */
  static boolean hasPlace(CoreLabel word) {
    return word.beginPosition() != NOWHERE;
  }

  private List<CoreLabel> placed(List<CoreLabel> words) {
    var placed = new ArrayList<CoreLabel>();
    String before = "";
    for (CoreLabel word : words) {
      String written = written(word);
      boolean part = isPart(word, written, before);
      int start = part ? NOWHERE : text.indexOf(written, position);
      if (part) {
        placed.add(at(NOWHERE, NOWHERE, word));
      } else if (start >= 0 && start - behindBlanks(position) <= REACH) {
        addLeftOut(start, placed);
        placed.add(at(start, start + written.length(), word));
        position = start + written.length();
      }
      before = written;
    }
    return placed;
  }

  /** As in the text; a word that CoreNLP's rules take apart has its right place. */
  private String written(CoreLabel word) {
    if (Boolean.TRUE.equals(word.isMWT())) {
      return text.substring(word.beginPosition(), word.endPosition());
    }
    return word.originalText().isEmpty() ? word.word() : word.originalText();
  }

  private boolean isPart(CoreLabel word, String written, String before) {
    boolean taken = Boolean.TRUE.equals(word.isMWT());
    return taken
        ? !word.isMWTFirst()
        : written.equals(before)
            && !written.equals(word.word())
            && !text.startsWith(written, behindBlanks(position));
  }

  private int behindBlanks(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private void addLeftOut(int end, List<CoreLabel> words) {
    int start = behindBlanks(position);
    while (start < end) {
      int limit = start;
      while (limit < end && !Character.isWhitespace(text.charAt(limit))) {
        limit++;
      }
      String written = text.substring(start, limit);
      if (written.codePoints().anyMatch(Character::isLetterOrDigit)) {
        var word = new CoreLabel();
        word.setWord(written);
        words.add(at(start, limit, word));
      }
      start = behindBlanks(limit);
    }
  }

  /** A new word: annotators keep more about theirs than is needed. */
  static CoreLabel at(int start, int end, CoreLabel word) {
    var placed = new CoreLabel();
    placed.setWord(word.word());
    placed.setValue(word.word());
    placed.setBeginPosition(start);
    placed.setEndPosition(end);
    return placed;
  }
}
