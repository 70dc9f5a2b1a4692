package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a cue by word lists: the phrase beside it, or the one that begins its part
 * of the sentence or an earlier part, across titles, ages and places between commas.
 */
final class ListedSubjects {

  /** Tokens; the subject of a verb further away is not looked for. */
  private static final int REACH = 90;

  private static final int LONGEST_UNLISTED = 12; // tokens

  /** Tokens from a noun for a text to whoever made it. */
  private static final int FAR_MAKER = 4;

  /** Tokens. */
  private static final int LONGEST_NICKNAME = 9;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final ListedWords words;
  private final ListedPhrases phrases;
  private final ListedAppositions appositions;

  ListedSubjects(
      Reading reading, Lexicon lexicon, CueRow cues, ListedWords words, ListedPhrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.words = words;
    this.phrases = phrases;
    this.appositions = new ListedAppositions(reading, lexicon, cues, words, phrases, this::opening);
  }

  /** A part of a sentence between commas, dashes or brackets. */
  record Chunk(int first, int limit) {}

  /** The subject of a cue, looked for to its left and not before {@code low}. */
  @Nullable Phrase before(Cue cue, int low) {
    int from = Math.max(low, cue.first() - REACH);
    Cue verb = cue;
    for (Cue joined = cue; joined != null; joined = joined(joined.first(), from)) {
      verb = joined;
      Phrase nickname = nickname(verb.first(), from);
      Phrase outright = nickname == null ? relayed(from, verb.first()) : nickname;
      if (outright != null) {
        return outright;
      }
    }
    List<Chunk> chunks = chunks(from, verb.first());
    return chunks.isEmpty() ? null : among(chunks, verb.first());
  }

  private @Nullable Phrase among(List<Chunk> chunks, int cue) {
    int last = chunks.size() - 1;
    Phrase adjacent = adjacentTo(cue, chunks.get(last));
    Phrase described = appositions.described(adjacent, chunks, cue);
    if (described != null) {
      return described;
    }
    if (adjacent != null) {
      return appositions.named(adjacent, chunks, last);
    }
    for (int i = last; i >= 0; i--) {
      Phrase opening = opening(chunks.get(i));
      if (opening != null) {
        return appositions.named(opening, chunks, i);
      }
    }
    return null;
  }

  /** “Bến Xanh phủ nhận mọi cáo buộc và nhấn mạnh …”: the verb before, with the same subject. */
  private @Nullable Cue joined(int cue, int low) {
    int i = cue - 1;
    while (i > low && words.onlyAdverbs(i, cue)) {
      i--;
    }
    if (i <= low || !words.isAny(WordKind.CONJUNCTION, i, cue)) {
      return null;
    }
    while (--i > low && !reading.marked[i] && !reading.isAny(i, ":", ";")) {
      if (cues.verbAt(i) != null) {
        return cues.verbAt(i);
      }
    }
    return null;
  }

  /** Whose words an attribution gives: “theo trưởng bến tàu, ông Hải, …” are the man's. */
  @Nullable Phrase sourceBehind(int from, int limit) {
    Phrase source = behindText(from, limit);
    if (source == null) {
      return null;
    }
    int next = source.last() + 1;
    boolean parted = next + 1 < limit && (reading.isComma(next) || isSpacedDash(next));
    Phrase person = parted ? phrases.startingAt(next + 1, limit) : null;
    return person != null
            && (person.last() + 1 == limit || reading.isComma(person.last() + 1))
            && appositions.isRoleOf(source, person)
        ? person
        : source;
  }

  /** “Báo Sông Xanh dẫn nguồn tin từ ông Hải cho biết”: whose words a medium passes on. */
  private @Nullable Phrase relayed(int low, int cue) {
    for (int i = cue - 1; i >= low; i--) {
      int text = words.skip(WordKind.RELAY, i, cue);
      if (text > i && words.isAny(WordKind.TEXT, text, cue)) {
        return sourceBehind(text, cue);
      }
      if (reading.marked[i] || cues.verbAt(i) != null || reading.isAny(i, ":", ";")) {
        return null;
      }
    }
    return null;
  }

  /**
   * Behind a noun for a text and the word that joins it to whoever made it: “(theo) số liệu mới
   * nhất của Sở Y tế”; the phrase that begins here if there is no such noun.
   */
  @Nullable Phrase behindText(int from, int limit) {
    int text = words.length(WordKind.TEXT, from, limit);
    int most = text == 0 ? 0 : Math.min(limit, from + text + FAR_MAKER);
    for (int i = from + text; i < most && reading.isWord(i) && !reading.marked[i]; i++) {
      int mark = words.length(WordKind.MAKER_MARK, i, limit);
      Phrase maker = phrases.startingAt(i + mark, limit);
      if (mark > 0 || maker != null) {
        return maker == null ? upToBorder(i + mark, limit) : maker;
      }
    }
    return phrases.startingAt(from, limit);
  }

  /** Everything up to the next comma or other mark: “(theo) tài tử người Tân Phước, …”. */
  @Nullable Phrase upToBorder(int from, int high) {
    int i = from;
    while (i < high
        && i - from < LONGEST_UNLISTED
        && reading.isWord(i)
        && !reading.marked[i]
        && cues.at(i) == null) {
      i++;
    }
    return i == from ? null : new Phrase(from, i - 1);
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
              Math.max(
                  words.length(WordKind.OPENER, first, cue.first()),
                  words.length(WordKind.WHILE, first, cue.first())),
              words.length(WordKind.TIME, first, cue.first()));
      first += skipped;
    }
    int limit = first;
    while (limit < cue.first() && !words.onlyAdverbs(limit, cue.first())) {
      limit++;
    }
    return limit == first
            || limit - first > LONGEST_UNLISTED
            || words.isAny(WordKind.ADDRESSEE_MARK, first, limit)
        ? null
        : new Phrase(first, limit - 1);
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
    while (i < chunk.limit() && !words.onlyAdverbs(i, cue)) {
      Phrase phrase = phrases.startingAt(i, chunk.limit());
      if (phrase == null) {
        i++;
        continue;
      }
      if (words.onlyAdverbs(phrase.last() + 1, cue)) {
        boolean object =
            i > chunk.first()
                && !words.isAny(WordKind.SUBORDINATOR, i - 1, i)
                && (words.isAny(WordKind.GIVING, i - 1, i)
                    || words.isAny(WordKind.ADDRESSEE_MARK, i - 1, i)
                    || words.isAny(WordKind.PREPOSITION, i - 1, i));
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
              words.length(WordKind.OPENER, i, chunk.limit()),
              words.length(WordKind.TIME, i, chunk.limit()));
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
}
