package org.quotidian.quote;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.MarkedProposal.Way;

/**
 * Whoever is named around words in quotation marks, with a reporting word or without. Each of them
 * may have said the words; weights tell how likely that is.
 */
record NamedAround(Reading reading, Phrases phrases) {

  /** Tokens around the words in which somebody is looked for. */
  private static final int REACH = 60;

  NamedAround(Groundwork article) {
    this(article.reading(), article.phrases());
  }

  /** Those who are named, each without a cue, by the way in which they were found. */
  Map<Way, Link> of(MarkedWords marked) {
    int first = marked.first();
    int limit = marked.limit();
    int begin = reading.sentenceBegin(first);
    int end = reading.sentenceEnd(limit - 1);
    int low = Math.max(begin, first - REACH);
    int high = Math.min(end, limit + REACH);
    var named = new EnumMap<Way, Link>(Way.class);
    add(named, firstIn(low, first), Rule.OTHER_VERB, Way.FIRST_BEFORE);
    add(named, lastIn(low, first), Rule.OTHER_VERB, Way.NEAREST_BEFORE);
    add(named, firstIn(limit, high), Rule.OTHER_VERB, Way.FIRST_BEHIND);
    if (begin > 0 && reading.paragraph[begin - 1] == reading.paragraph[first]) {
      int from = Math.max(reading.sentenceBegin(begin - 1), begin - REACH);
      Phrase before = firstIn(from, begin);
      add(named, before, Rule.SAME_PARAGRAPH, Way.SENTENCE_BEFORE);
    }
    if (end < reading.size && reading.paragraph[end] == reading.paragraph[limit - 1]) {
      Phrase behind = firstIn(end, Math.min(reading.sentenceEnd(end), end + REACH));
      add(named, behind, Rule.SAME_PARAGRAPH, Way.SENTENCE_BEHIND);
    }
    return named;
  }

  private static void add(Map<Way, Link> named, @Nullable Phrase source, Rule rule, Way way) {
    if (source != null) {
      named.put(way, Link.without(source, rule));
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
