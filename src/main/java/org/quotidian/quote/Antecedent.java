package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.Mentions.Mention;

/** Finds the person for whom a pronoun stands, among those mentioned shortly before. */
record Antecedent(Reading reading, Mentions mentions) {

  /** Mentions before a pronoun that are weighed. */
  private static final int REACH = 12;

  /**
   * @param lastSource the source of the quotation before, the likeliest to be meant
   * @return null when nobody near has the gender
   */
  @Nullable Person of(Phrase source, Pronoun pronoun, @Nullable Phrase lastSource) {
    Person best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (Mention mention : mentions.before(source.first(), REACH)) {
      if (mention.person().gender().agreesWith(pronoun.gender())) {
        double score = score(mention, source, pronoun, lastSource);
        if (score > highest) {
          highest = score;
          best = mention.person();
        }
      }
    }
    return best;
  }

  /** Near, of the same gender, a subject, not an owner or object, and best the speaker before. */
  private double score(
      Mention mention, Phrase source, Pronoun pronoun, @Nullable Phrase lastSource) {
    int first = mention.first();
    double score = -1.5 * (reading.sentence[source.first()] - reading.sentence[first]);
    if (mention.person().gender() == pronoun.gender()) {
      score += 3;
    }
    if (first - reading.sentenceBegin(first) <= 3) {
      score += 2;
    }
    if (reading.marked[first]) {
      score -= 2;
    }
    if (first > 0 && reading.pos[first - 1].isPreposition()) {
      score -= 1.5;
    }
    if (lastSource != null && lastSource.first() <= first && first <= lastSource.last()) {
      score += 2;
    }
    int after = mention.last() + 1;
    if (after < reading.size && reading.pos[after].isPossessiveMarker()) {
      score -= 4;
    }
    return score;
  }
}
