package org.quotidian.quote;

import org.quotidian.model.EntityMention;

/** Finds the name of whoever a subject describes, where it stands beside the description. */
record NamedSubjects(Reading reading, Lexicon lexicon, Tags tags, NounPhrases phrases) {

  /** “le ministre, Paul Berg, a dit”; “le ministre interrogé par la presse a dit”. */
  Phrase of(Phrase subject, Cue cue) {
    int comma = subject.last() + 1;
    while (comma < reading.size && tags.of(comma).isPreposition() && !reading.marked[comma]) {
      Phrase complement = phrases.startingAt(comma + 1, reading.sentenceEnd(comma));
      if (complement == null) {
        break;
      }
      comma = complement.last() + 1;
    }
    int limit = subject.first() > cue.first() ? reading.sentenceEnd(comma - 1) : cue.first();
    Phrase name =
        comma + 1 < limit && reading.isComma(comma) && !reading.namesPerson(subject)
            ? phrases.startingAt(comma + 1, limit)
            : null;
    boolean closed =
        name != null
            && (reading.namesPerson(name) || isFullName(name))
            && (tags.of(name.first()).isProper() || isTitle(name.first()))
            && (name.last() + 1 >= limit || !reading.isWord(name.last() + 1));
    return closed && name != null ? name : behindOccasion(subject);
  }

  private boolean isTitle(int token) {
    return lexicon.titles().of(reading.lower[token]) != null;
  }

  private boolean isFullName(Phrase phrase) {
    boolean name = phrase.last() > phrase.first();
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      name &= tags.of(i).isProper();
    }
    return name;
  }

  /** “Pendant ce procès | Anna Berg a dit”: an occasion before the name of whoever spoke. */
  private Phrase behindOccasion(Phrase subject) {
    if (subject.first() == 0
        || !tags.of(subject.first() - 1).isPreposition()
        || phrases.isPerson(subject)
        || !tags.of(subject.last()).isProper()) {
      return subject;
    }
    int first = subject.last();
    EntityMention name = reading.name[first];
    while (name != null && first > subject.first() && reading.name[first - 1] == name) {
      first--;
    }
    return name != null && phrases.namesPerson(first) && !isTitle(first - 1)
        ? new Phrase(first, subject.last())
        : subject;
  }
}
