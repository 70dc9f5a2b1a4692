package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;

/** What is known of a border inside a sentence when it is decided whether a content ends there. */
final class EndFeatures {

  /**
   * A border before which a content may end.
   *
   * @param limit the token behind the end
   */
  record Border(List<String> features, int limit) {}

  private final Reading reading;
  private final CueRow cues;
  private final Phrases phrases;
  private final ListedWords words;
  private final TokenFeatures common;

  EndFeatures(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.cues = cues;
    this.phrases = phrases;
    this.words = new ListedWords(reading, lexicon);
    this.common = new TokenFeatures(reading, lexicon, cues, phrases);
  }

  /** Whether a content may end before a token. */
  boolean isBorder(int token, int high) {
    return !reading.marked[token]
        && token + 1 < high
        && (reading.isComma(token)
            || reading.isDash(token)
            || reading.is(token, ";")
            || reading.is(token, "(")
            || !reading.isComma(token - 1) && words.isAny(WordKind.CLAUSE_BORDER, token, high)
            || words.isAny(WordKind.JOINT, token, high) && !reading.isComma(token - 1)
            || words.isAny(WordKind.WHILE, token, high) && !reading.isComma(token - 1));
  }

  /**
   * @param first first token of the content
   * @param border the token before which it may end
   * @param high one past the last token of the sentence
   * @param byRule where it ends by the rules
   */
  List<String> of(Cue cue, int first, int border, int high, int byRule) {
    var features = new ArrayList<String>(50);
    String mark = reading.lower[border];
    int next = reading.isWord(border) ? border : border + 1;
    features.add("bias");
    features.add("mark=" + mark);
    String rule = border == byRule ? "here" : border < byRule ? "later" : "earlier";
    features.add("rule=" + rule);
    features.add("rule,mark=" + rule + mark);
    String word = common.wordAt(next, high);
    features.add("next=" + word);
    features.add("next2=" + word + " " + common.wordAt(next + 1, high));
    features.add("mark,next=" + mark + word);
    features.add("before=" + common.wordAt(border - 1, high));
    common.classes("next", next, high, features);
    int done = reading.wordsIn(Math.max(first, border - TokenFeatures.WINDOW), border);
    int left = reading.wordsIn(border, Math.min(high, border + TokenFeatures.WINDOW));
    features.add("done=" + TokenFeatures.bucket(done));
    features.add("left=" + TokenFeatures.bucket(left));
    features.add("cue=" + common.form(cue.first(), cue.last() + 1));
    features.add("kind=" + cue.words().kind() + mark);
    boolean signBefore = false;
    for (int i = Math.max(first, border - TokenFeatures.WINDOW); i < border; i++) {
      signBefore |= words.isAny(WordKind.CLAUSE_SIGN, i, border);
    }
    features.add("sign before=" + signBefore);
    int sign = high;
    int cueBehind = high;
    boolean marks = false;
    int commas = 0;
    for (int i = Math.min(high, next + TokenFeatures.WINDOW) - 1; i >= next; i--) {
      sign = words.isAny(WordKind.CLAUSE_SIGN, i, high) ? i : sign;
      cueBehind = cues.at(i) == null ? cueBehind : i;
      marks |= reading.marked[i];
      commas += reading.isComma(i) ? 1 : 0;
    }
    features.add("sign behind=" + (sign == high ? "none" : TokenFeatures.bucket(sign - next)));
    features.add(
        "cue behind=" + (cueBehind == high ? "none" : TokenFeatures.bucket(cueBehind - next)));
    features.add("marks behind=" + marks);
    features.add("commas behind=" + Math.min(3, commas));
    int commasBefore = 0;
    for (int i = Math.max(first, border - TokenFeatures.WINDOW); i < border; i++) {
      commasBefore += reading.isComma(i) ? 1 : 0;
    }
    features.add("commas before=" + Math.min(3, commasBefore));
    features.add("only comma=" + (commas + commasBefore == 0) + mark);
    Phrase subject = phrases.startingAt(next, high);
    if (subject != null) {
      features.add("subject=" + common.kindOf(subject));
      int verb = phrases.predicateOf(subject, high);
      boolean reports = cues.verbAt(verb) != null;
      features.add("reports=" + reports + common.kindOf(subject));
      features.add("predicate=" + common.wordAt(subject.last() + 1, high));
    }
    return features;
  }
}
