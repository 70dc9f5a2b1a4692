package org.quotidian.quote;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is meant by a verb without a subject: in its paragraph, then in the one before, whoever
 * reported last, was the subject of another verb, or was named: <i>– tette hozzá</i>.
 *
 * @param written the subject that stands beside a verb, of which nothing before the second token is
 *     read; null if none does
 */
record SubjectsTold(
    Reading reading,
    Tags tags,
    NounPhrases phrases,
    BiFunction<Integer, Integer, @Nullable Phrase> written) {

  /** Paragraphs, that of the verb included. */
  private static final int PARAGRAPHS = 4;

  @Nullable Phrase before(int verb) {
    int high = verb;
    for (int n = 0; n < PARAGRAPHS && high > 0 && reading.body[high - 1]; n++) {
      int low = high - 1;
      while (low > 0 && reading.sameParagraph(low - 1, low)) {
        low--;
      }
      Phrase found = last(low, high, n == 0 ? reading.sentenceBegin(verb) : high);
      if (found != null) {
        return found;
      }
      high = low;
    }
    return null;
  }

  /** Whoever is the subject of any verb in a sentence, or reports before it; else any subject. */
  private @Nullable Phrase last(int low, int high, int sentence) {
    Phrase other = null;
    for (int i = high - 1; i >= low; i--) {
      Phrase subject = tags.isFinite(i) ? written.apply(i, reading.sentenceBegin(i)) : null;
      if (subject == null || !phrases.canSpeak(subject)) {
        continue;
      }
      if (i >= sentence || tags.reports(i)) {
        return subject;
      }
      other = other == null ? subject : other;
    }
    return other == null ? named(low, high) : other;
  }

  private @Nullable Phrase named(int low, int high) {
    for (int i = high - 1; i >= low; i--) {
      if (!reading.marked[i] && phrases.namesPerson(i)) {
        int first = i;
        while (first > low && reading.name[first - 1] == reading.name[i]) {
          first--;
        }
        return new Phrase(first, i);
      }
    }
    return null;
  }
}
