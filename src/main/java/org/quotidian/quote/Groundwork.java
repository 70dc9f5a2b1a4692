package org.quotidian.quote;

import java.util.List;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Span;

/**
 * What is found in an article before it is decided who said what, for finding quotes and for
 * training alike.
 *
 * @param marks the words between quotation marks
 */
record Groundwork(
    Reading reading,
    Lexicon lexicon,
    List<MarkedSpan> marks,
    CueRow cues,
    Phrases phrases,
    Clauses clauses) {

  static Groundwork of(AnnotatedArticle article, Lexicon lexicon) {
    AnnotatedArticle joined = GivenNames.joined(MarkedNicknames.joined(article, lexicon), lexicon);
    AnnotatedArticle named = NamesAgain.found(joined, lexicon);
    var reading = new Reading(named, lexicon);
    List<MarkedSpan> marks = marks(reading, lexicon);
    reading.mark(marks);
    if (lexicon.traits().verbsByTags()) {
      new NamesLikeWords(reading, lexicon).tag();
      new VerbsLikeParticiples(reading).tag();
    }
    if (lexicon.traits().verbsHaveGroups()) {
      new ListedNouns(reading, lexicon).tag();
    }
    var cues = cues(reading, lexicon);
    Phrases phrases = phrases(reading, lexicon, cues);
    Clauses clauses = clauses(reading, lexicon, cues, phrases);
    return new Groundwork(reading, lexicon, marks, cues, phrases, clauses);
  }

  private static List<MarkedSpan> marks(Reading reading, Lexicon lexicon) {
    var names = new MarkedNames(reading, lexicon);
    boolean namesSources = lexicon.traits().phrasesByTags() && lexicon.traits().marksHoldTerms();
    List<MarkedSpan> spans =
        MarkFinder.find(reading.text, reading.annotated.article().paragraphs()).stream()
            .filter(span -> !isPartOfName(span.outer(), reading))
            .filter(span -> !namesSources || !names.isSource(span))
            .toList();
    boolean inserted = lexicon.traits().verbsHaveGroups();
    if (!inserted && spans.stream().noneMatch(MissingClose::isOpen)) {
      return spans;
    }
    CueRow cues = cues(reading, lexicon);
    Phrases phrases = phrases(reading, lexicon, cues);
    List<MarkedSpan> closed = new MissingClose(reading, cues, phrases).shortened(spans);
    return inserted ? new InsertedReports(reading, lexicon, cues, phrases).parted(closed) : closed;
  }

  /** Anna “Annie” Berg */
  private static boolean isPartOfName(Span outer, Reading reading) {
    int token = reading.tokenAt(outer.start());
    EntityMention name = token < reading.size ? reading.name[token] : null;
    return name != null
        && name.type() == EntityType.PERSON
        && name.start() < outer.start()
        && outer.end() < name.end();
  }

  private static CueRow cues(Reading reading, Lexicon lexicon) {
    return new CueRow(
        reading, CueFinder.find(reading, lexicon), lexicon.traits().verbsHaveGroups());
  }

  private static Phrases phrases(Reading reading, Lexicon lexicon, CueRow cues) {
    if (lexicon.traits().modifiersFirst()) {
      return new ChainedPhrases(reading, lexicon, cues);
    }
    return lexicon.traits().phrasesByTags()
        ? new TaggedPhrases(reading, lexicon)
        : new ListedPhrases(reading, lexicon, cues);
  }

  private static Clauses clauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    if (lexicon.traits().modifiersFirst()) {
      return new ChainedClauses(reading, lexicon, cues, phrases);
    }
    if (!lexicon.traits().phrasesByTags()) {
      return new ListedClauses(reading, lexicon, cues, phrases);
    }
    if (lexicon.traits().complementisersOpenClauses()) {
      return new ComplementiserClauses(reading, lexicon, cues, phrases);
    }
    return lexicon.traits().commasOpenClauses()
        ? new CommaClauses(reading, lexicon, cues, phrases)
        : new TaggedClauses(reading, lexicon, cues, phrases);
  }

  /** What cues govern and what speakers say line by line, in text order. */
  List<Content> contents() {
    return Content.merged(clauses.find(), new Turns(reading, lexicon, cues, phrases).find());
  }
}
