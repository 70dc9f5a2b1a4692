package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/** Finds the clauses that cues govern, in languages whose tokens are tagged. */
final class TaggedClauses implements Clauses {

  private static final int SHORTEST = 2;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;

  TaggedClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
  }

  @Override
  public List<Content> find() {
    var contents = new ArrayList<Content>();
    int covered = 0;
    for (Cue cue : cues.all()) {
      if (cue.first() < covered || cue.refused()) {
        continue;
      }
      Content content = of(cue);
      if (content != null) {
        Content trimmed = trimmed(content);
        if (trimmed.limit() - trimmed.first() >= SHORTEST && trimmed.first() >= covered) {
          contents.add(trimmed);
          covered = Math.max(covered, trimmed.limit());
        }
      }
    }
    return contents;
  }

  private @Nullable Content of(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int high = reading.sentenceEnd(cue.first());
    return switch (cue.words().kind()) {
      case ATTRIBUTION -> attributed(cue, low, high);
      case NOUN -> ofNoun(cue, low, high);
      case VERB -> ofVerb(cue, low, high);
      case NONE -> null;
    };
  }

  private @Nullable Content attributed(Cue cue, int low, int high) {
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null) {
      return null;
    }
    Link link = Link.of(source, cue, Rule.ATTRIBUTION);
    if (cue.first() == low) {
      int from = phrases.predicateOf(source, high);
      int comma = source.last() + 1;
      while (comma < high && !reading.isComma(comma)) {
        comma++;
      }
      return new Content(comma < high ? comma + 1 : from, high, link);
    }
    return new Content(low, cue.first(), link);
  }

  private @Nullable Content ofNoun(Cue cue, int low, int high) {
    if (!reading.is(cue.last() + 1, "that")) {
      return null;
    }
    Phrase source = phrases.subjectBefore(cue, low);
    return source == null
        ? null
        : new Content(
            cue.last() + 1, nominalEnd(cue.last() + 2, high), Link.of(source, cue, Rule.NOUN));
  }

  /** “her claim that the bridge is safe | surprised the council”: where the main verb follows. */
  private int nominalEnd(int from, int high) {
    boolean verb = false;
    for (int i = from; i < high; i++) {
      if (reading.isComma(i) && !reading.marked[i]) {
        return i;
      }
      boolean finite = isFinite(i) && !reading.marked[i];
      if (finite && verb && !mayBeSubject(i - 1) && !isFinite(i - 1)) {
        return i;
      }
      verb |= finite;
    }
    return high;
  }

  private boolean isFinite(int token) {
    return switch (reading.tag[token]) {
      case "VBD", "VBZ", "VBP", "MD" -> true;
      default -> false;
    };
  }

  private boolean mayBeSubject(int token) {
    String tag = reading.tag[token];
    return tag.startsWith("NN")
        || tag.startsWith("PRP")
        || tag.startsWith("W")
        || tag.startsWith("RB")
        || tag.equals("CC")
        || tag.equals("EX")
        || tag.equals("DT")
        || tag.equals("CD");
  }

  private @Nullable Content ofVerb(Cue cue, int low, int high) {
    Phrase source = phrases.subjectBefore(cue, low);
    int next = cue.last() + 1;
    if (cue.takes(Frame.ADDRESSEE) || cue.takes(Frame.ADDRESSEE_TO)) {
      next = afterAddressee(next, high);
    }
    while (next < high
        && (reading.tag[next].startsWith("RB")
            || isTime(next)
            || reading.is(next, "on") && isTime(next + 1))) {
      next++;
    }
    if (source != null && opensClause(cue, next, high)) {
      return new Content(next, high, Link.of(source, cue, Rule.CLAUSE));
    }
    boolean atEnd = next >= high || !reading.isWord(next);
    if (source != null
        && atEnd
        && source.first() - 1 > low
        && reading.isComma(source.first() - 1)) {
      return new Content(low, source.first() - 1, Link.of(source, cue, Rule.CLAUSE));
    }
    if (cue.first() - 1 > low && reading.isComma(cue.first() - 1)) {
      Phrase inverted = phrases.startingAt(cue.last() + 1, high);
      if (inverted != null
          && (inverted.last() + 1 >= high || !reading.isWord(inverted.last() + 1))) {
        return new Content(low, cue.first() - 1, Link.of(inverted, cue, Rule.CLAUSE));
      }
    }
    return null;
  }

  private boolean isTime(int token) {
    return token < reading.size && lexicon.words("time").of(reading.lower[token]) != null;
  }

  private int afterAddressee(int next, int high) {
    if (next < high && reading.tag[next].equals("PRP")) {
      return next + 1;
    }
    Phrase addressee = phrases.startingAt(next, high);
    return addressee == null ? next : addressee.last() + 1;
  }

  private boolean opensClause(Cue cue, int next, int high) {
    if (next >= high) {
      return false;
    }
    String tag = reading.tag[next];
    if (reading.is(next, "that")) {
      return cue.takes(Frame.THAT) || cue.takes(Frame.CLAUSE);
    }
    if (tag.equals("TO")) {
      return cue.takes(Frame.TO) || cue.takes(Frame.ADDRESSEE_TO);
    }
    if (lexicon.words("question").of(reading.lower[next]) != null
        && (tag.startsWith("W") || tag.equals("IN"))) {
      return cue.takes(Frame.QUESTION);
    }
    if (!cue.takes(Frame.CLAUSE) || reading.marked[next]) {
      return false;
    }
    return switch (tag) {
      case "PRP",
          "DT",
          "NNP",
          "NN",
          "NNS",
          "NNPS",
          "JJ",
          "JJR",
          "JJS",
          "EX",
          "IN",
          "PRP$",
          "CD",
          "VBG",
          "PDT" ->
          hasSubjectAndVerb(next, high);
      default -> false;
    };
  }

  private boolean hasSubjectAndVerb(int next, int high) {
    Phrase subject = phrases.startingAt(next, high);
    if (subject == null || reading.tag[next].equals("IN") || reading.tag[next].equals("VBG")) {
      return hasVerb(next, high);
    }
    int verb = phrases.predicateOf(subject, high);
    for (int i = subject.last() + 1; i <= verb && i < high; i++) {
      if (isFinite(i)) {
        return true;
      }
    }
    return reading.is(subject.last() + 1, "who")
        || reading.is(subject.last() + 1, "that")
        || reading.is(subject.last() + 1, "which")
        || verb < high && (reading.tag[verb].equals("IN") || reading.tag[verb].equals("TO") || reading.tag[verb].startsWith("VB") || reading.tag[verb].equals("CC") || reading.marked[verb]) && hasVerb(verb, high);
  }

  private boolean hasVerb(int from, int high) {
    for (int i = from; i < high; i++) {
      if (switch (reading.tag[i]) {
        case "VBD", "VBZ", "VBP", "MD" -> true;
        default -> false;
      }) {
        return true;
      }
    }
    return false;
  }

  /** Without commas in front and the full stop behind. */
  private Content trimmed(Content content) {
    int first = content.first();
    int limit = content.limit();
    while (first < limit
        && (reading.isComma(first) || reading.is(first, ":") || reading.isDash(first))) {
      first++;
    }
    while (limit > first
        && !reading.isWord(limit - 1)
        && !reading.marked[limit - 1]
        && !reading.isAny(limit - 1, "%", ")")) {
      limit--;
    }
    return new Content(first, limit, content.link());
  }
}
