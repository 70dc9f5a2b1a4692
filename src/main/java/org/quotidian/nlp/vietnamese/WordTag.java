package org.quotidian.nlp.vietnamese;

/**
 * What the tag of a Vietnamese syllable says: the class of its word, and whether the word begins
 * with it. Tokens are syllables, so that the tag of a syllable that continues a word begins with a
 * plus sign: <i>Học/NOUN sinh/+NOUN học/VERB bài/NOUN</i>.
 *
 * @param wordClass a universal part of speech (<a
 *     href="https://universaldependencies.org/u/pos/">Universal Dependencies</a>): {@code NOUN},
 *     {@code PROPN}, {@code VERB} …
 * @param first whether the syllable is the first of its word
 */
public record WordTag(String wordClass, boolean first) {

  private static final char LATER = '+';

  /** From the {@link org.quotidian.model.Token#tag} of a Vietnamese syllable. */
  public static WordTag of(String tag) {
    boolean first = tag.isEmpty() || tag.charAt(0) != LATER;
    return new WordTag(first ? tag : tag.substring(1), first);
  }

  /** As it is written in a token. */
  @Override
  public String toString() {
    return first ? wordClass : LATER + wordClass;
  }
}
