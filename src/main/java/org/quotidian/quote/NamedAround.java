package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is named around words in quotation marks, with a reporting word or without. Each of them
 * may have said the words; weights tell how likely that is.
 */
record NamedAround(Reading reading, Phrases phrases) {

  /** Tokens around the words in which somebody is looked for. */
  private static final int REACH = 60;

  /**
   * @param link to the words that name him or her, without a cue
   */
  record Named(Link link, MarkedProposal.Way way) {}

  NamedAround(Groundwork article) {
    this(article.reading(), article.phrases());
  }

  List<Named> of(MarkedWords marked) {
    int first = marked.first();
    int limit = marked.limit();
    int begin = reading.sentenceBegin(first);
    int end = reading.sentenceEnd(limit - 1);
    int low = Math.max(begin, first - REACH);
    int high = Math.min(end, limit + REACH);
    var named = new ArrayList<Named>();
    add(named, firstIn(low, first), Rule.OTHER_VERB, MarkedProposal.Way.FIRST_BEFORE);
    add(named, lastIn(low, first), Rule.OTHER_VERB, MarkedProposal.Way.NEAREST_BEFORE);
    add(named, firstIn(limit, high), Rule.OTHER_VERB, MarkedProposal.Way.FIRST_BEHIND);
    if (begin > 0 && reading.paragraph[begin - 1] == reading.paragraph[first]) {
      int from = Math.max(reading.sentenceBegin(begin - 1), begin - REACH);
      Phrase before = firstIn(from, begin);
      add(named, before, Rule.SAME_PARAGRAPH, MarkedProposal.Way.SENTENCE_BEFORE);
    }
    if (end < reading.size && reading.paragraph[end] == reading.paragraph[limit - 1]) {
      Phrase behind = firstIn(end, Math.min(reading.sentenceEnd(end), end + REACH));
      add(named, behind, Rule.SAME_PARAGRAPH, MarkedProposal.Way.SENTENCE_BEHIND);
    }
    return named;
  }

  private static void add(
      List<Named> named, @Nullable Phrase source, Rule rule, MarkedProposal.Way way) {
    if (source != null) {
      named.add(new Named(Link.without(source, rule), way));
    }
  }

  private @Nullable Phrase firstIn(int low, int high) {
    for (int i = low; i < high; i++) {
      Phrase phrase = speakerAt(i, high);
      if (phrase != null) {
        return phrase;
      }
    }
    return null;
  }

  private @Nullable Phrase lastIn(int low, int high) {
    Phrase last = null;
    int i = low;
    while (i < high) {
      Phrase phrase = speakerAt(i, high);
      last = phrase == null ? last : phrase;
      i = phrase == null ? i + 1 : phrase.last() + 1;
    }
    return last;
  }

  private @Nullable Phrase speakerAt(int token, int limit) {
    Phrase phrase = phrases.startingAt(token, limit);
    return phrase != null && phrases.canSpeak(phrase) ? phrase : null;
  }
}
