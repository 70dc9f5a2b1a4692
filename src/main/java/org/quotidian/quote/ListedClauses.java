package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/** Finds the clauses that cues govern, in languages without part-of-speech tags. */
final class ListedClauses extends Clauses {

  /** Tokens between a comma, a subject and its verb. */
  private static final int NEAR = 8;

  /** Words; what is shorter is an object, not a clause. */
  private static final int SHORTEST = 3;

  private final ListedWords words;
  private final ListedClauseStart starts;

  ListedClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
    this.words = new ListedWords(reading, lexicon);
    this.starts = new ListedClauseStart(reading, lexicon, cues, phrases, words);
  }

  @Override
  List<Content> find() {
    var contents = new ArrayList<Content>();
    int covered = 0;
    for (Cue cue : cues.all()) {
      if (cue.first() < covered || cue.refused()) {
        continue;
      }
      Content content =
          switch (cue.words().kind()) {
            case ATTRIBUTION -> attributed(cue);
            case NOUN -> nominal(cue);
            default -> reported(cue);
          };
      if (content != null) {
        content = trimmed(content);
        if (content.first() >= covered
            && reading.wordsIn(content.first(), content.limit()) >= SHORTEST) {
          contents.add(content);
          covered = content.limit();
          Content second = continued(content);
          if (second != null) {
            contents.add(second);
            covered = second.limit();
          }
        }
      }
    }
    return contents;
  }

  /** “…, và rằng …”: a second clause of the same statement. */
  private @Nullable Content continued(Content content) {
    int high = reading.sentenceEnd(content.first());
    Cue cue = content.link().words();
    int i = content.limit();
    while (i < high && reading.isComma(i)) {
      i++;
    }
    if (cue == null
        || i + 1 >= high
        || !words.isAny("joint", i, high)
        || !starts.isFarComplementiser(i + 1)) {
      return null;
    }
    var link = new Link(content.link().source(), new Phrase(i, i + 1), cue, content.link().rule());
    return trimmed(new Content(i + 2, contentEnd(cue, i + 2, high), link));
  }

  private @Nullable Content reported(Cue cue) {
    int high = reading.sentenceEnd(cue.first());
    if (announces(cue, high)) {
      return announced(cue);
    }
    int first = starts.of(cue, high);
    if (first < 0 || first >= high) {
      return null;
    }
    Phrase source = phrases.subjectBefore(cue, reading.sentenceBegin(cue.first()));
    if (source == null || reading.isComma(cue.last() + 1) && behindMarks(source)) {
      return null;
    }
    return new Content(first, contentEnd(cue, first, high), Link.of(source, cue, Rule.CLAUSE));
  }

  /** “…”, bà Lài nói, giọng nghẹn lại: she has spoken, and behind the comma the writer does. */
  private boolean behindMarks(Phrase source) {
    int before = source.first() - 1;
    return before > 0 && reading.marked[reading.isComma(before) ? before - 1 : before];
  }

  /** Whether a colon behind the cue announces words without marks. */
  private boolean announces(Cue cue, int high) {
    int next = cue.last() + 1;
    while (next < high && words.isAny("after-verb", next, high)) {
      next = words.skip("after-verb", next, high);
    }
    return cue.takes(Frame.QUOTE)
        && reading.is(next, ":")
        && next + 1 < reading.size
        && reading.paragraph[next + 1] == reading.paragraph[next]
        && !reading.marked[next + 1];
  }

  /** Everything behind the colon up to the end of the paragraph or to words in marks. */
  private @Nullable Content announced(Cue cue) {
    Phrase source = phrases.subjectBefore(cue, reading.sentenceBegin(cue.first()));
    if (source == null) {
      return null;
    }
    int first = cue.last() + 1;
    while (!reading.is(first, ":")) {
      first++;
    }
    int limit = first + 1;
    while (limit < reading.size && reading.paragraph[limit] == reading.paragraph[first]) {
      limit++;
    }
    return new Content(first + 1, limit, Link.of(source, cue, Rule.SOURCE_COLON), true);
  }

  /** The end of the sentence, or where another cue of the same speaker or a source follows. */
  private int contentEnd(Cue cue, int first, int high) {
    for (int i = first; i < high; i++) {
      if (reading.marked[i]) {
        continue;
      }
      boolean joint =
          (words.isAny("joint", i, high) || reading.isComma(i))
              && i > first
              && starts.joinsCue(i + (reading.isComma(i) ? 1 : 0), high);
      if (joint) {
        return i;
      }
      if (i > first && words.isAny("joint", i, high) && starts.isFarComplementiser(i + 1)) {
        return reading.isComma(i - 1) ? i - 1 : i;
      }
      if (i > first
          && reading.isComma(i)
          && words.isAny("while", i + 1, high)
          && starts.startsReport(words.skip("while", i + 1, high), high)) {
        return i;
      }
      Cue other = cues.at(i);
      if (other != null && other.isAttribution() && i > first && reading.isComma(i - 1)) {
        Phrase source = phrases.startingAt(other.last() + 1, high);
        if (source != null && source.last() + 1 >= high - 1) {
          return i - 1;
        }
      }
    }
    return high;
  }

  /** “lo ngại của các nhân viên rằng …”. */
  private @Nullable Content nominal(Cue cue) {
    int high = reading.sentenceEnd(cue.first());
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null || !words.isAny("complementiser", source.last() + 1, high)) {
      return null;
    }
    return new Content(source.last() + 2, high, Link.of(source, cue, Rule.NOUN));
  }

  private @Nullable Content attributed(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int high = reading.sentenceEnd(cue.first());
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null || !stands(cue, low)) {
      return null;
    }
    Link link = Link.of(source, cue, Rule.ATTRIBUTION);
    int after = source.last() + 1;
    boolean last = true;
    for (int i = after; i < high; i++) {
      last &= !reading.isWord(i);
    }
    if (last) {
      return cue.first() - 1 > low ? new Content(low, cue.first(), link) : null;
    }
    int start = afterTitles(source, high);
    if (start < 0 || !namesPerson(source) && verbFollows(start, high, source)) {
      return null;
    }
    return new Content(start, high, link);
  }

  /** At the start of its sentence or of a part of it. */
  private boolean stands(Cue cue, int low) {
    int before = cue.first() - 1;
    return before < low
        || reading.isComma(before)
        || reading.marked[before]
        || !reading.isWord(before)
        || words.isAny("opener", before, cue.first());
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
          && lexicon.words("then").of(reading.lower[i]) == null) {
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
        titled && !namesPerson(title)
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
    while (i < high && (words.isAny("time", i, high) || words.isAny("after-verb", i, high))) {
      i = Math.max(words.skip("time", i, high), words.skip("after-verb", i, high));
    }
    return i + 1 < high && reading.isComma(i) ? i + 1 : -1;
  }

  private boolean isTitleOf(Phrase source, Phrase title, int high) {
    return title.last() + 1 < high
        && reading.isComma(title.last() + 1)
        && lexicon.pronoun(reading.lower[title.first()]) == null
        && !namesPerson(title)
        && namesPerson(source);
  }

  private boolean namesPerson(Phrase phrase) {
    return reading.namesIn(phrase).stream()
        .anyMatch(name -> name.type() == org.quotidian.model.EntityType.PERSON);
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

  /** Without commas in front and the full stop behind. */
  private Content trimmed(Content content) {
    int first = content.first();
    int limit = content.limit();
    if (content.verbatim()) {
      return content;
    }
    while (first < limit
        && !reading.isWord(first)
        && !reading.marked[first]
        && !reading.is(first, "(")) {
      first++;
    }
    return new Content(first, withoutStop(first, limit), content.link());
  }
}
