package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds the phrases in an article that may be a source. How depends on the language. */
interface Phrases {

  /** The noun phrase that begins at a token and ends before {@code limit}. */
  @Nullable Phrase startingAt(int token, int limit);

  /** Whose words follow a cue without a verb: <i>according to</i>. */
  default @Nullable Phrase sourceBehind(Cue cue, int limit) {
    return startingAt(cue.last() + 1, limit);
  }

  /** What stands where a source would begin, although no list knows it. */
  default @Nullable Phrase unlistedAt(int token, int limit) {
    return null;
  }

  /** The subject of a cue, looked for to its left and not before {@code low}. */
  @Nullable Phrase subjectBefore(Cue cue, int low);

  /** What stands where the subject of a cue would, although no list knows it. */
  default @Nullable Phrase unlistedBefore(Cue cue, int low) {
    return null;
  }

  /**
   * Where the verb of a subject is to be expected: behind titles set off by commas, ages in
   * brackets, adverbs, auxiliaries and times.
   */
  int predicateOf(Phrase subject, int limit);

  /** Whether it names or describes somebody or something that can say things. */
  boolean canSpeak(Phrase phrase);

  /** Whether a noun for people says what it is. */
  default boolean isPerson(Phrase phrase) {
    return false;
  }

  /** Whether it is a text, in which somebody says things. */
  default boolean isDocument(Phrase phrase) {
    return false;
  }
}
