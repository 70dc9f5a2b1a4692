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
  private static final Pattern REOPENED =
      Pattern.compile("[“”\"„«»」』]{1,2}[.。]?[ \\u00a0]*[“”\"„«»「『]");

  private final Groundwork article;
  private final Reading reading;
  private final Lexicon lexicon;

  Assembly(Groundwork article) {
    this.article = article;
    this.reading = article.reading();
    this.lexicon = article.lexicon();
  }

  /**
   * A quote and what tells how sure it is.
   *
   * @param features none without a speaker, or where something else tells it
   */
  record Found(Quote quote, List<String> features) {}

  List<Quote> quotes() {
    return found().stream().map(Found::quote).toList();
  }

  List<Found> found() {
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

  private List<Found> resolved(List<Draft> drafts, Relays relays) {
    var cast = new Cast(reading, lexicon);
    var sure = new QuoteFeatures(article);
    boolean decides = !lexicon.decisions().clauses().isEmpty();
    var quotes = new ArrayList<Found>();
    Phrase last = null;
    for (Draft draft : drafts) {
      Link link = draft.link();
      Speaker speaker = link == null ? null : cast.resolve(link.source(), last);
      last = link == null ? last : link.source();
      List<String> features = link == null || decides ? List.of() : sure.of(draft, link);
      quotes.add(new Found(quote(draft, link, speaker, relays, features), features));
    }
    return joined(quotes);
  }

  /** Sentences of one speaker with nothing but marks between them are one quote. */
  private List<Found> joined(List<Found> quotes) {
    var joined = new ArrayList<Found>();
    int first = 0;
    while (first < quotes.size()) {
      Found surest = quotes.get(first);
      int last = first;
      while (last + 1 < quotes.size()
          && goesOn(quotes.get(last).quote(), quotes.get(last + 1).quote())) {
        Found next = quotes.get(++last);
        surest = surest.quote().confidence() < next.quote().confidence() ? next : surest;
      }
      joined.add(
          first == last
              ? surest
              : joined(quotes.get(first).quote(), quotes.get(last).quote().span(), surest));
      first = last + 1;
    }
    return joined;
  }

  private Found joined(Quote first, Span last, Found surest) {
    Span whole = new Span(first.span().start(), last.end());
    Quote quote = surest.quote();
    var all =
        new Quote(
            first.type(),
            first.sentence(),
            whole,
            whole.in(reading.text),
            quote.speaker(),
            quote.canonicalSpeaker(),
            quote.speakerType(),
            quote.cue(),
            quote.via(),
            quote.confidence());
    return new Found(all, surest.features());
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

  private Quote quote(
      Draft draft,
      @Nullable Link link,
      @Nullable Speaker speaker,
      Relays relays,
      List<String> features) {
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
        confidence(draft, features));
  }

  private double confidence(Draft draft, List<String> features) {
    Decision weights = lexicon.decisions().confidence();
    return features.isEmpty() || weights.isEmpty()
        ? lexicon.confidence().of(draft)
        : Math.round(100 * weights.probability(features)) / 100.0;
  }
}
