package org.quotidian.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Quote;
import org.quotidian.model.QuoteType;
import org.quotidian.model.Span;

/** Takes one article through all stages and assembles its quotes from their results. */
final class Assembly {

  /** Marks between two sentences of a quotation that stand in one line. */
  private static final Pattern REOPENED = Pattern.compile("[“”\"„«»]{1,2}[.]?[ \\u00a0]*[“”\"„«»]");

  private final Groundwork article;
  private final Reading reading;
  private final Lexicon lexicon;

  Assembly(Groundwork article) {
    this.article = article;
    this.reading = article.reading();
    this.lexicon = article.lexicon();
  }

  List<Quote> quotes() {
    List<Content> contents = article.contents();
    List<Draft> marked = MarkedQuotes.find(article, contents, MarkedChoice.of(article));
    var relays = new Relays(reading, lexicon, article.cues(), article.phrases());
    return resolved(together(contents, marked, article.marks()), relays);
  }

  /** Clauses with the marked words in them, and the marked words that lie in no clause. */
  private List<Draft> together(List<Content> contents, List<Draft> marked, List<MarkedSpan> marks) {
    var drafts = new ArrayList<Draft>();
    int next = 0;
    int nextMark = 0;
    for (Content content : contents) {
      Span span = new Span(reading.start[content.first()], reading.end[content.limit() - 1]);
      while (next < marked.size() && marked.get(next).span().end() <= span.start()) {
        drafts.add(marked.get(next++));
      }
      boolean crosses = false;
      int after = next;
      while (after < marked.size() && marked.get(after).span().start() < span.end()) {
        crosses |= !span.contains(marked.get(after++).span());
      }
      if (crosses || reading.isMarked(content.first(), content.limit())) {
        continue;
      }
      var parts = new ArrayList<String>();
      while (nextMark < marks.size() && marks.get(nextMark).outer().start() < span.end()) {
        Span part = marks.get(nextMark++).inner();
        if (span.contains(part)) {
          parts.add(part.in(reading.text));
        }
      }
      drafts.add(clause(content, span, parts));
      next = after;
    }
    drafts.addAll(marked.subList(next, marked.size()));
    drafts.sort(
        Comparator.comparingInt((Draft draft) -> draft.span().start())
            .thenComparingInt(draft -> draft.span().end()));
    return drafts;
  }

  private Draft clause(Content content, Span span, List<String> parts) {
    if (content.verbatim()) {
      return new Draft(
          QuoteType.DIRECT,
          span,
          span.in(reading.text),
          content.link(),
          content.first(),
          content.probability());
    }
    QuoteType type = parts.isEmpty() ? QuoteType.INDIRECT : QuoteType.MIXED;
    return new Draft(
        type,
        span,
        String.join(" … ", parts),
        content.link(),
        content.first(),
        content.probability());
  }

  private List<Quote> resolved(List<Draft> drafts, Relays relays) {
    var cast = new Cast(reading, lexicon);
    var quotes = new ArrayList<Quote>();
    Phrase last = null;
    for (Draft draft : drafts) {
      Link link = draft.link();
      Speaker speaker = link == null ? null : cast.resolve(link.source(), last);
      last = link == null ? last : link.source();
      quotes.add(quote(draft, link, speaker, relays));
    }
    return joined(quotes);
  }

  /** Sentences of one speaker with nothing but marks between them are one quote. */
  private List<Quote> joined(List<Quote> quotes) {
    var joined = new ArrayList<Quote>();
    int first = 0;
    while (first < quotes.size()) {
      Quote surest = quotes.get(first);
      int last = first;
      while (last + 1 < quotes.size() && goesOn(quotes.get(last), quotes.get(last + 1))) {
        last++;
        surest = surest.confidence() < quotes.get(last).confidence() ? quotes.get(last) : surest;
      }
      joined.add(
          first == last ? surest : joined(quotes.get(first), quotes.get(last).span(), surest));
      first = last + 1;
    }
    return joined;
  }

  private Quote joined(Quote first, Span last, Quote surest) {
    Span whole = new Span(first.span().start(), last.end());
    return new Quote(
        first.type(),
        first.sentence(),
        whole,
        whole.in(reading.text),
        surest.speaker(),
        surest.canonicalSpeaker(),
        surest.speakerType(),
        surest.cue(),
        surest.via(),
        surest.confidence());
  }

  private boolean goesOn(Quote quote, Quote next) {
    int from = quote.span().end();
    int to = next.span().start();
    return quote.type() == QuoteType.DIRECT
        && next.type() == QuoteType.DIRECT
        && !quote.canonicalSpeaker().isEmpty()
        && quote.canonicalSpeaker().equals(next.canonicalSpeaker())
        && from < to
        && REOPENED.matcher(reading.text.substring(from, to)).matches();
  }

  private Quote quote(Draft draft, @Nullable Link link, @Nullable Speaker speaker, Relays relays) {
    Phrase cue = link == null ? null : link.cue();
    return new Quote(
        draft.type(),
        reading.sentenceIndex(draft.first()),
        draft.span(),
        draft.verbatim(),
        link == null ? null : reading.span(link.source()),
        speaker == null ? "" : speaker.canonical(),
        speaker == null ? null : speaker.type(),
        cue == null ? null : reading.span(cue),
        link == null ? "" : relays.of(link),
        lexicon.confidence().of(draft));
  }
}
