package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of a quote when it is told how likely its words and speaker are right. */
final class QuoteFeatures {

  private final Reading reading;
  private final TokenFeatures common;

  QuoteFeatures(Groundwork article) {
    this.reading = article.reading();
    this.common = new TokenFeatures(reading, article.lexicon(), article.cues(), article.phrases());
  }

  List<String> of(Draft draft, Link link) {
    var features = new ArrayList<String>(20);
    String type = draft.type().label();
    String rule = link.rule().name().toLowerCase(Locale.ROOT);
    int limit = limit(draft);
    String words = TokenFeatures.bucket(reading.wordsIn(draft.first(), limit));
    features.add("bias");
    features.add("type=" + type);
    features.add("rule=" + rule);
    features.add("type,rule=" + type + "," + rule);
    features.add("type,words=" + type + "," + words);
    features.add("type,source=" + type + "," + common.kindOf(link.source()));
    features.add("begins=" + type + "," + begins(draft.first()));
    features.add("ends=" + type + "," + ends(limit));
    features.add("start=" + type + "," + shape(draft.first()));
    cue(features, type, draft, link.words());
    return features;
  }

  private void cue(List<String> features, String type, Draft draft, @Nullable Cue cue) {
    if (cue == null) {
      features.add("cue=none");
      return;
    }
    TokenClass form = reading.pos[cue.first()];
    String tense = form.isFinite() ? "finite" : form.isPresentParticiple() ? "participle" : "other";
    features.add("cue=" + common.form(cue.first(), cue.last() + 1));
    features.add("tense=" + type + "," + tense);
    boolean behind = cue.first() >= draft.first();
    int gap = behind ? -1 : Math.max(0, draft.first() - cue.last() - 1);
    features.add("gap=" + type + "," + (behind ? "behind" : TokenFeatures.bucket(gap)));
  }

  private int limit(Draft draft) {
    int limit = draft.first() + 1;
    while (limit < reading.size && reading.start[limit] < draft.span().end()) {
      limit++;
    }
    return limit;
  }

  private String begins(int first) {
    return first == reading.sentenceBegin(first)
        ? "sentence"
        : first > 0 && !reading.isWord(first - 1) ? "part" : "inside";
  }

  private String ends(int limit) {
    return reading.wordsIn(limit, reading.sentenceEnd(limit - 1)) == 0
        ? "sentence"
        : !reading.isWord(limit) ? "part" : "inside";
  }

  /** How the words begin: with a complementiser, a pronoun, a name, in marks. */
  private String shape(int first) {
    TokenClass pos = reading.pos[first];
    return reading.marked[first]
        ? "marked"
        : pos.wordClass().name() + (reading.isCapitalised(first) ? "+" : "-");
  }
}
