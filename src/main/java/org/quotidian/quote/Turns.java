package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.Line.Label;

/**
 * Finds speech that is given line by line and without quotation marks: the turns of debates and
 * interviews ({@code Anna Berg: …}, {@code PV: …}, an answer after a dash or below a question),
 * lines of dialogue ({@code - When? - she asked.}), and headlines such as {@code Anna Berg: We
 * wait}.
 */
final class Turns {

  /** Tokens; fewer are no turn. */
  static final int SHORTEST = 3;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final LineLabels labels;
  private final Interview interview;

  Turns(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
    this.labels = new LineLabels(reading, lexicon, cues, phrases);
    this.interview = new Interview(reading, lexicon, phrases);
  }

  /** What each speaker says: in headlines, then in the body, each in text order. */
  List<Content> find() {
    var turns = new ArrayList<Content>();
    var lines = new ArrayList<Line>();
    var headline = new SpokenHeadline(reading, lexicon, phrases, labels);
    for (Phrase paragraph : paragraphs()) {
      int limit = paragraph.last() + 1;
      if (reading.body[paragraph.first()]) {
        lines.add(labels.line(paragraph.first(), limit));
      } else {
        Content spoken = headline.in(paragraph.first(), limit);
        if (spoken != null) {
          turns.add(spoken);
        }
      }
    }
    turns.addAll(inBody(lines));
    return turns;
  }

  private List<Content> inBody(List<Line> lines) {
    var turns = new ArrayList<Content>();
    boolean answered = interview.isGivenIn(lines);
    Phrase answering = answered ? interview.interviewee(lines) : null;
    boolean asked = false;
    for (Line line : lines) {
      Phrase label = line.label();
      boolean named = line.kind() == Label.NAME || line.kind() == Label.INTERVIEWER;
      List<Content> reported = line.dashed() && !named ? reportedInside(line) : List.of();
      if (!reported.isEmpty()) {
        turns.addAll(reported);
        continue;
      }
      if (label != null && named) {
        turns.add(labelled(line, label));
        answering = line.kind() == Label.NAME ? label : answering;
      } else if (answered && asked && answering != null && interview.mayAnswer(line)) {
        Link link = Link.without(answering, Rule.ANSWER);
        turns.add(new Content(line.words(), line.limit(), link, true));
      }
      asked = interview.asks(line) || asked && label == null && !line.dashed();
    }
    return turns;
  }

  private List<Phrase> paragraphs() {
    var paragraphs = new ArrayList<Phrase>();
    int first = 0;
    while (first < reading.size) {
      int last = first;
      while (last + 1 < reading.size && reading.sameParagraph(last + 1, first)) {
        last++;
      }
      paragraphs.add(new Phrase(first, last));
      first = last + 1;
    }
    return paragraphs;
  }

  /** “Anna Berg: We wait.” */
  private Content labelled(Line line, Phrase label) {
    var link = new Link(label, new Phrase(line.colon(), line.colon()), null, Rule.SOURCE_COLON);
    boolean headline = line.first() == 0 && !lexicon.traits().headlinesVerbatim();
    return new Content(line.words(), line.limit(), link, !headline);
  }

  /** “- When will it open? - she asked.” */
  private List<Content> reportedInside(Line line) {
    for (int i = line.words() + 1; i + 1 < line.limit(); i++) {
      Link link = reading.isDash(i) && !reading.marked[i] ? reportingClause(i + 1, line) : null;
      if (link != null) {
        var before = new Content(line.words(), i, link, true);
        int next = endOfClause(link, line);
        return line.limit() - next > SHORTEST
            ? List.of(before, new Content(next, line.limit(), link, true))
            : List.of(before);
      }
    }
    return List.of();
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
}
