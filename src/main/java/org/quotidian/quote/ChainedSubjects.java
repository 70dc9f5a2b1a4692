package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a cue by going back over what belongs to its verb (adverbs, times, phrases
 * with a preposition, verbs in a row), and else in the parts of the sentence before: one topic may
 * have a chain of verbs.
 */
final class ChainedSubjects {

  /** Tokens; the subject of a verb further away is not looked for. */
  private static final int REACH = 120;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final ChainedPhrases phrases;

  ChainedSubjects(Reading reading, Lexicon lexicon, CueRow cues, ChainedPhrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
  }

  @Nullable Phrase before(Cue cue, int low) {
    int from = Math.max(low, cue.first() - REACH);
    int first = partBegin(cue.first(), from);
    Phrase own = inPart(cue.first(), first);
    if (own != null) {
      return own;
    }
    Phrase shared = inChain(first, from);
    return shared == null ? ofSentenceBefore(cue.first(), low) : shared;
  }

  private int partBegin(int token, int low) {
    int i = token;
    int brackets = 0;
    while (i > low) {
      brackets += reading.is(i - 1, ")") ? 1 : reading.is(i - 1, "(") ? -1 : 0;
      boolean border = reading.isAny(i - 1, ",", ":", ";", ".", "?", "!");
      if (brackets <= 0 && border && !reading.marked[i - 1] || isStatement(i - 1)) {
        return i;
      }
      i--;
    }
    return i;
  }

  /** Whether a mark closes what is more than a term. */
  private boolean isStatement(int token) {
    return reading.marked[token]
        && reading.isQuotationMark(token)
        && token + 1 < reading.size
        && !reading.marked[token + 1]
        && ",.?!…"
                .indexOf(
                    Punctuation.plain(reading.text.charAt(Math.max(0, reading.start[token] - 1))))
            >= 0;
  }

  /** The subject of a verb in its part of the sentence, before whom or what it is said to. */
  private @Nullable Phrase inPart(int verb, int first) {
    for (int i = verb - 1; i > first; i--) {
      if (reading.isListed(WordKind.ADDRESSEE_MARK, i) && reading.pos[i].isPreposition()) {
        Phrase subject = nearest(i, first);
        if (subject != null) {
          return subject;
        }
      }
    }
    return nearest(verb, first);
  }

  /** The nearest noun phrase before a verb that is neither an object nor behind a preposition. */
  private @Nullable Phrase nearest(int verb, int first) {
    int i = verb - 1;
    while (i >= first) {
      Phrase phrase = phrases.endingAt(i, first);
      if (phrase == null) {
        i--;
        continue;
      }
      phrase = withoutRelativeClause(phrase, first, verb);
      int before = phrase.first() - 1;
      if (isAdjacent(phrase, verb)
          && (isAgent(before, first) || isDescribed(before, phrase, first))) {
        return phrase;
      }
      if (before < first || !governs(before, phrase) && isSubject(phrase, verb)) {
        return isSubject(phrase, verb) ? makerOf(phrase, first) : null;
      }
      i = before;
    }
    return null;
  }

  /** “不愿公开姓名的官员说”: the noun behind “的” is no part of the object before. */
  private Phrase withoutRelativeClause(Phrase phrase, int first, int verb) {
    boolean governed = phrase.first() > first && governs(phrase.first() - 1, phrase);
    if (!governed || !isAdjacent(phrase, verb)) {
      return phrase;
    }
    for (int i = phrase.last() - 1; i > phrase.first(); i--) {
      if (reading.isListed(WordKind.POSSESSION, i)) {
        return new Phrase(i + 1, phrase.last());
      }
    }
    return phrase;
  }

  /** Only adverbs and times stand between a subject and its verb. */
  private boolean isAdjacent(Phrase phrase, int verb) {
    for (int i = phrase.last() + 1; i < verb; i++) {
      if (!reading.pos[i].isAdverb() && !reading.isListed(WordKind.BEFORE_VERB, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSubject(Phrase phrase, int verb) {
    return phrases.canSpeak(phrase) || isAdjacent(phrase, verb);
  }

  /** “《世界报》3日报道称”: whoever made a text, with a date between. */
  private Phrase makerOf(Phrase text, int first) {
    if (text.first() != text.last() || !phrases.isDocument(text)) {
      return text;
    }
    int i = text.first() - 1;
    while (i > first && reading.pos[i].isAdverb()) {
      i--;
    }
    Phrase maker = i < text.first() - 1 && i >= first ? phrases.endingAt(i, first) : null;
    boolean speaks =
        maker != null
            && phrases.canSpeak(maker)
            && (maker.first() == first || !governs(maker.first() - 1, maker));
    return speaks && maker != null ? maker : text;
  }

  /** “核不扩散问题专家说”: the verb before is part of what describes the one who speaks. */
  private boolean isDescribed(int token, Phrase phrase, int first) {
    return token > first
        && reading.pos[token].isVerb()
        && !reading.marked[token]
        && cues.verbAt(token) == null
        && !reading.isListed(WordKind.PREPOSITION, token)
        && phrases.isPerson(phrase);
  }

  /** “被媒体称为”: whoever follows “被” does it. */
  private boolean isAgent(int token, int first) {
    return token >= first && reading.isListed(WordKind.AGENT, token);
  }

  /** Whether a phrase belongs to the preposition or verb before it, but not to “有” (there is). */
  private boolean governs(int token, Phrase phrase) {
    return !reading.isListed(WordKind.INDEFINITE, token)
        && (reading.pos[token].isPreposition()
            || reading.pos[token].isVerb() && !reading.marked[token]
            || reading.isListed(WordKind.PREPOSITION, token));
  }

  /** The subject of the cue before, or the topic of the nearest part of the sentence with one. */
  private @Nullable Phrase inChain(int limit, int low) {
    int end = limit;
    while (end > low) {
      int first = partBegin(end - 1, low);
      for (int i = first; i < end; i++) {
        Cue cue = cues.verbAt(i);
        Phrase source = cue == null ? null : inPart(i, first);
        if (source != null && phrases.canSpeak(source)) {
          return source;
        }
      }
      Phrase topic = isInsideReport(first, low) ? null : topic(first, end);
      if (topic != null) {
        return topic;
      }
      end = first;
    }
    return null;
  }

  /** Whether a cue further left may govern a part of the sentence. */
  private boolean isInsideReport(int token, int low) {
    for (int i = low; i < token; i++) {
      Cue cue = cues.verbAt(i);
      if (cue != null && (reading.isComma(cue.last() + 1) || reading.is(cue.last() + 1, ":"))) {
        return true;
      }
    }
    return false;
  }

  /** The first phrase of a part that can speak and is neither an object nor an adverbial. */
  private @Nullable Phrase topic(int first, int limit) {
    int i = first;
    while (i < limit) {
      Phrase phrase = phrases.startingAt(i, limit);
      if (phrase == null) {
        i++;
        continue;
      }
      boolean free = i == first || !governs(i - 1, phrase);
      if (free && phrases.canSpeak(phrase) && phrase.last() + 1 < limit) {
        return phrase;
      }
      i = phrase.last() + 1;
    }
    return null;
  }

  /** “他还表示”, without “他”: whoever spoke in the sentence before, in the same paragraph. */
  private @Nullable Phrase ofSentenceBefore(int token, int low) {
    int begin = reading.sentenceBegin(token);
    if (low != begin || begin == 0 || !reading.sameParagraph(begin - 1, begin)) {
      return null;
    }
    int previous = reading.sentenceBegin(begin - 1);
    for (int i = previous; i < begin; i++) {
      Cue cue = cues.verbAt(i);
      Phrase source = cue == null ? null : inPart(i, partBegin(i, previous));
      if (source != null && phrases.canSpeak(source)) {
        return source;
      }
    }
    return null;
  }
}
