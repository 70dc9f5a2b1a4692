package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/**
 * Finds the subject of a cue by word lists: the phrase beside it, or the one that begins its part
 * of the sentence or an earlier part, across titles, ages and places between commas.
 */
final class ListedSubjects {

  /** Tokens; the subject of a verb further away is not looked for. */
  private static final int REACH = 90;

  private static final int LONGEST_UNLISTED = 12; // tokens

  /** Tokens. */
  private static final int LONGEST_NICKNAME = 9;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final ListedWords words;
  private final ListedPhrases phrases;

  ListedSubjects(
      Reading reading, Lexicon lexicon, CueRow cues, ListedWords words, ListedPhrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.words = words;
    this.phrases = phrases;
  }

  /** A part of a sentence between commas, dashes or brackets. */
  private record Chunk(int first, int limit) {}

  /** The subject of a cue, looked for to its left and not before {@code low}. */
  @Nullable Phrase before(Cue cue, int low) {
    int from = Math.max(low, cue.first() - REACH);
    Phrase nickname = nickname(cue.first(), from);
    if (nickname != null) {
      return nickname;
    }
    List<Chunk> chunks = chunks(from, cue.first());
    if (chunks.isEmpty()) {
      return null;
    }
    int last = chunks.size() - 1;
    Phrase adjacent = adjacentTo(cue.first(), chunks.get(last));
    if (adjacent != null) {
      return named(adjacent, chunks, last);
    }
    for (int i = last; i >= 0; i--) {
      Phrase opening = opening(chunks.get(i));
      if (opening != null) {
        return named(opening, chunks, i);
      }
    }
    return null;
  }

  /** The words between the border before a cue and the cue, adverbs and times apart. */
  @Nullable Phrase unlisted(Cue cue, int low) {
    List<Chunk> chunks = chunks(Math.max(low, cue.first() - REACH), cue.first());
    if (chunks.isEmpty() || chunks.get(chunks.size() - 1).limit() != cue.first()) {
      return null;
    }
    int first = chunks.get(chunks.size() - 1).first();
    int skipped = -1;
    while (first < cue.first() && skipped != 0) {
      skipped =
          Math.max(
              words.length("opener", first, cue.first()), words.length("time", first, cue.first()));
      first += skipped;
    }
    int limit = first;
    while (limit < cue.first() && !words.onlyAdverbs(limit, cue.first())) {
      limit++;
    }
    return limit == first || limit - first > LONGEST_UNLISTED ? null : new Phrase(first, limit - 1);
  }

  /**
   * “Vua cá” cho biết: what somebody is called in marks, at the start of a part of the sentence.
   */
  private @Nullable Phrase nickname(int cue, int low) {
    int close = cue - 1;
    while (close > low && !reading.marked[close] && words.onlyAdverbs(close, cue)) {
      close--;
    }
    if (close <= low || !reading.marked[close] || reading.isWord(close)) {
      return null;
    }
    int open = close;
    while (open > low && reading.marked[open - 1]) {
      open--;
    }
    boolean opens = open == reading.sentenceBegin(open) || !reading.isWord(open - 1);
    return opens && !reading.isWord(open) && close - open <= LONGEST_NICKNAME && close - open > 1
        ? new Phrase(open + 1, close - 1)
        : null;
  }

  private List<Chunk> chunks(int low, int high) {
    var chunks = new ArrayList<Chunk>();
    int first = low;
    int brackets = 0;
    for (int i = low; i <= high; i++) {
      boolean border = i == high || reading.marked[i];
      if (!border) {
        brackets += reading.is(i, "(") ? 1 : reading.is(i, ")") ? -1 : 0;
        border =
            brackets <= 0
                && !reading.is(i, ")")
                && (reading.isComma(i) && reading.name[i] == null
                    || reading.isAny(i, ";", ":", ".", "...", "…")
                    || isSpacedDash(i));
      }
      if (border) {
        if (i > first) {
          chunks.add(new Chunk(first, i));
        }
        first = i + 1;
      }
    }
    return chunks;
  }

  private boolean isSpacedDash(int token) {
    return reading.isDash(token) && (token == 0 || reading.start[token] > reading.end[token - 1]);
  }

  /** A phrase between which and the cue only adverbs and times stand. */
  private @Nullable Phrase adjacentTo(int cue, Chunk chunk) {
    Phrase governed = null;
    int i = chunk.first();
    while (i < chunk.limit()) {
      Phrase phrase = phrases.startingAt(i, chunk.limit());
      if (phrase == null) {
        i++;
        continue;
      }
      if (words.onlyAdverbs(phrase.last() + 1, cue)) {
        boolean object =
            i > chunk.first()
                && !words.isAny("subordinator", i - 1, i)
                && (words.isAny("giving", i - 1, i)
                    || words.isAny("addressee-mark", i - 1, i)
                    || words.isAny("preposition", i - 1, i));
        if (!object) {
          return phrase;
        }
        governed = phrase;
      }
      i = phrase.last() + 1;
    }
    return chunk.first() == 0 || opening(chunk) != null ? null : governed;
  }

  /** The phrase with which a chunk begins, adverbs and times passed over. */
  private @Nullable Phrase opening(Chunk chunk) {
    int i = chunk.first();
    while (i < chunk.limit()) {
      Phrase phrase = phrases.startingAt(i, chunk.limit());
      if (phrase != null) {
        return phrase;
      }
      Cue cue = cues.at(i);
      int skipped =
          Math.max(
              words.length("opener", i, chunk.limit()), words.length("time", i, chunk.limit()));
      if (skipped == 0 && cue != null && cue.isAttribution()) {
        skipped = cue.last() - cue.first() + 1;
      }
      if (skipped == 0 && i > chunk.first() && Character.isDigit(reading.word[i].codePointAt(0))) {
        skipped = 1;
      }
      if (skipped == 0) {
        return null;
      }
      i += skipped;
    }
    return null;
  }

  /**
   * “ông Hải, Giám đốc bến cảng, tỉnh Tân Phước cho biết”: the name that a title was set behind.
   */
  private Phrase named(Phrase phrase, List<Chunk> chunks, int index) {
    Phrase described = index == 0 ? null : opening(chunks.get(index - 1));
    if (described != null
        && namesPerson(described)
        && described.first() == chunks.get(index - 1).first()
        && described.last() + 1 == chunks.get(index - 1).limit()
        && phrase.first() == chunks.get(index).first()
        && !isTitledName(phrase)) {
      return described;
    }
    if (namesPerson(phrase)) {
      return phrase;
    }
    for (int i = index - 1; i >= 0; i--) {
      Phrase before = opening(chunks.get(i));
      if (before == null && givesParticulars(chunks.get(i))) {
        continue;
      }
      if (before == null || !words.onlyAdverbs(before.last() + 1, chunks.get(i).limit())) {
        return phrase;
      }
      if (namesPerson(before)) {
        return before;
      }
      if (isBody(before) && !isPlace(phrase)) {
        return phrase;
      }
      if (isPlace(phrase) && !isPlace(before)) {
        phrase = before;
      }
    }
    return phrase;
  }

  /** “ông Hải”, “giám đốc Bến Xanh Trần Hải”, not “người đóng vai Trần Hải”. */
  private boolean isTitledName(Phrase phrase) {
    int i = phrase.first();
    while (i <= phrase.last()) {
      EntityMention name = reading.name[i];
      if (name != null && name.type() == EntityType.PERSON) {
        return true;
      }
      int next = name == null ? i + phrases.headLength(i, phrase.last() + 1) : phrases.nameLimit(i);
      if (next == i) {
        return false;
      }
      i = next;
    }
    return false;
  }

  /** A person's name with a title at most: not “bác gái của anh Bảo”. */
  private boolean namesPerson(Phrase phrase) {
    if (isBody(phrase)) {
      return false;
    }
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      EntityMention name = reading.name[i];
      if (name != null && name.type() == EntityType.PERSON) {
        return true;
      }
      if (lexicon.words("possession").of(reading.lower[i]) != null) {
        return false;
      }
    }
    return false;
  }

  private boolean isBody(Phrase phrase) {
    var match = lexicon.sources().longestAt(reading.lower, phrase.first(), phrase.last() + 1);
    return match != null && match.value().kind() != SourceNoun.Kind.PERSON;
  }

  /** “25 tuổi”, “ngụ phường 12”: between a name and its verb. */
  private boolean givesParticulars(Chunk chunk) {
    return Character.isDigit(reading.word[chunk.first()].codePointAt(0))
        || words.isAny("particulars", chunk.first(), chunk.limit());
  }

  private boolean isPlace(Phrase phrase) {
    int first = phrase.first() + words.length("before-name", phrase.first(), phrase.last());
    EntityMention name = reading.name[first];
    return name != null && name.type() == EntityType.LOCATION;
  }
}
