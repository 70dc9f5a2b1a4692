package org.quotidian.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a {@link MarkedProposal} when it is decided whether it is right. */
final class MarkedFeatures {

  private static final int NEAR = 3; // tokens

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final ListedWords words;
  private final TokenFeatures common;
  private final Cast cast;
  private final Map<Phrase, String> names = new HashMap<>();

  MarkedFeatures(Groundwork article) {
    this.reading = article.reading();
    this.lexicon = article.lexicon();
    this.cues = article.cues();
    this.words = new ListedWords(reading, lexicon);
    this.cast = new Cast(reading, lexicon);
    this.common = new TokenFeatures(reading, lexicon, cues, article.phrases());
  }

  /** The fullest name of a source; empty if unknown. */
  String canonical(Link link) {
    return names.computeIfAbsent(link.source(), source -> cast.resolve(source, null).canonical());
  }

  List<String> of(MarkedProposal proposal) {
    var features = new ArrayList<String>(80);
    int first = proposal.first();
    int limit = proposal.limit();
    Link link = proposal.link();
    String name = proposal.way().name().toLowerCase(Locale.ROOT);
    String way = name + (proposal.byRule() ? "+" : "-");
    String rule = link.rule().name().toLowerCase(Locale.ROOT);
    features.add("bias");
    features.add("way=" + way);
    features.add("rule=" + rule + (proposal.byRule() ? "+" : "-"));
    int count = reading.wordsIn(first, limit);
    features.add("words=" + TokenFeatures.bucket(count));
    features.add("words,way=" + TokenFeatures.bucket(count) + "," + way);
    String shape = shape(first, limit);
    features.add("shape=" + shape);
    features.add("shape,words=" + shape + "," + TokenFeatures.bucket(count));
    features.add("shape,way=" + shape + "," + way);
    String chosen =
        proposal.chosen() == null ? "nobody" : proposal.chosen().name().toLowerCase(Locale.ROOT);
    features.add("chosen,way=" + chosen + "," + way);
    String since = since(proposal);
    features.add("since=" + since);
    features.add("since,way=" + since + "," + way);
    around(features, first, limit, way);
    inside(features, first, limit);
    source(features, proposal);
    cue(features, proposal, way);
    return features;
  }

  /** What parts them from the marked words before, if that is little; else paragraphs. */
  private String since(MarkedProposal proposal) {
    MarkedProposal.Before before = proposal.before();
    if (before == null) {
      return "first";
    }
    if (proposal.first() - before.limit() > NEAR) {
      int paragraphs = reading.paragraph[proposal.first()] - reading.paragraph[before.limit() - 1];
      return "paragraphs " + Math.min(2, paragraphs);
    }
    return (before.said() ? "said " : "unsaid ") + common.form(before.limit(), proposal.first());
  }

  /** How the words begin, how they end, and whether they are a sentence of their own. */
  private String shape(int first, int limit) {
    boolean opens = first == reading.sentenceBegin(first);
    boolean closes = reading.wordsIn(limit, reading.sentenceEnd(limit - 1)) == 0;
    char last = reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2));
    boolean stop = ".!?…".indexOf(last) >= 0;
    boolean comma = last == ',';
    boolean capital = first + 1 < limit && reading.isCapitalised(first + 1);
    return (opens ? "<" : "-")
        + (capital ? "A" : "a")
        + (stop ? "." : comma ? "," : "_")
        + (closes ? ">" : "-");
  }

  private void around(List<String> features, int first, int limit, String way) {
    String before = common.wordAt(first - 1, reading.size);
    String before2 = common.wordAt(first - 2, reading.size);
    if (first == reading.sentenceBegin(first)) {
      before = "begin";
      before2 = "begin";
    }
    String after =
        limit < reading.sentenceEnd(limit - 1) ? common.wordAt(limit, reading.size) : "end";
    features.add("before=" + before);
    features.add("before2=" + before2 + " " + before);
    features.add("before,way=" + before + "," + way);
    features.add("after=" + after);
    features.add("after2=" + after + " " + common.wordAt(limit + 1, reading.size));
    features.add("after,way=" + after + "," + way);
    if (first > 0) {
      common.classes("before", first - 1, first, features);
    }
    common.classes("after", limit, Math.min(limit + NEAR, reading.size), features);
    boolean same = false;
    for (int i = Math.max(reading.sentenceBegin(first), first - TokenFeatures.WINDOW);
        i < first;
        i++) {
      same |= reading.marked[i];
    }
    features.add("marks before=" + same);
    boolean later = false;
    int high = Math.min(reading.sentenceEnd(limit - 1), limit + TokenFeatures.WINDOW);
    for (int i = limit; i < high; i++) {
      later |= reading.marked[i];
    }
    features.add("marks behind=" + later);
  }

  private void inside(List<String> features, int first, int limit) {
    boolean sign = false;
    boolean comma = false;
    boolean ask = false;
    int capitals = 0;
    for (int i = first; i < Math.min(limit, first + 2 * TokenFeatures.WINDOW); i++) {
      sign |= words.isAny(WordKind.CLAUSE_SIGN, i, limit);
      comma |= reading.isComma(i);
      ask |= reading.is(i, "?") || reading.is(i, "!");
      capitals += reading.isCapitalised(i) ? 1 : 0;
      var pronoun = lexicon.pronounPhrases().longestAt(reading.lower, i, limit);
      if (pronoun != null && pronoun.value().person() < 3) {
        features.add("person " + pronoun.value().person());
      }
    }
    features.add("sign=" + sign);
    features.add("comma=" + comma);
    features.add("asks=" + ask);
    int count = Math.max(1, reading.wordsIn(first, limit));
    features.add("capitals=" + (4 * capitals / count));
    features.add("glyph=" + reading.word[first]);
    features.add("first=" + common.wordAt(first + 1, limit));
    features.add(
        "first two=" + common.wordAt(first + 1, limit) + " " + common.wordAt(first + 2, limit));
    common.classes("first", first + 1, limit, features);
  }

  private void source(List<String> features, MarkedProposal proposal) {
    Phrase source = proposal.link().source();
    String kind = common.kindOf(source);
    features.add("source=" + kind);
    boolean sameSentence = reading.sentence[source.first()] == reading.sentence[proposal.first()];
    boolean behind = source.first() >= proposal.limit();
    int distance =
        behind ? source.first() - proposal.limit() : proposal.first() - source.last() - 1;
    String place =
        sameSentence || behind
            ? (behind ? "+" : "-") + TokenFeatures.bucket(distance)
            : "paragraphs "
                + Math.min(
                    3, reading.paragraph[proposal.first()] - reading.paragraph[source.first()])
                + " sentences "
                + Math.min(
                    4, reading.sentence[proposal.first()] - reading.sentence[source.first()]);
    features.add("source at=" + place);
    features.add("source,at=" + kind + place);
    String name = proposal.way().name().toLowerCase(Locale.ROOT);
    features.add("behind source=" + common.wordAt(source.last() + 1, reading.size));
    features.add(
        "behind source,way=" + common.wordAt(source.last() + 1, reading.size) + "," + name);
    features.add("source at,way=" + place + "," + name);
    features.add("source,way=" + kind + "," + name);
  }

  private void cue(List<String> features, MarkedProposal proposal, String way) {
    @Nullable Phrase cue = proposal.link().cue();
    if (cue == null) {
      features.add("cue=none");
      return;
    }
    String form = common.form(cue.first(), cue.last() + 1);
    features.add("cue=" + form);
    features.add("cue,way=" + form + "," + proposal.way().name().toLowerCase(Locale.ROOT));
    Cue words = proposal.link().words();
    if (words != null) {
      words.words().frames().forEach(frame -> features.add("frame=" + frame));
      features.add("kind=" + words.words().kind() + "," + way);
    }
    boolean behind = cue.first() >= proposal.limit();
    int distance = behind ? cue.first() - proposal.limit() : proposal.first() - cue.last() - 1;
    String bucket = (behind ? "+" : "-") + TokenFeatures.bucket(distance);
    features.add("cue at=" + bucket);
    features.add(
        "cue at,words="
            + bucket
            + ","
            + TokenFeatures.bucket(reading.wordsIn(proposal.first(), proposal.limit())));
    int low = behind ? proposal.limit() : cue.last() + 1;
    int high = behind ? cue.first() : proposal.first();
    features.add(high - low <= NEAR && high >= low ? "gap=" + common.form(low, high) : "gap=long");
    boolean comma = false;
    boolean other = false;
    for (int i = low; i < high; i++) {
      comma |= reading.isComma(i);
      other |= cues.at(i) != null;
    }
    features.add("comma in gap=" + comma);
    features.add("cue in gap=" + other);
  }
}
