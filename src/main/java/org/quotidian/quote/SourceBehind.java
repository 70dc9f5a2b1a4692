package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds the source that stands behind words in quotation marks. */
final class SourceBehind {

  /** Words; fewer, behind the object of a verb, are a term: promised a “huge” gift. */
  private static final int SHORTEST_OBJECT = 3;

  /** Words; so many are hardly a term. */
  private static final int SHORTEST_STATEMENT = 7;

  /** Tokens of a source that no list names. */
  private static final int LONGEST_UNLISTED = 7;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final UnlistedVerbs others;

  SourceBehind(Groundwork article) {
    this.reading = article.reading();
    this.lexicon = article.lexicon();
    this.cues = article.cues();
    this.phrases = article.phrases();
    this.others = new UnlistedVerbs(reading, lexicon, cues, phrases);
  }

  @Nullable Link rightOf(int limit, int high) {
    int i = limit;
    while (i < high
        && i < limit + 2
        && (reading.isComma(i) || reading.is(i, ".") || reading.isDash(i))) {
      i++;
    }
    if (reading.isListed(WordKind.REPORT_OPENING, i)) {
      i++; // “…,” as Berg put it
    }
    if (i >= high || reading.marked[i]) {
      return null;
    }
    if (i == limit && lexicon.traits().verbsHaveGroups() && others.isTerm(limit)) {
      return null;
    }
    Cue cue = cues.verbAt(i);
    if (cue != null && cue.refused()) {
      return null;
    }
    boolean naming = cue != null && cue.takes(CueWords.Frame.NAME);
    if (cue != null
        && reading.mayHaveSubject(cue)
        && (!naming || cue.takes(CueWords.Frame.QUOTE))) {
      Phrase around = lexicon.traits().verbsHaveGroups() ? phrases.subjectBefore(cue, i) : null;
      if (around != null) {
        return Link.of(around, cue, Rule.VERB_SOURCE);
      }
      int j = cue.last() + 1;
      while (j < high && reading.pos[j].isAdverb()) {
        j++;
      }
      if (j < high && reading.isListed(WordKind.OBJECT_PRONOUN, j) && j + 1 < high) {
        j++;
      }
      boolean inside = cue.takes(CueWords.Frame.INSIDE);
      Phrase source = inside ? null : phrases.startingAt(j, high);
      if (source == null && lexicon.traits().subjectsOnEitherSide()) {
        source = phrases.subjectBefore(cue, i);
      }
      if (source != null) {
        return Link.of(source, cue, Rule.VERB_SOURCE);
      }
    }
    Link other = cue == null ? others.behind(i, high) : null;
    if (other != null) {
      return other;
    }
    Cue attribution = cues.at(i) == null && i > limit ? cues.at(i - 1) : cues.at(i); // “…”, so Berg
    if (attribution != null && attribution.isAttribution()) {
      Phrase source = phrases.startingAt(attribution.last() + 1, high);
      return source == null ? null : Link.of(source, attribution, Rule.ATTRIBUTION);
    }
    Phrase source = phrases.startingAt(i, high);
    if (lexicon.traits().marksHoldTerms() && i == limit && isNickname(limit)) {
      return null;
    }
    if (source == null && lexicon.traits().personsBehindMarksSpeak() && i > limit) {
      return unlisted(i, high);
    }
    if (source != null) {
      int verb = phrases.predicateOf(source, high);
      Cue after = cues.verbAt(verb);
      Link mistaken = after == null ? verbLikeNoun(source, high) : null;
      if (mistaken != null) {
        return mistaken;
      }
      if (after != null && !after.refused() && !announcesOthers(after, limit, high)) {
        return Link.of(source, after, Rule.SOURCE_VERB);
      }
      if (lexicon.traits().personsBehindMarksSpeak() && i > limit && speaksBehind(source, limit)) {
        return Link.without(source, Rule.OTHER_VERB);
      }
      if (verb < high
          && !reading.marked[verb]
          && reading.pos[verb].isPastTense()
          && reading.isComma(i - 1) | endsWithComma(limit)
          && phrases.canSpeak(source)) {
        return new Link(source, new Phrase(verb, verb), null, Rule.OTHER_VERB);
      }
    }
    return null;
  }

  /** “…,” the Swiss state: taggers take the verb for a noun. */
  private @Nullable Link verbLikeNoun(Phrase source, int high) {
    int last = source.last();
    var verb = lexicon.cues().longestAt(reading.lower, last, high);
    boolean verbal =
        verb != null
            && lexicon.traits().verbsByTags()
            && last > source.first()
            && reading.pos[last].isCommonNoun()
            && verb.value().takes(CueWords.Frame.QUOTE)
            && verb.length() == 1;
    return verbal && verb != null
        ? Link.of(
            new Phrase(source.first(), last - 1),
            new Cue(verb.value(), last, last, false),
            Rule.SOURCE_VERB)
        : null;
  }

  /** “…” — Anna Berg, also in a line of its own */
  @Nullable Link dashed(int limit, int high) {
    int i = limit;
    boolean line =
        i < reading.size
            && !reading.sameParagraph(limit - 1, i)
            && reading.paragraph[i] == reading.paragraph[limit - 1] + 1;
    if (i < reading.size && reading.isDash(i) && (line || reading.sameParagraph(limit - 1, i))) {
      int end = reading.sentenceEnd(i);
      Phrase name = phrases.startingAt(i + 1, end);
      if (name != null && lexicon.traits().personsBehindMarksSpeak()) {
        return reading.isDash(i) ? dashedBehindStatement(name, limit) : null;
      }
      if (name != null && phrases.canSpeak(name) && reading.isCapitalised(name.first())) {
        int rest = name.last() + 1;
        boolean last = rest >= end || !reading.isWord(rest) && end - rest < 12;
        return last && end - i < 16 && (!line || reading.namesPerson(name))
            ? Link.without(name, Rule.DASH_SOURCE)
            : null;
      }
    }
    return null;
  }

  /** “…” – ông Hải chỉ vào con tàu: whatever he does, he spoke. */
  private @Nullable Link dashedBehindStatement(Phrase name, int limit) {
    return reading.namesPerson(name) && reading.sameParagraph(limit - 1, name.first())
        ? Link.without(name, Rule.DASH_SOURCE)
        : null;
  }

  /** “We wait.” (Anna Berg, 41) */
  @Nullable Link bracketed(int limit) {
    if (!reading.is(limit, "(")
        || !reading.sameParagraph(limit - 1, limit)
        || !Punctuation.isStop(reading.text.charAt(reading.end[limit - 1] - 2))) {
      return null;
    }
    Phrase name = phrases.startingAt(limit + 1, reading.sentenceEnd(limit));
    return name != null
            && reading.namesPerson(name)
            && (reading.isComma(name.last() + 1) || reading.is(name.last() + 1, ")"))
        ? Link.without(name, Rule.DASH_SOURCE)
        : null;
  }

  /** “Vua cá” Hải nói: a few words without punctuation are part of the name behind them. */
  private boolean isNickname(int limit) {
    int first = limit - 1;
    while (first > 0 && reading.marked[first - 1]) {
      first--;
    }
    return reading.wordsIn(first, limit) <= SHORTEST_OBJECT && reading.isWord(limit - 2);
  }

  /** “…”, lão tướng nói: words that no list names, between the comma and a cue. */
  private @Nullable Link unlisted(int first, int high) {
    int last = first - 1;
    for (int i = first; i < Math.min(high, first + LONGEST_UNLISTED); i++) {
      Cue cue = cues.verbAt(i);
      if (cue != null) {
        return last < first || cue.refused()
            ? null
            : Link.of(new Phrase(first, last), cue, Rule.SOURCE_VERB);
      }
      if (reading.is(i, "(") && i > first) {
        i = closingBracket(i, high); // an age or an office
      } else if (reading.marked[i] || !reading.isWord(i)) {
        return null;
      } else {
        last = i;
      }
    }
    return null;
  }

  private int closingBracket(int open, int high) {
    int i = open;
    while (i < high && !reading.is(i, ")")) {
      i++;
    }
    return i;
  }

  /**
   * “…”, Hải khẩn thiết: a whole sentence, then a comma and somebody: whatever he does, he spoke.
   */
  private boolean speaksBehind(Phrase source, int limit) {
    int first = limit - 1;
    while (first > 0 && reading.marked[first - 1]) {
      first--;
    }
    boolean opens =
        first == reading.sentenceBegin(first) || !reading.sameParagraph(first - 1, first);
    return opens
        && reading.wordsIn(first, limit) >= SHORTEST_STATEMENT
        && reading.namesPerson(source);
  }

  /** “Really?” Anna Berg said: “…”, in a sentence of its own, goes with what follows. */
  private boolean announcesOthers(Cue cue, int limit, int high) {
    if (reading.sentence[limit - 1] == reading.sentence[cue.first()]) {
      return false;
    }
    int next = cue.last() + 1;
    while (next < high && lexicon.words(WordKind.AFTER_VERB).of(reading.lower[next]) != null) {
      next++;
    }
    return reading.is(next, ":");
  }

  private boolean endsWithComma(int limit) {
    int end = reading.end[limit - 1];
    return end >= 2 && Punctuation.plain(reading.text.charAt(end - 2)) == ',';
  }

  /** “…。”林晓梅昨天在巴黎说。: a sentence of its own that only tells who said what stands before. */
  @Nullable Link closing(int limit) {
    if (!lexicon.traits().modifiersFirst()
        || limit >= reading.size
        || reading.marked[limit]
        || !reading.sameParagraph(limit - 1, limit)
        || !Punctuation.isStop(reading.text.charAt(reading.end[limit - 1] - 2))) {
      return null;
    }
    int last = reading.sentenceEnd(limit) - 1;
    while (last > limit && !reading.isWord(last)) {
      last--;
    }
    for (int i = limit; i <= last; i++) {
      Cue cue = reading.marked[i] ? null : cues.verbAt(i);
      if (cue != null && cue.last() == last && cue.takes(CueWords.Frame.QUOTE)) {
        Phrase source = phrases.subjectBefore(cue, limit);
        return source == null || source.first() < limit
            ? null
            : Link.of(source, cue, Rule.SOURCE_VERB);
      }
    }
    return null;
  }

  /** The end of the sentence, which may go on behind the closing mark: “Really?” she asked. */
  int sentenceEndAfter(int limit) {
    int end = reading.sentenceEnd(limit - 1);
    if (end == limit && limit < reading.size && reading.sameParagraph(limit - 1, limit)) {
      boolean goesOn = Character.isLowerCase(reading.word[limit].codePointAt(0));
      char last = reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2));
      if (goesOn
          || ",?!".indexOf(Punctuation.plain(last)) >= 0
          || rightOf(limit, reading.sentenceEnd(limit)) != null && startsShort(limit)) {
        return reading.sentenceEnd(limit);
      }
    }
    return end;
  }

  private boolean startsShort(int limit) {
    return reading.sentenceEnd(limit) - limit < 16;
  }
}
