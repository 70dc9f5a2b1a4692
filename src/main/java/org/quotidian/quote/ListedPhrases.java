package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/**
 * Phrases by word lists and names, for languages whose tokens carry no tags. A phrase begins with a
 * name, a title, a noun for people or bodies, a quantifier or a pronoun, and reaches to the first
 * word that cannot belong to it.
 */
final class ListedPhrases implements Phrases {

  /** Tokens; the subject of a verb further away is not looked for. */
  private static final int REACH = 90;

  /** Tokens; no description of a source is longer. */
  private static final int LONGEST = 18;

  /** Tokens between a subject and its reporting verb. */
  private static final int PREDICATE_REACH = 30;

  /** Tokens. */
  private static final int LONGEST_NICKNAME = 9;

  /** Classes of words that open a sentence with a capital and are no names. */
  private static final List<String> FUNCTION_WORDS =
      List.of("opener", "subordinator", "addressee-mark", "negation", "time", "adverbial");

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;

  ListedPhrases(Reading reading, Lexicon lexicon, CueRow cues) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
  }

  /** A stretch of a sentence between commas, dashes or brackets. */
  private record Chunk(int first, int limit) {}

  @Override
  public @Nullable Phrase startingAt(int token, int limit) {
    if (token >= limit || reading.marked[token] || !reading.isWord(token)) {
      return null;
    }
    int head = headLength(token, limit);
    EntityMention name = reading.name[token];
    Cue cue = cues.at(token);
    if (cue != null && (name == null || !isSource(name)) && head <= cue.last() - token + 1) {
      return null;
    }
    if (head == 0 && (name == null || !isSource(name))) {
      Phrase unlisted = capitalsBeforeCue(token, limit);
      return unlisted == null ? capitalsBehindCue(token, limit) : unlisted;
    }
    int next = token + head;
    if (name != null && isSource(name) && nameLimit(token) >= next) {
      next = nameLimit(token);
      if (name.type() == EntityType.PERSON) {
        return new Phrase(token, withDemonstrative(next, limit) - 1);
      }
    }
    int end = extended(token, Math.min(next, limit), limit);
    boolean quantifierOnly =
        end == token + head
            && length(lexicon.words("quantifier"), token, limit) == head
            && length(lexicon.sources(), token, limit) < head;
    return quantifierOnly ? null : new Phrase(token, end - 1);
  }

  /** A name that the tagger missed: capitals right before a reporting verb. */
  private @Nullable Phrase capitalsBeforeCue(int token, int limit) {
    int i = token;
    while (i < limit && reading.isCapitalised(i) && reading.isWord(i) && cues.at(i) == null) {
      i++;
    }
    if (i == token || isFunctionWord(token, limit)) {
      return null;
    }
    int verb = i;
    while (verb < reading.size
        && verb < i + 4
        && cues.verbAt(verb) == null
        && onlyAdverbs(verb, verb + 1)) {
      verb++;
    }
    return cues.verbAt(verb) == null ? null : new Phrase(token, i - 1);
  }

  private boolean isFunctionWord(int token, int limit) {
    for (String wordClass : FUNCTION_WORDS) {
      if (length(lexicon.words(wordClass), token, limit) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The same right behind one: “…”, sagte Anna Berg. */
  private @Nullable Phrase capitalsBehindCue(int token, int limit) {
    Cue cue = cues.before(token);
    int i = token;
    while (i < limit && reading.isCapitalised(i) && reading.isWord(i)) {
      i++;
    }
    return cue == null || i == token ? null : new Phrase(token, i - 1);
  }

  private static boolean isSource(EntityMention name) {
    return name.type() == EntityType.PERSON
        || name.type() == EntityType.ORGANIZATION
        || name.type() == EntityType.LOCATION;
  }

  /** How many tokens the title, noun, pronoun or quantifier takes that begins here; 0 for none. */
  private int headLength(int token, int limit) {
    int longest = 0;
    longest = Math.max(longest, length(lexicon.sources(), token, limit));
    longest = Math.max(longest, length(lexicon.titles(), token, limit));
    longest = Math.max(longest, length(lexicon.pronounPhrases(), token, limit));
    longest = Math.max(longest, length(lexicon.words("quantifier"), token, limit));
    return longest;
  }

  private int length(WordTree<?> tree, int token, int limit) {
    var match = tree.longestAt(reading.lower, token, limit);
    return match == null ? 0 : match.length();
  }

  private int nameLimit(int token) {
    EntityMention name = reading.name[token];
    int i = token;
    while (i < reading.size && reading.name[i] == name && (i == token || cues.verbAt(i) == null)) {
      i++;
    }
    return i;
  }

  private int withDemonstrative(int next, int limit) {
    int length = length(lexicon.words("demonstrative"), next, limit);
    return next + length;
  }

  /** Where a phrase ends that goes on at {@code next}. */
  private int extended(int first, int next, int limit) {
    int i = next;
    while (i < limit && i - first < LONGEST) {
      EntityMention name = reading.name[i];
      if (reading.marked[i] || cues.at(i) != null && name == null) {
        break;
      }
      if (name != null && isSource(name)) {
        i = Math.min(limit, nameLimit(i));
        if (name.type() == EntityType.PERSON) {
          return Math.min(limit, withDemonstrative(i, limit));
        }
        continue;
      }
      int behindBrackets = nameBehindBrackets(i, limit);
      if (behindBrackets > 0) {
        i = behindBrackets;
        continue;
      }
      if (length(lexicon.words("demonstrative"), i, limit) > 0) {
        return withDemonstrative(i, limit);
      }
      if (length(lexicon.words("stop"), i, limit) > 0
          || length(lexicon.words("addressee-mark"), i, limit) > 0) {
        break;
      }
      if (length(lexicon.words("conjunction"), i, limit) > 0
          && !(i + 1 < limit && headLength(i + 1, limit) > 0)) {
        break;
      }
      if (!reading.isWord(i) && !reading.isAny(i, "&", "/", "-")) {
        break;
      }
      if (reading.isAny(i, "-") && i > 0 && reading.start[i] > reading.end[i - 1]) {
        break;
      }
      i++;
    }
    return i;
  }

  /**
   * “Tổng thư ký Liên minh (LM) Lê Hải”: where the name begins; 0 without brackets before a name.
   */
  private int nameBehindBrackets(int token, int limit) {
    if (!reading.is(token, "(")) {
      return 0;
    }
    for (int i = token + 1; i + 1 < limit && i < token + 6; i++) {
      if (reading.is(i, ")")) {
        EntityMention name = reading.name[i + 1];
        return name != null && name.type() == EntityType.PERSON ? i + 1 : 0;
      }
    }
    return 0;
  }

  @Override
  public @Nullable Phrase subjectBefore(Cue cue, int low) {
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

  /**
   * “Vua cá” cho biết: what somebody is called in marks, at the start of a part of the sentence.
   */
  private @Nullable Phrase nickname(int cue, int low) {
    int close = cue - 1;
    while (close > low && !reading.marked[close] && onlyAdverbs(close, cue)) {
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
      Phrase phrase = startingAt(i, chunk.limit());
      if (phrase == null) {
        i++;
        continue;
      }
      if (onlyAdverbs(phrase.last() + 1, cue)) {
        boolean object =
            i > chunk.first()
                && length(lexicon.words("subordinator"), i - 1, i) == 0
                && (length(lexicon.words("giving"), i - 1, i) > 0
                    || length(lexicon.words("addressee-mark"), i - 1, i) > 0
                    || length(lexicon.words("preposition"), i - 1, i) > 0);
        if (!object) {
          return phrase;
        }
        governed = phrase;
      }
      i = phrase.last() + 1;
    }
    return chunk.first() == 0 || opening(chunk) != null ? null : governed;
  }

  private boolean onlyAdverbs(int from, int limit) {
    int i = from;
    int brackets = 0;
    while (i < limit) {
      if (reading.is(i, "(")) {
        brackets++;
      }
      int skipped =
          Math.max(
              length(lexicon.words("before-verb"), i, limit),
              length(lexicon.words("time"), i, limit));
      if (skipped == 0
          && (brackets > 0
              || Character.isDigit(reading.word[i].codePointAt(0))
              || reading.isAny(i, "/", "-"))) {
        skipped = 1;
      }
      if (reading.is(i, ")")) {
        brackets--;
      }
      if (skipped == 0) {
        return false;
      }
      i += skipped;
    }
    return true;
  }

  /** The phrase with which a chunk begins, adverbs and times passed over. */
  private @Nullable Phrase opening(Chunk chunk) {
    int i = chunk.first();
    while (i < chunk.limit()) {
      Phrase phrase = startingAt(i, chunk.limit());
      if (phrase != null) {
        return phrase;
      }
      Cue cue = cues.at(i);
      int skipped =
          Math.max(
              length(lexicon.words("opener"), i, chunk.limit()),
              length(lexicon.words("time"), i, chunk.limit()));
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
      if (before == null || !onlyAdverbs(before.last() + 1, chunks.get(i).limit())) {
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
      int next = name == null ? i + headLength(i, phrase.last() + 1) : nameLimit(i);
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
        || length(lexicon.words("particulars"), chunk.first(), chunk.limit()) > 0;
  }

  private boolean isPlace(Phrase phrase) {
    int first =
        phrase.first() + length(lexicon.words("before-name"), phrase.first(), phrase.last());
    EntityMention name = reading.name[first];
    return name != null && name.type() == EntityType.LOCATION;
  }

  @Override
  public int predicateOf(Phrase subject, int limit) {
    int to = Math.min(limit, subject.last() + PREDICATE_REACH);
    for (int i = subject.last() + 1; i < to && !reading.marked[i]; i++) {
      if (cues.verbAt(i) != null || reading.isAny(i, ".", ":", ";")) {
        return i;
      }
    }
    return limit;
  }

  @Override
  public boolean canSpeak(Phrase phrase) {
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      EntityMention name = reading.name[i];
      if (name != null && isSource(name)) {
        return true;
      }
    }
    int head =
        phrase.first() + length(lexicon.words("quantifier"), phrase.first(), phrase.last() + 1);
    return length(lexicon.sources(), phrase.first(), phrase.last() + 1) > 0
        || length(lexicon.pronounPhrases(), phrase.first(), phrase.last() + 1) > 0
        || length(lexicon.titles(), phrase.first(), phrase.last() + 1) > 0
        || length(lexicon.sources(), head, phrase.last() + 1) > 0;
  }
}
