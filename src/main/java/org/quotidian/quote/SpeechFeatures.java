package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a sentence when it is decided whether somebody whose words a colon announced,
 * without quotation marks, still speaks in it.
 */
record SpeechFeatures(
    Reading reading, CueRow cues, Phrases phrases, ListedWords words, TokenFeatures common) {

  /**
   * @param first first token of the speech
   * @param next first token of the sentence, in the same paragraph
   */
  List<String> of(Cue cue, int first, int next) {
    var features = new ArrayList<String>(40);
    int end = reading.sentenceEnd(next);
    int reach = Math.min(end, next + TokenFeatures.WINDOW);
    features.add("bias");
    features.add("cue=" + common.form(cue.first(), cue.last() + 1));
    String done = TokenFeatures.bucket(sentences(first, next));
    String left = TokenFeatures.bucket(sentencesBehind(next));
    features.add("done=" + done);
    features.add("left=" + left);
    features.add("done,left=" + done + "," + left);
    boolean before = words.isFirstPerson(Math.max(first, next - TokenFeatures.WINDOW), next);
    boolean here = words.isFirstPerson(next, reach);
    features.add("first person=" + before + here);
    features.add("first person,left=" + before + here + "," + left);
    features.add("length=" + TokenFeatures.bucket(reading.wordsIn(next, reach)));
    features.add("next=" + common.wordAt(next, end));
    features.add("next2=" + common.wordAt(next, end) + " " + common.wordAt(next + 1, end));
    common.classes("next", next, end, features);
    features.add("ends=" + reading.lower[end - 1]);
    features.add("ended=" + reading.lower[next - 1]);
    boolean marks = false;
    boolean sign = false;
    int names = 0;
    Cue reports = null;
    for (int i = next; i < reach; i++) {
      marks |= reading.isQuotationMark(i);
      sign |= words.isAny(WordKind.CLAUSE_SIGN, i, end);
      names += reading.name[i] != null && reading.isCapitalised(i) ? 1 : 0;
      Cue verb = cues.verbAt(i);
      reports = reports == null && verb != null && isNamed(verb, next) ? verb : reports;
    }
    features.add("marks=" + marks);
    features.add("sign=" + sign);
    features.add("names=" + TokenFeatures.bucket(names));
    features.add("reports=" + (reports != null));
    features.add("reports,first person=" + (reports != null) + here);
    Phrase subject = phrases.startingAt(next, end);
    features.add("subject=" + (subject == null ? "none" : common.kindOf(subject)));
    return features;
  }

  private boolean isNamed(Cue verb, int low) {
    Phrase source = phrases.subjectBefore(verb, low);
    return source != null && !reading.namesIn(source).isEmpty();
  }

  private int sentences(int first, int limit) {
    int sentences = 0;
    for (int i = first; i < limit; i = reading.sentenceEnd(i)) {
      sentences++;
    }
    return sentences;
  }

  private int sentencesBehind(int next) {
    int sentences = 0;
    int i = next;
    while (i < reading.size && reading.paragraph[i] == reading.paragraph[next] && sentences < 10) {
      i = reading.sentenceEnd(i);
      sentences++;
    }
    return sentences;
  }
}
