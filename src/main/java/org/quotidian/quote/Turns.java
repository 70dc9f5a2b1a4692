package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

/**
 * Finds speech that is given line by line and without quotation marks: the turns of debates and
 * interviews ({@code Anna Berg: …}, {@code PV: …}, an answer after a dash or below a question),
 * lines of dialogue ({@code - When? - she asked.}), and headlines such as {@code Anna Berg: We
 * wait}.
 */
final class Turns {

  /** Tokens before the colon: a name and a title. */
  private static final int LONGEST_NAME = 16;

  private static final int SHORTEST = 3;

  /** Questions; one alone may be the writer's own. */
  private static final int FEWEST_QUESTIONS = 2;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final List<Content> turns = new ArrayList<>();

  Turns(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
  }

  /**
   * A paragraph.
   *
   * @param words its first token after a label or dash
   * @param label the part before a colon; null if there is no colon
   */
  private record Line(
      int first, int words, int limit, boolean dashed, @Nullable Phrase label, Label kind) {
    int colon() {
      return words - 1;
    }
  }

  /** What the words before a colon are. */
  private enum Label {
    NONE,
    /** Anna Berg: */
    NAME,
    /** Reporter: */
    INTERVIEWER,
    /** Q: */
    QUESTION,
    /** A: */
    ANSWER
  }

  /** What each speaker says, in text order. */
  List<Content> find() {
    List<Line> lines = lines();
    long questions = lines.stream().filter(this::asks).count();
    long labelled = lines.stream().filter(line -> line.kind() == Label.INTERVIEWER).count();
    boolean interview =
        labelled >= FEWEST_QUESTIONS
            || questions >= FEWEST_QUESTIONS && answersInFirstPerson(lines);
    Phrase answering = interview ? interviewee(lines) : null;
    boolean asked = false;
    for (Line line : lines) {
      Phrase label = line.label();
      boolean named = line.kind() == Label.NAME || line.kind() == Label.INTERVIEWER;
      if (label != null && named) {
        var colon = new Phrase(line.colon(), line.colon());
        var link = new Link(label, colon, null, Rule.SOURCE_COLON);
        boolean headline = line.first() == 0 && !lexicon.traits().headlinesVerbatim();
        turns.add(new Content(line.words(), line.limit(), link, !headline));
        answering = line.kind() == Label.NAME ? label : answering;
      } else if (line.dashed() && reportedInside(line)) {
        continue;
      } else if (interview && asked && answering != null && !asks(line) && isPlain(line)) {
        Link link = Link.without(answering, Rule.ANSWER);
        turns.add(new Content(line.words(), line.limit(), link, true));
      }
      asked = asks(line) || asked && label == null && !line.dashed();
    }
    return turns;
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    int first = 0;
    while (first < reading.size) {
      int limit = first + 1;
      while (limit < reading.size && reading.paragraph[limit] == reading.paragraph[first]) {
        limit++;
      }
      if (reading.body[first]) {
        lines.add(line(first, limit));
      } else {
        headline(first, limit);
      }
      first = limit;
    }
    return lines;
  }

  private Line line(int first, int limit) {
    boolean bullet = reading.isDash(first) || reading.isAny(first, "*", "+", "•");
    int start = bullet && first + 1 < limit ? first + 1 : first;
    int colon = colon(start, limit);
    if (colon > start && limit - colon > SHORTEST && !reading.marked[colon + 1]) {
      Label kind = kind(start, colon);
      Phrase label = kind == Label.NAME ? speaker(start, colon) : new Phrase(start, colon - 1);
      if (label != null && (kind != Label.NAME || isStatement(colon + 1, limit))) {
        return new Line(first, colon + 1, limit, bullet, label, kind);
      }
    }
    boolean dashed = reading.isDash(first) && start > first;
    return new Line(first, start, limit, dashed, null, Label.NONE);
  }

  /** “Tom Reed: second place” is an entry of a list. */
  private boolean isStatement(int first, int limit) {
    if (!lexicon.traits().verbsByTags()) {
      return true;
    }
    for (int i = first; i < limit; i++) {
      if (reading.pos[i].isFinite()) {
        return true;
      }
    }
    return false;
  }

  private Label kind(int first, int colon) {
    return isOf(WordKind.INTERVIEWER, 3, first, colon)
        ? Label.INTERVIEWER
        : isOf(WordKind.QUESTION_LABEL, 0, first, colon)
            ? Label.QUESTION
            : isOf(WordKind.ANSWER_LABEL, 0, first, colon) ? Label.ANSWER : Label.NAME;
  }

  /** Whether a label is a word of this class and at most so many words more: PV Sông Xanh. */
  private boolean isOf(WordKind kind, int more, int first, int colon) {
    var match = lexicon.words(kind).longestAt(reading.lower, first, colon);
    return match != null && colon - first <= match.length() + more;
  }

  /** Whether a line is a question to somebody. */
  private boolean asks(Line line) {
    return line.kind() == Label.INTERVIEWER
        || line.kind() == Label.QUESTION
        || line.label() == null && reading.is(line.limit() - 1, "?") && isPlain(line);
  }

  private boolean isPlain(Line line) {
    return !reading.marked[line.words()] && !reading.marked[line.limit() - 1];
  }

  /** Whether those who answer say <i>I</i> or <i>we</i>: else the questions are the writer's. */
  private boolean answersInFirstPerson(List<Line> lines) {
    int answers = 0;
    for (int i = 1; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (asks(lines.get(i - 1)) && !asks(line)) {
        answers += line.label() != null || hasFirstPerson(line) ? 1 : 0;
      }
    }
    return answers >= FEWEST_QUESTIONS;
  }

  private boolean hasFirstPerson(Line line) {
    for (int i = line.words(); i < line.limit(); i++) {
      var pronoun = lexicon.pronounPhrases().longestAt(reading.lower, i, line.limit());
      if (pronoun != null && pronoun.value().person() == 1 && !reading.marked[i]) {
        return true;
      }
    }
    return false;
  }

  /** The one with whom the opening says that somebody talked; null when it does not. */
  private @Nullable Phrase interviewee(List<Line> lines) {
    for (Line line : lines) {
      if (asks(line)) {
        return null;
      }
      boolean talk = false;
      for (int i = line.first(); i < line.limit(); i++) {
        talk |= lexicon.words(WordKind.INTERVIEW).longestAt(reading.lower, i, line.limit()) != null;
      }
      for (int i = line.first(); talk && i < line.limit(); i++) {
        Phrase person = phrases.startingAt(i, line.limit());
        if (person != null && reading.namesPerson(person)) {
          return person;
        }
      }
    }
    return null;
  }

  /** “- When will it open? - she asked.” */
  private boolean reportedInside(Line line) {
    for (int i = line.words() + 1; i + 1 < line.limit(); i++) {
      Link link = reading.isDash(i) && !reading.marked[i] ? reportingClause(i + 1, line) : null;
      if (link != null) {
        turns.add(new Content(line.words(), i, link, true));
        int next = endOfClause(link, line);
        if (line.limit() - next > SHORTEST) {
          turns.add(new Content(next, line.limit(), link, true));
        }
        return true;
      }
    }
    return false;
  }

  private @Nullable Link reportingClause(int first, Line line) {
    Cue verb = cues.verbAt(first);
    if (verb != null) {
      Phrase source = phrases.startingAt(verb.last() + 1, line.limit());
      return source == null ? null : Link.of(source, verb, Rule.VERB_SOURCE);
    }
    Phrase source = phrases.startingAt(first, line.limit());
    Cue after = source == null ? null : cues.verbAt(phrases.predicateOf(source, line.limit()));
    return source == null || after == null ? null : Link.of(source, after, Rule.SOURCE_VERB);
  }

  /** Where the words go on behind “- she asked -” or “- she asked.” */
  private int endOfClause(Link link, Line line) {
    Phrase cue = link.cue();
    int i = Math.max(link.source().last(), cue == null ? 0 : cue.last()) + 1;
    while (i < line.limit() && !reading.isDash(i) && !reading.is(i, ".")) {
      i++;
    }
    return Math.min(line.limit(), i + 1);
  }

  /** “Anna Berg: We wait”, unless the article says the same again. */
  private void headline(int first, int limit) {
    Paragraph paragraph = reading.annotated.article().paragraphs().get(reading.paragraph[first]);
    int colon = paragraph.section() == Section.TITLE ? colon(first, limit) : -1;
    Phrase speaker = colon > first ? headlined(first, colon, limit) : null;
    if (speaker == null) {
      return;
    }
    int from = colon + 1;
    int to = limit;
    while (from < to && !reading.isWord(from)) {
      from++;
    }
    while (to > from && !reading.isWord(to - 1) && !reading.isAny(to - 1, "?", "!", ".")) {
      to--;
    }
    if (to - from >= SHORTEST && !isRepeated(from, to, limit)) {
      Phrase cue = new Phrase(colon, colon);
      var link = new Link(speaker, cue, null, Rule.SOURCE_COLON);
      boolean verbatim = lexicon.traits().headlinesVerbatim() || reading.isQuotationMark(from - 1);
      turns.add(new Content(from, to, link, verbatim));
    }
  }

  /** Whose words follow the colon; in front of words in marks more than a name may stand. */
  private @Nullable Phrase headlined(int first, int colon, int limit) {
    boolean marked =
        reading.isQuotationMark(colon + 1) && reading.isQuotationMark(limit - 1)
            || reading.isQuotationMark(colon + 1) && reading.isQuotationMark(limit - 2);
    for (int i = first; i < (marked ? colon : first + 1); i++) {
      Phrase phrase = phrases.startingAt(i, colon);
      if (phrase != null && reading.namesPerson(phrase) && reachesColon(phrase, colon)) {
        return phrase;
      }
    }
    return null;
  }

  /** “Anna Berg:”, “Anna Berg, mayor of Ashton:” */
  private boolean reachesColon(Phrase speaker, int colon) {
    int next = speaker.last() + 1;
    return next == colon || reading.isComma(next) || reading.isDash(next);
  }

  private boolean isRepeated(int from, int to, int limit) {
    String words = reading.text.substring(reading.start[from], reading.end[to - 1]);
    String rest = reading.text.substring(reading.end[limit - 1]);
    return rest.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /** The colon behind a name; -1 when a verb or the end of a sentence comes first. */
  private int colon(int first, int limit) {
    for (int i = first; i < Math.min(limit, first + LONGEST_NAME); i++) {
      if (reading.is(i, ":")) {
        return i + 1 < limit ? i : -1;
      }
      boolean stop =
          reading.marked[i]
              || cues.at(i) != null && kind(first, i + 1) == Label.NAME
              || reading.isAny(i, "?", "!", ";")
              || reading.pos[i].isVerb()
              || lexicon.words(WordKind.CAPTION).of(reading.lower[i]) != null;
      if (stop) {
        return -1;
      }
    }
    return -1;
  }

  private @Nullable Phrase speaker(int first, int colon) {
    boolean shouted = lexicon.traits().capitalLabelsSpeak() && colon - first <= 3;
    for (int i = first; i < colon; i++) {
      shouted &=
          reading.word[i].length() > 1
              && reading.word[i].equals(reading.word[i].toUpperCase(Locale.ROOT))
              && reading.isWord(i);
    }
    if (shouted) {
      return new Phrase(first, colon - 1);
    }
    Phrase phrase = phrases.startingAt(first, colon);
    if (phrase == null) {
      return null;
    }
    return reading.namesPerson(phrase) && reachesColon(phrase, colon) ? phrase : null;
  }
}
