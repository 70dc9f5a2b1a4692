package org.quotidian.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.QuoteType;
import org.quotidian.model.Span;
import org.quotidian.quote.MarkedProposal.Way;

/**
 * Decides which words in quotation marks were said, and links them to a source: that of their own
 * sentence, of the surrounding clause, of the preceding part, or the current speaker.
 */
final class MarkedQuotes {

  /** Marked words that are looked at to find who talks with whom. */
  private static final int DIALOGUE = 6;

  private final Reading reading;
  private final boolean marksHoldTerms;
  private final MarkedLinker linker;
  private final MarkedSpeech speech;
  private final ReportedStart starts;
  private final ReportedEnd ends;
  private final CurrentSpeaker speaker;
  private final NamedAround named;
  private final @Nullable MarkedChoice choice;
  private final List<Content> contents;

  private final List<MarkedSpan> marks;
  private final List<Draft> drafts = new ArrayList<>();
  private int nextMark;
  private int nextContent;

  private MarkedQuotes(Groundwork article, List<Content> contents, @Nullable MarkedChoice choice) {
    this.reading = article.reading();
    this.marksHoldTerms = article.lexicon().traits().marksHoldTerms();
    this.linker = new MarkedLinker(article);
    this.speech = new MarkedSpeech(article);
    this.starts = new ReportedStart(article);
    this.ends = new ReportedEnd(article);
    this.speaker = new CurrentSpeaker(reading, linker, article.lexicon().traits().modifiersFirst());
    this.named = new NamedAround(article);
    this.choice = choice;
    this.contents = contents;
    this.marks = article.marks();
  }

  /**
   * In text order.
   *
   * @param contents in text order
   * @param choice null if the rules alone decide
   */
  static List<Draft> find(
      Groundwork article, List<Content> contents, @Nullable MarkedChoice choice) {
    var quotes = new MarkedQuotes(article, contents, choice);
    for (MarkedSpan span : article.marks()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while looking for quotes");
      }
      quotes.nextMark++;
      MarkedWords marked = MarkedWords.of(span, article.reading());
      if (marked.words() > 0) {
        quotes.take(marked);
      }
    }
    return quotes.drafts;
  }

  private void take(MarkedWords marked) {
    Link own = linker.find(marked.first(), marked.limit());
    Content around = contentAround(marked.first());
    boolean adjacent = own != null && own.rule().isAdjacent();
    boolean term =
        marksHoldTerms
            && own == null
            && around == null
            && !speaker.reopens(marked.first())
            && !marked.alone()
            && !reading.isAnnounced(marked.first());
    Link link = term ? null : link(marked, own, around);
    boolean said = !term && speech.isSaid(marked, link, adjacent, next());
    double probability = around == null ? Draft.UNDECIDED : around.probability();
    if (around == null && choice != null) {
      MarkedChoice.Chosen chosen = choice.among(proposals(marked, said ? link : null, own));
      said = chosen.link() != null || said && link == null;
      link = chosen.link();
      adjacent = link != null && link.rule().isAdjacent();
      probability = chosen.probability();
    }
    if (said) {
      add(marked, link, adjacent, probability);
    }
  }

  /** Who may have said the words, each source once. */
  private List<MarkedProposal> proposals(
      MarkedWords marked, @Nullable Link byRule, @Nullable Link own) {
    int first = marked.first();
    Link before = speaker.before(first);
    boolean shared = before != null && before.rule() == Rule.SAME_SENTENCE;
    var links = new LinkedHashMap<Way, @Nullable Link>();
    links.put(Way.RULE, byRule);
    links.put(Way.OWN, own);
    links.put(Way.BEFORE, linker.cueBefore(first));
    links.put(Way.BEHIND, linker.cueBehind(marked.limit()));
    links.put(shared ? Way.SHARED : Way.LAST, before);
    links.put(Way.INHERITED, speaker.inherited(first, reported()));
    links.putAll(named.of(marked));
    Rule chosen = byRule == null ? null : byRule.rule();
    var proposals = new ArrayList<MarkedProposal>();
    var sources = new HashSet<Integer>();
    links.forEach(
        (way, link) -> {
          if (link != null && sources.add(link.source().first())) {
            proposals.add(
                new MarkedProposal(
                    first, marked.limit(), link, way, chosen, speaker.wordsBefore()));
          }
        });
    return proposals;
  }

  private @Nullable Content contentAround(int first) {
    while (nextContent < contents.size() && contents.get(nextContent).limit() <= first) {
      nextContent++;
    }
    Content next = next();
    return next != null && next.first() <= first ? next : null;
  }

  /** The content that holds or follows the marked words; null behind the last. */
  private @Nullable Content next() {
    return nextContent < contents.size() ? contents.get(nextContent) : null;
  }

  /** The last content before the marked words; null before the first. */
  private @Nullable Content reported() {
    return nextContent == 0 ? null : contents.get(nextContent - 1);
  }

  private @Nullable Link link(MarkedWords marked, @Nullable Link own, @Nullable Content around) {
    if (own != null && own.rule().isAdjacent()) {
      return own;
    }
    Link shared = speaker.shared(marked.first());
    if (shared != null) {
      return shared;
    }
    if (around != null && !(own != null && reading.isAnnounced(marked.first()))) {
      return around.link();
    }
    if (own == null || marked.alone()) {
      Link alternating = own == null && marked.alone() ? speaker.alternating(marked) : null;
      if (alternating == null && own == null && marked.alone() && !marksHoldTerms) {
        alternating = speaker.answering(marked, behind());
      }
      Link inherited =
          alternating == null ? speaker.inherited(marked.first(), reported()) : alternating;
      boolean farAway = inherited != null && inherited.rule() == Rule.PARAGRAPH_BEFORE;
      return inherited == null || farAway && !marked.alone() ? own : inherited;
    }
    return own;
  }

  /** The next words that stand alone, up to those that have a source. */
  private List<MarkedWords> behind() {
    var behind = new ArrayList<MarkedWords>();
    for (MarkedSpan span : marks.subList(nextMark, Math.min(marks.size(), nextMark + DIALOGUE))) {
      MarkedWords next = MarkedWords.of(span, reading);
      behind.add(next);
      if (!next.alone()) {
        break;
      }
    }
    return behind;
  }

  private void add(MarkedWords marked, @Nullable Link link, boolean adjacent, double probability) {
    Span inner = marked.span().inner();
    if (isInLast(inner)) {
      joinLast(inner);
      speaker.remember(marked, link);
      return;
    }
    int beginning = starts.of(marked, link, adjacent);
    if (beginning >= 0 && isCovered(beginning)) {
      beginning = -1;
    }
    Link source = link;
    if (speaker.goesOn() && !drafts.isEmpty()) {
      Draft begun = drafts.remove(drafts.size() - 1);
      Span whole = new Span(begun.span().start(), inner.end());
      source = adjacent ? link : begun.link();
      add(QuoteType.DIRECT, whole, whole, source, begun.first(), probability);
    } else if (beginning >= 0) {
      int end = adjacent ? marked.span().outer().end() : ends.of(marked, link, next());
      Span whole = new Span(reading.start[beginning], end);
      add(QuoteType.MIXED, whole, inner, link, beginning, probability);
    } else {
      add(QuoteType.DIRECT, inner, inner, link, marked.first(), probability);
    }
    speaker.remember(marked, source);
  }

  /** Whether words before marked ones belong to what somebody said before. */
  private boolean isCovered(int first) {
    Content before = reported();
    return before != null && before.limit() > first
        || !drafts.isEmpty() && drafts.get(drafts.size() - 1).span().end() > reading.start[first];
  }

  /** Berg attacked the plan as “…” from people who “…”: both are in the words that she said. */
  private boolean isInLast(Span inner) {
    return !drafts.isEmpty() && drafts.get(drafts.size() - 1).span().contains(inner);
  }

  private void joinLast(Span inner) {
    Draft last = drafts.remove(drafts.size() - 1);
    drafts.add(
        new Draft(
            last.type(),
            last.span(),
            last.verbatim() + " … " + inner.in(reading.text),
            last.link(),
            last.first(),
            last.probability()));
  }

  private void add(
      QuoteType type,
      Span span,
      Span verbatim,
      @Nullable Link link,
      int first,
      double probability) {
    drafts.add(new Draft(type, span, verbatim.in(reading.text), link, first, probability));
  }
}
