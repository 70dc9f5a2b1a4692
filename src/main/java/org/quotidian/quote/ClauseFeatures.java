package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quotidian.model.EntityMention;

/** What is known of a {@link Proposal} when it is decided whether somebody said its words. */
final class ClauseFeatures {

  private static final int FAR = 20; // tokens

  /** Tokens that are looked at, so that endless sentences take no endless time. */
  static final int WINDOW = 60;

  private static final int BAG = 8; // tokens

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final ListedWords words;
  private final Phrases phrases;

  ClauseFeatures(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
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
    String form = form(cue.first(), cue.last() + 1);
    String way = proposal.way().name().toLowerCase(Locale.ROOT);
    features.add("bias");
    features.add("way=" + way + (proposal.byRule() ? "+" : "-"));
    cue.words().frames().forEach(frame -> features.add("frame=" + frame));
    features.add("kind=" + cue.words().kind());
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
    for (int i = Math.max(begin, cue.first() - WINDOW); i < cue.first(); i++) {
      others += cues.at(i) == null ? 0 : 1;
    }
    inner(content, features);
    features.add("cues before=" + Math.min(3, others));
    features.add("cue at=" + bucket(cue.first() - begin));
    features.add("after=" + wordAt(content.limit(), reading.size));
    if (reading.is(end - 1, "?")) {
      features.add("asks");
    }
    return withEach(form, features);
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
    features.add(name + "=" + wordAt(token, reading.size));
    classes(name, token, token + 1, features);
  }

  private void starts(int first, int limit, List<String> features) {
    for (int k = 0; k < 3; k++) {
      features.add("start" + k + "=" + wordAt(first + k, limit));
    }
    features.add("start0,1=" + wordAt(first, limit) + " " + wordAt(first + 1, limit));
    classes("start", first, limit, features);
    Phrase subject = phrases.startingAt(first, limit);
    if (subject != null) {
      features.add("subject");
      features.add("subject=" + kindOf(subject));
      int next = subject.last() + 1;
      features.add("predicate=" + wordAt(next, limit));
      classes("predicate", next, limit, features);
    } else {
      features.add("subject=none");
    }
  }

  void classes(String name, int token, int limit, List<String> features) {
    if (token < limit) {
      for (WordKind kind : lexicon.kindsBeginningWith(reading.lower[token])) {
        if (words.isAny(kind, token, limit)) {
          features.add(name + ":" + kind.label());
        }
      }
    }
    if (token < limit && lexicon.sources().longestAt(reading.lower, token, limit) != null) {
      features.add(name + ":source");
    }
    if (token < limit && lexicon.titles().longestAt(reading.lower, token, limit) != null) {
      features.add(name + ":title");
    }
    var pronoun =
        token < limit ? lexicon.pronounPhrases().longestAt(reading.lower, token, limit) : null;
    if (pronoun != null) {
      features.add(name + ":pronoun" + pronoun.value().person());
    }
    if (token < limit && cues.at(token) != null) {
      features.add(name + ":cue");
    }
  }

  private void source(Proposal proposal, int begin, List<String> features) {
    Phrase source = proposal.content().link().source();
    Cue cue = proposal.cue();
    String kind = kindOf(source);
    features.add("source=" + kind);
    boolean behind = source.first() > cue.last();
    int distance = behind ? source.first() - cue.last() - 1 : cue.first() - source.last() - 1;
    features.add("source at=" + (behind ? "+" : "-") + bucket(distance));
    features.add("source,at=" + kind + (behind ? "+" : "-") + bucket(distance));
    features.add(
        "source before="
            + (source.first() == begin ? "begin" : wordAt(source.first() - 1, reading.size)));
    features.add("source head=" + reading.lower[source.first()]);
    features.add("source length=" + bucket(source.last() - source.first() + 1));
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
        i < Math.min(content.limit(), content.first() + WINDOW) && inner == null;
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
            : (subject == null ? "-" : kindOf(subject))
                + (reading.isComma(inner.last() + 1)
                        || words.isAny(WordKind.COMPLEMENTISER, inner.last() + 1, content.limit())
                    ? "+"
                    : "-");
    features.add("inner=" + what);
    features.add("inner,medium=" + what + medium);
    if (inner != null) {
      features.add("inner cue=" + form(inner.first(), inner.last() + 1));
      features.add("inner at=" + bucket(inner.first() - content.first()));
    }
  }

  private int unmarkedWords(Content content) {
    int window = Math.min(content.limit(), content.first() + WINDOW);
    int words = 0;
    for (int i = content.first(); i < window; i++) {
      words += reading.isWord(i) && !reading.marked[i] ? 1 : 0;
    }
    return words;
  }

  private void contents(Content content, Cue cue, boolean byRule, List<String> features) {
    int window = Math.min(content.limit(), content.first() + WINDOW);
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
      features.add("in=" + wordAt(i, content.limit()));
    }
    features.add("sign=" + bucket(sign));
    features.add(
        "sign,frame="
            + bucket(sign)
            + cue.takes(CueWords.Frame.CLAUSE)
            + cue.takes(CueWords.Frame.NOUN));
    features.add("commas=" + Math.min(3, commas));
    features.add("marks=" + marks);
    if (marks) {
      int rest = unmarkedWords(content);
      boolean opens = reading.marked[content.first()];
      features.add("marks,rest=" + opens + bucket(rest));
      features.add("marks,rule=" + opens + byRule + (rest > 3));
      features.add("marks,kind=" + opens + (rest > 3) + cue.words().kind());
    }
    features.add("name=" + name);
    int length = reading.wordsIn(content.first(), window);
    features.add("length=" + bucket(length));
    features.add("length,sign=" + bucket(length) + "," + bucket(sign));
  }

  /** The words between a cue and what it governs. */
  private String gap(Cue cue, Content content) {
    if (content.first() <= cue.first()) {
      return "before";
    }
    if (content.first() - cue.last() > 4) {
      return "long";
    }
    return form(cue.last() + 1, content.first());
  }

  String kindOf(Phrase phrase) {
    EntityMention last = null;
    for (EntityMention name : reading.namesIn(phrase)) {
      last = name;
    }
    if (last != null) {
      return last.type().name();
    }
    int limit = phrase.last() + 1;
    var pronoun = lexicon.pronounPhrases().longestAt(reading.lower, phrase.first(), limit);
    if (pronoun != null) {
      return "pronoun" + pronoun.value().person();
    }
    var noun = lexicon.sources().longestAt(reading.lower, phrase.first(), limit);
    if (noun != null) {
      return "noun " + noun.value().kind();
    }
    return phrases.canSpeak(phrase)
        ? "speaker"
        : reading.isCapitalised(phrase.first()) ? "capital" : "other";
  }

  String form(int first, int limit) {
    var form = new StringBuilder();
    for (int i = first; i < limit; i++) {
      form.append(i > first ? " " : "").append(wordAt(i, limit));
    }
    return form.toString();
  }

  String wordAt(int token, int limit) {
    if (token < 0 || token >= limit || token >= reading.size) {
      return "end";
    }
    if (Character.isDigit(reading.word[token].codePointAt(0))) {
      return "0";
    }
    EntityMention name = reading.name[token];
    return name != null && reading.isCapitalised(token) ? name.type().name() : reading.lower[token];
  }

  static String bucket(int number) {
    return number <= 3
        ? "" + number
        : number <= 5 ? "4" : number <= 9 ? "6" : number <= 19 ? "10" : "20";
  }
}
