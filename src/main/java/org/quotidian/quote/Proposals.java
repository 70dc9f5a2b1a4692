package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Span;

/** What the rules propose in an article, with the features by which it is decided. */
final class Proposals {

  private final Groundwork article;
  private final Reading reading;
  private final Clauses clauses;

  Proposals(AnnotatedArticle article, Lexicon lexicon) {
    this.article = Groundwork.of(article, lexicon);
    this.reading = this.article.reading();
    this.clauses = this.article.clauses();
  }

  /**
   * Words that a cue may govern.
   *
   * @param verbatim whether a colon announces them
   */
  record Clause(List<String> features, Span span, boolean verbatim) {}

  /**
   * A border before which a content may end.
   *
   * @param start where the content begins in the text
   * @param end where it would end
   */
  record End(List<String> features, int start, int end) {}

  /**
   * Somebody who may have said marked words.
   *
   * @param source the words that name him or her
   * @param canonical the fullest name
   */
  record Marked(List<String> features, Span span, Span source, String canonical) {}

  List<Clause> clauses() {
    var found = new ArrayList<Clause>();
    for (Cue cue : article.cues().all()) {
      for (Proposal proposal : clauses.proposals(cue)) {
        Content content = proposal.content();
        found.add(
            new Clause(
                clauses.features(proposal),
                new Span(reading.start[content.first()], reading.end[content.limit() - 1]),
                content.verbatim()));
      }
    }
    return found;
  }

  /** For each content the borders inside its sentence. */
  List<List<End>> ends() {
    var found = new ArrayList<List<End>>();
    for (Cue cue : article.cues().all()) {
      for (Proposal proposal : clauses.proposals(cue)) {
        if (proposal.content().first() > cue.last() && !proposal.content().verbatim()) {
          int first = proposal.content().first();
          found.add(ends(clauses.borders(cue, first), first));
        }
      }
    }
    return found;
  }

  private List<End> ends(List<EndFeatures.Border> borders, int first) {
    return borders.stream()
        .map(
            border ->
                new End(border.features(), reading.start[first], reading.end[border.limit() - 1]))
        .toList();
  }

  /** Those who may have said marked words, for all marked words in text order. */
  List<List<Marked>> marked() {
    var features = new MarkedFeatures(article);
    var found = new ArrayList<List<Marked>>();
    MarkedQuotes.find(
        article,
        article.contents(),
        proposals -> {
          found.add(proposals.stream().map(proposal -> marked(proposal, features)).toList());
          return byRule(proposals);
        });
    return found;
  }

  private static MarkedChoice.Chosen byRule(List<MarkedProposal> proposals) {
    return proposals.isEmpty() || !proposals.get(0).byRule()
        ? MarkedChoice.Chosen.NOBODY
        : new MarkedChoice.Chosen(proposals.get(0).link(), Draft.UNDECIDED);
  }

  private Marked marked(MarkedProposal proposal, MarkedFeatures features) {
    return new Marked(
        features.of(proposal),
        new Span(reading.start[proposal.first()], reading.end[proposal.limit() - 1]),
        reading.span(proposal.link().source()),
        features.canonical(proposal.link()));
  }
}
