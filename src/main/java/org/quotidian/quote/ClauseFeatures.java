package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is known of a {@link Proposal} when it is decided whether somebody said its words. */
final class ClauseFeatures {

  private static final int FAR = 20; // tokens

  private static final int BAG = 8; // tokens

  private final Reading reading;
  private final CueRow cues;
  private final ListedWords words;
  private final Phrases phrases;
  private final TokenFeatures common;

  ClauseFeatures(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.common = new TokenFeatures(reading, lexicon, cues, phrases);
    this.reading = reading;
    this.cues = cues;
    this.phrases = phrases;
    this.words = new ListedWords(reading, lexicon);
  }

  List<String> of(Proposal proposal) {
    var features = new ArrayList<String>(80);
    Cue cue = proposal.cue();
    Content content = proposal.content();
    int begin = reading.sentenceBegin(cue.first());
    int end = reading.sentenceEnd(cue.first());
    String form = common.form(cue.first(), cue.last() + 1);
    String way = way(proposal);
    features.add("bias");
    features.add("way=" + way);
    for (CueWords.Frame frame : cue.words().frames()) {
      features.add("frame=" + frame);
      features.add("frame,way=" + frame + "," + way);
    }
    features.add("kind=" + cue.words().kind());
    features.add("kind,way=" + cue.words().kind() + "," + way);
    boolean listed = !cue.words().frames().isEmpty();
    features.add("listed=" + listed);
    if (cue.refused()) {
      features.add("refused");
    }
    String gap = gap(cue, content);
    features.add("gap=" + gap);
    features.add("listed,gap=" + listed + gap);
    around("before", cue.first() - 1, begin, features);
    around("before2", cue.first() - 2, begin, features);
    starts(content.first(), end, features);
    source(proposal, begin, features);
    contents(content, cue, proposal.byRule(), features);
    int others = 0;
    for (int i = Math.max(begin, cue.first() - TokenFeatures.WINDOW); i < cue.first(); i++) {
      others += cues.at(i) == null ? 0 : 1;
    }
    inner(content, features);
    features.add("cues before=" + Math.min(3, others));
    features.add("cue at=" + TokenFeatures.bucket(cue.first() - begin));
    features.add("after=" + common.wordAt(content.limit(), reading.size));
    if (reading.is(end - 1, "?")) {
      features.add("asks");
    }
    return withEach(form, features);
  }

  /** How the words were found, and whether the rules alone would take them. */
  private static String way(Proposal proposal) {
    return proposal.way().name().toLowerCase(Locale.ROOT) + (proposal.byRule() ? "+" : "-");
  }

  /** Adds each feature once more with the cue: what it means differs from verb to verb. */
  private static List<String> withEach(String cue, List<String> features) {
    var all = new ArrayList<String>(2 * features.size());
    for (String feature : features) {
      all.add(feature);
      all.add(cue + " & " + feature);
    }
    return all;
  }

  private void around(String name, int token, int low, List<String> features) {
    if (token < low) {
      features.add(name + "=begin");
      return;
    }
    features.add(name + "=" + common.wordAt(token, reading.size));
    common.classes(name, token, token + 1, features);
  }

  private void starts(int first, int limit, List<String> features) {
    for (int k = 0; k < 3; k++) {
      features.add("start" + k + "=" + common.wordAt(first + k, limit));
    }
    features.add("start0,1=" + common.wordAt(first, limit) + " " + common.wordAt(first + 1, limit));
    common.classes("start", first, limit, features);
    Phrase subject = phrases.startingAt(first, limit);
    if (subject != null) {
      features.add("subject");
      features.add("subject=" + common.kindOf(subject));
      int next = subject.last() + 1;
      features.add("predicate=" + common.wordAt(next, limit));
      common.classes("predicate", next, limit, features);
    } else {
      features.add("subject=none");
    }
  }

  private void source(Proposal proposal, int begin, List<String> features) {
    Phrase source = proposal.content().link().source();
    Cue cue = proposal.cue();
    String kind = common.kindOf(source);
    features.add("source=" + kind);
    boolean behind = source.first() > cue.last();
    int distance = behind ? source.first() - cue.last() - 1 : cue.first() - source.last() - 1;
    String at = (behind ? "+" : "-") + TokenFeatures.bucket(distance);
    String way = way(proposal);
    features.add("source,way=" + kind + "," + way);
    features.add("source at=" + at);
    features.add("source at,way=" + at + "," + way);
    features.add("source,at=" + kind + at);
    features.add(
        "source before="
            + (source.first() == begin
                ? "begin"
                : common.wordAt(source.first() - 1, reading.size)));
    features.add("source head=" + reading.lower[source.first()]);
    features.add("source length=" + TokenFeatures.bucket(source.last() - source.first() + 1));
    boolean comma = false;
    for (int i = source.last() + 1; i < cue.first() && !comma; i++) {
      comma |= reading.isComma(i);
    }
    if (comma) {
      features.add("comma behind source");
    }
  }

  /**
   * Another verb inside, with whom it may belong to: the medium only passes on his or her words.
   */
  private void inner(Content content, List<String> features) {
    Cue inner = null;
    for (int i = content.first();
        i < Math.min(content.limit(), content.first() + TokenFeatures.WINDOW) && inner == null;
        i++) {
      Cue verb = reading.marked[i] ? null : cues.verbAt(i);
      inner = verb != null && verb.takes(CueWords.Frame.CLAUSE) ? verb : null;
    }
    Phrase subject = inner == null ? null : phrases.startingAt(content.first(), content.limit());
    boolean medium =
        words.isAny(
            WordKind.MEDIUM, content.link().source().first(), content.link().source().last() + 1);
    String what =
        inner == null
            ? "none"
            : (subject == null ? "-" : common.kindOf(subject))
                + (reading.isComma(inner.last() + 1)
                        || words.isAny(WordKind.COMPLEMENTISER, inner.last() + 1, content.limit())
                    ? "+"
                    : "-");
    features.add("inner=" + what);
    features.add("inner,medium=" + what + medium);
    if (inner != null) {
      features.add("inner cue=" + common.form(inner.first(), inner.last() + 1));
      features.add("inner at=" + TokenFeatures.bucket(inner.first() - content.first()));
    }
  }

  private int unmarkedWords(Content content) {
    int window = Math.min(content.limit(), content.first() + TokenFeatures.WINDOW);
    int words = 0;
    for (int i = content.first(); i < window; i++) {
      words += reading.isWord(i) && !reading.marked[i] ? 1 : 0;
    }
    return words;
  }

  private void contents(Content content, Cue cue, boolean byRule, List<String> features) {
    int window = Math.min(content.limit(), content.first() + TokenFeatures.WINDOW);
    int sign = FAR;
    int commas = 0;
    boolean marks = false;
    boolean name = false;
    for (int i = content.first(); i < window; i++) {
      if (sign == FAR
          && i - content.first() < FAR
          && words.isAny(WordKind.CLAUSE_SIGN, i, content.limit())) {
        sign = i - content.first();
      }
      commas += reading.isComma(i) ? 1 : 0;
      marks |= reading.marked[i];
      name |= reading.name[i] != null;
    }
    for (int i = content.first() + 2; i < Math.min(content.limit(), content.first() + BAG); i++) {
      features.add("in=" + common.wordAt(i, content.limit()));
    }
    features.add("sign=" + TokenFeatures.bucket(sign));
    features.add(
        "sign,frame="
            + TokenFeatures.bucket(sign)
            + cue.takes(CueWords.Frame.CLAUSE)
            + cue.takes(CueWords.Frame.NOUN));
    features.add("commas=" + Math.min(3, commas));
    features.add("marks=" + marks);
    if (marks) {
      int rest = unmarkedWords(content);
      boolean opens = reading.marked[content.first()];
      features.add("marks,rest=" + opens + TokenFeatures.bucket(rest));
      features.add("marks,rule=" + opens + byRule + (rest > 3));
      features.add("marks,kind=" + opens + (rest > 3) + cue.words().kind());
    }
    features.add("name=" + name);
    int length = reading.wordsIn(content.first(), window);
    features.add("length=" + TokenFeatures.bucket(length));
    features.add("length,sign=" + TokenFeatures.bucket(length) + "," + TokenFeatures.bucket(sign));
  }

  /** The words between a cue and what it governs. */
  private String gap(Cue cue, Content content) {
    if (content.first() <= cue.first()) {
      return "before";
    }
    if (content.first() - cue.last() > 4) {
      return "long";
    }
    return common.form(cue.last() + 1, content.first());
  }
}
