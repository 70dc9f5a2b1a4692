package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/**
 * Finds who reports where a verb has no subject of its own: whoever reported before, or was the
 * subject of the sentence before: <i>La ministra llegó tarde. Dijo que …</i>
 */
record DroppedSubjects(
    Reading reading, Lexicon lexicon, Tags tags, NounPhrases phrases, SubjectsOfGroups said) {

  /** Sentences before that of the verb. */
  private static final int REACH = 5;

  /** Tokens before the verb in which the name of a person is looked for. */
  private static final int FARTHEST = 200;

  /** The one who is meant; null if nobody was mentioned before. */
  @Nullable Phrase of(Cue cue) {
    int first = sentencesBefore(cue.first());
    for (int i = cue.first() - 1; i >= first; i--) {
      Phrase subject = reports(i) ? speaker(i, cue, true) : null;
      if (subject != null) {
        return subject;
      }
    }
    for (int low = reading.sentenceBegin(cue.first()); low > first; ) {
      low = reading.sentenceBegin(low - 1);
      Phrase subject = mainSubject(low, cue);
      if (subject != null) {
        return subject;
      }
    }
    return personBefore(cue.first());
  }

  /** Whoever was named last, if nobody near is the subject of a sentence. */
  private @Nullable Phrase personBefore(int token) {
    for (int i = token - 1; i >= Math.max(0, token - FARTHEST); i--) {
      if (!reading.marked[i] && reading.body[i] && phrases.namesPerson(i)) {
        int first = i;
        while (first > 0 && reading.name[first - 1] == reading.name[i]) {
          first--;
        }
        return new Phrase(first, i);
      }
    }
    return null;
  }

  private int sentencesBefore(int token) {
    int low = reading.sentenceBegin(token);
    for (int i = 0; i < REACH && low > 0 && reading.body[low - 1]; i++) {
      low = reading.sentenceBegin(low - 1);
    }
    return low;
  }

  private boolean reports(int token) {
    var verb = lexicon.cues().longestAt(reading.lower, token, reading.sentenceEnd(token));
    return !reading.marked[token]
        && verb != null
        && verb.value().kind() == CueWords.Kind.VERB
        && (tags.of(token).isVerb() || verb.length() > 1);
  }

  private @Nullable Phrase speaker(int verb, Cue reporting, boolean reports) {
    var words = lexicon.cues().longestAt(reading.lower, verb, reading.sentenceEnd(verb));
    Cue cue =
        words == null
            ? Cue.assumedAt(verb)
            : new Cue(words.value(), verb, verb + words.length() - 1, false);
    Phrase subject = said.of(cue, reading.sentenceBegin(verb));
    return subject != null
            && (phrases.canSpeak(subject) || reports && tags.of(subject.first()).isDeterminer())
            && !isPlace(subject)
            && !isInOccasion(subject.first())
            && (agrees(subject, reporting) || arePlural(cue, reporting))
        ? subject
        : null;
  }

  /** “en la alcaldía”, but not “desde la alcaldía” */
  private boolean isInOccasion(int first) {
    return first > 0
        && tags.of(first - 1).isPreposition()
        && !reading.isListed(WordKind.ORIGIN, first - 1)
        && !reading.isListed(WordKind.POSSESSION, first - 1);
  }

  /** Whether both are plural or neither is, where the tags tell. */
  private boolean agrees(Phrase subject, Cue reporting) {
    int noun = subject.first();
    while (noun < subject.last() && !tags.of(noun).isNoun()) {
      noun++;
    }
    boolean several = tags.of(noun).isPlural();
    for (int i = subject.first(); i <= subject.last(); i++) {
      several |= tags.of(i).isConjunction();
    }
    return isPlural(reporting) == several;
  }

  /** “explican desde el ministerio. “…”, añaden”: who reports in the plural goes on in it. */
  private boolean arePlural(Cue before, Cue reporting) {
    return isPlural(before) && isPlural(reporting);
  }

  private boolean isPlural(Cue verb) {
    boolean plural = false;
    for (int i = verb.first(); i <= verb.last(); i++) {
      plural |= tags.of(i).isPlural();
    }
    return plural;
  }

  private boolean isPlace(Phrase subject) {
    EntityMention name = reading.name[subject.last()];
    return name != null && name.type() == EntityType.LOCATION && !phrases.isPerson(subject);
  }

  private @Nullable Phrase mainSubject(int low, Cue reporting) {
    for (int i = low; i < reading.sentenceEnd(low); i++) {
      Phrase subject = tags.isFinite(i) && !reading.marked[i] ? speaker(i, reporting, false) : null;
      if (subject != null) {
        return subject;
      }
    }
    return null;
  }
}
