package org.quotidian.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Quote;
import org.quotidian.model.QuoteType;
import org.quotidian.model.Span;

/** Puts the quotes of one article together from what the stages found. */
final class Assembly {

  private final Reading reading;
  private final Lexicon lexicon;
  private final List<MarkedSpan> marks;
  private final CueRow cues;
  private final Phrases phrases;
  private final MarkedLinker linker;
  private final Cast cast;

  private final List<Draft> drafts = new ArrayList<>();

  Assembly(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
    marks = MarkFinder.find(reading.text, reading.annotated.article().paragraphs());
    for (MarkedSpan span : marks) {
      for (int i = reading.tokenAt(span.outer().start());
          i < reading.size && reading.start[i] < span.outer().end();
          i++) {
        reading.marked[i] = true;
      }
    }
    cues = new CueRow(reading, CueFinder.find(reading, lexicon));
    phrases =
        lexicon.tagged()
            ? new TaggedPhrases(reading, lexicon)
            : new ListedPhrases(reading, lexicon, cues);
    linker = new MarkedLinker(reading, lexicon, cues, phrases);
    cast = new Cast(reading, lexicon);
  }

  /** A quote before its speaker is resolved. */
  private record Draft(
      QuoteType type, Span span, String verbatim, @Nullable Link link, int token, int words) {}

  List<Quote> quotes() {
    Clauses clauses =
        lexicon.tagged()
            ? new TaggedClauses(reading, lexicon, cues, phrases)
            : new ListedClauses(reading, lexicon, cues, phrases);
    List<Content> contents =
        Content.merged(clauses.find(), new Turns(reading, lexicon, cues, phrases).find());
    List<Draft> marked = marked(contents);
    drafts.addAll(marked);
    for (Content content : contents) {
      addClause(content, marked);
    }
    drafts.sort(
        Comparator.comparingInt((Draft d) -> d.span().start())
            .thenComparingInt(d -> d.span().end()));
    return resolved();
  }

  private void giveUpIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while looking for quotes");
    }
  }

  private int limitOf(MarkedSpan span, int first) {
    int i = first;
    while (i < reading.size && reading.start[i] < span.outer().end()) {
      i++;
    }
    return i;
  }

  private int wordsIn(int first, int limit) {
    int words = 0;
    for (int i = first; i < limit; i++) {
      if (reading.isWord(i)) {
        words++;
      }
    }
    return words;
  }

  private List<Draft> marked(List<Content> contents) {
    var result = new ArrayList<Draft>();
    Map<Integer, Link> byParagraph = new HashMap<>();
    Link last = null;
    int lastParagraph = -10;
    Link carried = null;
    Link previous = null;
    int previousLimit = 0;
    boolean goingOn = false;
    int next = 0;
    for (MarkedSpan span : marks) {
      giveUpIfInterrupted();
      int first = reading.tokenAt(span.outer().start());
      int limit = first >= reading.size ? first : limitOf(span, first);
      if (first >= limit) {
        continue;
      }
      int words = wordsIn(first, limit);
      if (words == 0) {
        continue;
      }
      Link own = linker.find(first, limit);
      while (next < contents.size() && contents.get(next).limit() <= first) {
        next++;
      }
      Content around =
          next < contents.size() && contents.get(next).first() <= first ? contents.get(next) : null;
      boolean alone =
          reading.sentenceBegin(first) == first
              && wordsIn(limit, reading.sentenceEnd(limit - 1)) == 0;
      Link shared = sharedWithin(first, previousLimit, previous);
      boolean adjacent =
          own != null
              && (own.rule() == Rule.VERB_SOURCE
                  || own.rule() == Rule.SOURCE_VERB
                  || own.rule() == Rule.DASH_SOURCE);
      int paragraph = reading.paragraph[first];
      Link link = own;
      if (shared != null && !adjacent) {
        link = shared;
      } else if (around != null && !adjacent && !(own != null && reading.is(first - 1, ":"))) {
        link = around.link();
      } else if (own == null || alone && !adjacent) {
        Link inherited = inherited(first, paragraph, carried, byParagraph, last, lastParagraph);
        if (inherited != null) {
          link = inherited;
        }
      }
      if (!lexicon.tagged()
          && own == null
          && around == null
          && !alone
          && !reading.is(first - 1, ":")) {
        continue;
      }
      boolean doubtful = link == null || !strong(link.rule());
      boolean utterance = alone && endsSentence(limit);
      if (doubtful && !utterance && (words <= 2 || words < 4 && titleCase(first, limit))) {
        continue;
      }
      if (titleCase(first, limit)
          && words >= 2
          && (doubtful ? words < 8 : words < 7 && !adjacent && !directlyAfterCue(first))) {
        continue;
      }
      if (link == null && words < 5) {
        continue;
      }
      if (goingOn && !result.isEmpty()) {
        Draft begun = result.remove(result.size() - 1);
        Span whole = new Span(begun.span().start(), span.inner().end());
        result.add(
            new Draft(
                begun.type(),
                whole,
                whole.in(reading.text),
                adjacent && own != null ? own : begun.link(),
                begun.token(),
                begun.words() + words));
        goingOn = span.goesOn();
        carried = span.goesOn() ? result.get(result.size() - 1).link() : null;
        continue;
      }
      goingOn = span.goesOn();
      String verbatim = span.inner().in(reading.text);
      result.add(new Draft(QuoteType.DIRECT, span.inner(), verbatim, link, first, words));
      if (link != null && (link.rule() != Rule.OTHER_VERB || words >= 5)) {
        last = link;
        lastParagraph = paragraph;
        byParagraph.put(paragraph, link);
      }
      carried = span.goesOn() ? link : null;
      previous = link;
      previousLimit = limit;
    }
    return result;
  }

  /** “We wait,” she said, “and see”: the second part has the source of the first. */
  private @Nullable Link sharedWithin(int first, int previousLimit, @Nullable Link previous) {
    if (previous == null
        || previousLimit == 0
        || reading.sentence[first] != reading.sentence[previousLimit - 1]
            && !(previousLimit < reading.size
                && reading.sentence[first] == reading.sentence[previousLimit])
        || previous.rule() != Rule.VERB_SOURCE && previous.rule() != Rule.SOURCE_VERB
        || !(reading.isComma(first - 1) || reading.is(first - 1, "."))) {
      return null;
    }
    return new Link(previous.source(), previous.cue(), previous.words(), Rule.SAME_SENTENCE);
  }

  private static boolean strong(Rule rule) {
    return switch (rule) {
      case SAME_PARAGRAPH, PARAGRAPH_BEFORE, OTHER_VERB -> false;
      default -> true;
    };
  }

  private @Nullable Link inherited(
      int first,
      int paragraph,
      @Nullable Link carried,
      Map<Integer, Link> byParagraph,
      @Nullable Link last,
      int lastParagraph) {
    if (carried != null) {
      return Link.without(carried.source(), Rule.CARRIED_ON);
    }
    if (first > 0
        && reading.is(first - 1, ":")
        && reading.paragraph[first - 1] != paragraph
        && reading.body[first - 1]) {
      Link announced = linker.announced(first - 1);
      if (announced != null) {
        return announced;
      }
    }
    Link same = byParagraph.get(paragraph);
    if (same != null) {
      return Link.without(same.source(), Rule.SAME_PARAGRAPH);
    }
    int before = reading.sentence[first] - 1;
    if (before >= 0) {
      int low = reading.sentenceStart[before];
      int high = reading.sentenceStart[before + 1];
      if (low < high && reading.paragraph[low] == paragraph) {
        Link link = linker.find(high - 1, high);
        if (link != null) {
          return Link.without(link.source(), Rule.SAME_PARAGRAPH);
        }
      }
    }
    if (last != null && paragraph - lastParagraph <= 2) {
      return Link.without(last.source(), Rule.PARAGRAPH_BEFORE);
    }
    return null;
  }

  private boolean endsSentence(int limit) {
    char last = reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2));
    return ".!?…".indexOf(last) >= 0;
  }

  /** “…” right behind a cue, a comma or a colon. */
  private boolean directlyAfterCue(int first) {
    for (int i = first - 1; i >= Math.max(0, first - 6); i--) {
      if (reading.isAny(i, ",", ":", "as") && i == first - 1) {
        return true;
      }
      Cue cue = cues.verbAt(i);
      if (cue != null) {
        return cue.takes(CueWords.Frame.NAME) || cue.last() == first - 1;
      }
    }
    return false;
  }

  /** Whether every longer word has a capital, as in titles; at least two must. */
  private boolean titleCase(int first, int limit) {
    int capitals = 0;
    for (int i = first; i < limit; i++) {
      if (Character.isLetter(reading.word[i].codePointAt(0))
          && reading.word[i].length() > 3
          && !reading.isCapitalised(i)) {
        return false;
      }
      if (reading.word[i].length() > 3 && reading.isCapitalised(i)) {
        capitals++;
      }
    }
    return capitals >= 2 || wordsIn(first, limit) < 3;
  }

  private void addClause(Content content, List<Draft> marked) {
    if (reading.marked[content.first()]
        && reading.marked[content.limit() - 1]
        && wholeMarked(content)) {
      return;
    }
    Span span = new Span(reading.start[content.first()], reading.end[content.limit() - 1]);
    var parts = new ArrayList<String>();
    for (Draft draft : marked) {
      if (span.contains(draft.span())) {
        parts.add(draft.verbatim());
        drafts.remove(draft);
      } else if (draft.span().overlaps(span)) {
        return;
      }
    }
    QuoteType type =
        content.verbatim()
            ? QuoteType.DIRECT
            : parts.isEmpty() ? QuoteType.INDIRECT : QuoteType.MIXED;
    if (content.verbatim()) {
      parts.clear();
      parts.add(span.in(reading.text));
    }
    drafts.add(
        new Draft(
            type,
            span,
            String.join(" … ", parts),
            content.link(),
            content.first(),
            content.limit() - content.first()));
  }

  private boolean wholeMarked(Content content) {
    for (int i = content.first(); i < content.limit(); i++) {
      if (!reading.marked[i]) {
        return false;
      }
    }
    return true;
  }

  private List<Quote> resolved() {
    var quotes = new ArrayList<Quote>();
    Phrase last = null;
    for (Draft draft : drafts) {
      Link link = draft.link();
      if (link == null) {
        quotes.add(
            new Quote(
                draft.type(),
                reading.sentence[draft.token()],
                draft.span(),
                draft.verbatim(),
                null,
                "",
                null,
                null,
                "",
                0.2));
        continue;
      }
      Speaker speaker = cast.resolve(link.source(), last);
      last = link.source();
      Phrase cue = link.cue();
      quotes.add(
          new Quote(
              draft.type(),
              reading.sentence[draft.token()],
              draft.span(),
              draft.verbatim(),
              reading.span(link.source()),
              speaker.canonical(),
              speaker.type(),
              cue == null ? null : reading.span(cue),
              "",
              0.8));
    }
    return quotes;
  }
}
