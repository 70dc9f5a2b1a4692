package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds phrases by the parts of speech of the tokens. */
final class TaggedPhrases implements Phrases {

  private final Reading reading;
  private final Tags tags;
  private final NounPhrases nouns;
  private final Subjects subjects;
  private final @Nullable SubjectsOnEitherSide eitherSide;
  private final @Nullable SubjectsOfGroups ofGroups;
  private final @Nullable DroppedSubjects dropped;

  TaggedPhrases(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.tags = new Tags(reading, lexicon);
    this.nouns = new NounPhrases(reading, lexicon, tags);
    this.subjects = new Subjects(reading, tags, nouns);
    this.eitherSide =
        lexicon.traits().subjectsOnEitherSide()
            ? new SubjectsOnEitherSide(reading, tags, nouns, subjects)
            : null;
    this.ofGroups =
        lexicon.traits().verbsHaveGroups()
            ? new SubjectsOfGroups(reading, lexicon, tags, nouns, subjects)
            : null;
    this.dropped =
        ofGroups != null && lexicon.traits().dropsSubjects()
            ? new DroppedSubjects(reading, lexicon, tags, nouns, ofGroups)
            : null;
  }

  @Override
  public @Nullable Phrase startingAt(int token, int limit) {
    return nouns.startingAt(token, limit);
  }

  @Override
  public @Nullable Phrase subjectBefore(Cue cue, int low) {
    if (ofGroups != null) {
      Phrase subject = ofGroups.of(cue, low);
      boolean listed = cue.isVerb() && !cue.words().frames().isEmpty();
      boolean omitted = subject == null && dropped != null && listed;
      return omitted && dropped != null && !ofGroups.isImpersonal(cue) ? dropped.of(cue) : subject;
    }
    return eitherSide == null ? subjects.before(cue, low) : eitherSide.of(cue, low);
  }

  @Override
  public boolean canSpeak(Phrase phrase) {
    return nouns.canSpeak(phrase);
  }

  @Override
  public boolean isPerson(Phrase phrase) {
    return nouns.isPerson(phrase);
  }

  @Override
  public boolean isDocument(Phrase phrase) {
    return nouns.isDocument(phrase);
  }

  @Override
  public int predicateOf(Phrase subject, int limit) {
    int i = subject.last() + 1;
    if (i < limit && reading.word[i].equals("(")) {
      int close = i;
      while (close < limit && close - i < 8 && !reading.word[close].equals(")")) {
        close++;
      }
      if (close < limit && reading.word[close].equals(")")) {
        i = close + 1;
      }
    }
    if (i < limit && (reading.isComma(i) || reading.isDash(i))) {
      int close = i + 1;
      while (close < limit
          && !reading.marked[close]
          && !(reading.isComma(close) && !isProperBetween(close))
          && !reading.isDash(close)
          && !reading.isAny(close, ".", ";", ":")) {
        close++;
      }
      if (close + 1 < limit && (reading.isComma(close) || reading.isDash(close))) {
        return skipAuxiliaries(close + 1, limit);
      }
      return i;
    }
    return skipAuxiliaries(i, limit);
  }

  /** “, of Ashton, Md., said”: a comma before a name that another comma follows. */
  private boolean isProperBetween(int comma) {
    return comma + 2 < reading.size && tags.of(comma + 1).isProper() && reading.isComma(comma + 2);
  }

  private int skipAuxiliaries(int from, int limit) {
    int i = from;
    while (i < limit
        && !reading.marked[i]
        && (tags.of(i).isAdverb()
            || tags.isAuxiliary(i)
            || tags.isTime(i)
            || reading.isListed(WordKind.DAY_PREPOSITION, i)
                && i + 1 < limit
                && tags.isTime(i + 1))) {
      i++;
    }
    return i;
  }
}
