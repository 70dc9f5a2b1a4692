package org.quotidian.nlp.vietnamese;

import java.util.List;

/**
 * A name as a range of words in a sentence.
 *
 * @param sentence index in the article
 * @param start index of its first word in the sentence
 * @param end one past its last word
 * @param type PERSON, LOCATION or ORGANIZATION
 */
record NameSpan(int sentence, int start, int end, String type) {

  int length() {
    return end - start;
  }

  NameSpan typed(String type) {
    return new NameSpan(sentence, start, end, type);
  }

  NameSpan between(int start, int end) {
    return new NameSpan(sentence, start, end, type);
  }

  String text(List<List<NameWord>> article) {
    return CapitalRun.text(article.get(sentence), start, end);
  }

  /** Whether another name begins where this one ends. */
  boolean touches(NameSpan next) {
    return sentence == next.sentence && end == next.start;
  }
}
