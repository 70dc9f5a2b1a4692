package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/** Finds the clauses of sources without a verb, “theo ông Hải, …”, in languages without tags. */
final class ListedAttributions {

  /** Tokens between a comma, a subject and its verb. */
  private static final int NEAR = 8;

  /** Words before a name that no list knows. */
  private static final int LONGEST_TITLE = 3;

  /** Commas behind a source after which its words may begin. */
  private static final int MOST_COMMAS = 2;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final ListedWords words;
  private final ListedClauseStart starts;

  ListedAttributions(
      Reading reading,
      Lexicon lexicon,
      CueRow cues,
      Phrases phrases,
      ListedWords words,
      ListedClauseStart starts) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
    this.words = words;
    this.starts = starts;
  }

  /** The clause that belongs to “theo …” and its source; null if there is none. */
  @Nullable Content of(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int high = reading.sentenceEnd(cue.first());
    Phrase listed = phrases.sourceBehind(cue, high);
    Phrase source = listed == null ? named(cue.last() + 1, high) : listed;
    if (source == null || !stands(cue, low)) {
      return null;
    }
    Link link = Link.of(source, cue, Rule.ATTRIBUTION);
    if (reading.wordsIn(behindBracket(source.last() + 1, high), high) == 0) {
      boolean parted = cue.first() - 1 > low && reading.isComma(cue.first() - 1);
      return parted ? new Content(low, cue.first(), link) : null;
    }
    int start = afterTitles(source, high);
    if (start < 0 || !reading.namesPerson(source) && verbFollows(start, high, source)) {
      return null;
    }
    return new Content(start, high, link);
  }

  /** What else may belong to it: behind its first commas, or before it. */
  List<Content> others(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int high = reading.sentenceEnd(cue.first());
    Phrase listed = phrases.sourceBehind(cue, high);
    Phrase known = listed == null ? named(cue.last() + 1, high) : listed;
    Phrase source = known == null ? phrases.unlistedAt(cue.last() + 1, high) : known;
    if (source == null) {
      return List.of();
    }
    Link link = Link.of(source, cue, Rule.ATTRIBUTION);
    var contents = new ArrayList<Content>();
    for (int i = source.last() + 1; i < high && contents.size() < MOST_COMMAS; i++) {
      if (reading.isComma(i) && !reading.marked[i]) {
        contents.add(new Content(i + 1, high, link));
      }
    }
    if (source.last() + 1 < high && contents.isEmpty()) {
      contents.add(new Content(words.skip(WordKind.THEN, source.last() + 1, high), high, link));
    }
    if (cue.first() > low) {
      contents.add(new Content(low, cue.first(), link));
    }
    return contents;
  }

  /** “lão ngư Nguyễn Khô”: a few unlisted words and the name of a person. */
  private @Nullable Phrase named(int from, int high) {
    for (int i = from; i < Math.min(high, from + LONGEST_TITLE + 1); i++) {
      EntityMention name = reading.name[i];
      if (name != null) {
        int end = i;
        while (end < high && reading.name[end] == name) {
          end++;
        }
        return i > from && name.type() == EntityType.PERSON ? new Phrase(from, end - 1) : null;
      }
      if (!reading.isWord(i) || reading.marked[i] || reading.isCapitalised(i)) {
        return null;
      }
    }
    return null;
  }

  /** Behind a bracket that begins here: Tổ chức Y tế Thế giới (WHO). */
  private int behindBracket(int from, int high) {
    int i = from;
    if (reading.is(i, "(")) {
      while (i < high && !reading.is(i, ")")) {
        i++;
      }
      return Math.min(high, i + 1);
    }
    return from;
  }

  /** At the start of its sentence or of a part of it. */
  private boolean stands(Cue cue, int low) {
    int before = cue.first() - 1;
    return before < low
        || Character.isUpperCase(reading.word[cue.first()].codePointAt(0)) // behind a caption
        || reading.isComma(before)
        || reading.marked[before]
        || !reading.isWord(before)
        || words.isAny(WordKind.OPENER, before, cue.first());
  }

  /**
   * Behind the comma that ends “Theo ông Hải, Giám đốc bến cảng,” or “Theo báo Sông Xanh đưa tin,”;
   * -1 without a comma.
   */
  private int afterTitles(Phrase source, int high) {
    int i = source.last() + 1;
    int comma = -1;
    while (i < high) {
      while (i < high
          && !reading.isComma(i)
          && !reading.is(i, ":")
          && cues.at(i) == null
          && lexicon.words(WordKind.THEN).of(reading.lower[i]) == null) {
        i++;
      }
      int relayed = behindRelay(cues.verbAt(i), high);
      if (relayed > 0) {
        return relayed;
      }
      if (i >= high || cues.at(i) != null) {
        return comma;
      }
      comma = i + 1;
      Phrase title = phrases.startingAt(comma, high);
      if (title == null || !isTitleOf(source, title, high)) {
        return title == null ? comma : behindTitle(title, comma, high);
      }
      i = title.last() + 1;
    }
    return comma;
  }

  /** “Theo ông Hải, trưởng bến (Tân Phước) thông tin, …”: the clause is behind all of it. */
  private int behindTitle(Phrase title, int start, int high) {
    boolean titled = lexicon.titles().longestAt(reading.lower, title.first(), high) != null;
    int relayed =
        titled && !reading.namesPerson(title)
            ? behindRelay(cues.verbAt(phrases.predicateOf(title, high)), high)
            : -1;
    return relayed > 0 ? relayed : start;
  }

  /** “Theo báo Sông Xanh đưa tin hôm qua, …”: behind the comma; -1 where none ends the verb. */
  private int behindRelay(@Nullable Cue relays, int high) {
    if (relays == null) {
      return -1;
    }
    int i = relays.last() + 1;
    while (i < high
        && (words.isAny(WordKind.TIME, i, high) || words.isAny(WordKind.AFTER_VERB, i, high))) {
      i = Math.max(words.skip(WordKind.TIME, i, high), words.skip(WordKind.AFTER_VERB, i, high));
    }
    return i + 1 < high && reading.isComma(i) ? i + 1 : -1;
  }

  private boolean isTitleOf(Phrase source, Phrase title, int high) {
    return title.last() + 1 < high
        && reading.isComma(title.last() + 1)
        && lexicon.pronoun(reading.lower[title.first()]) == null
        && !reading.namesPerson(title)
        && reading.namesPerson(source);
  }

  /** “Theo AP, ông Hải nói rằng …”: the words are his, the agency only relays them. */
  private boolean verbFollows(int start, int high, Phrase source) {
    for (int i = start; i < high && i < start + 25; i++) {
      Cue cue = cues.verbAt(i);
      if (cue != null && !cue.refused() && starts.of(cue, high) > 0) {
        Phrase subject = phrases.subjectBefore(cue, source.first());
        return subject != null
            && (subject.first() == source.first()
                || subject.first() >= start
                    && subject.first() - start <= NEAR
                    && cue.first() - subject.last() <= NEAR);
      }
    }
    return false;
  }
}
