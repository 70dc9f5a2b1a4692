package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words that cues govern outside quotation marks. How they are proposed depends on the
 * language; where the language has weights, a {@link Decision} chooses among the proposals, else
 * the rules alone do.
 */
abstract class Clauses {

  /**
   * Below this probability nothing is taken for said. On articles that were not trained on, the
   * figures hardly change between 0.3 and 0.5; what the rules propose is taken sooner, so that a
   * reporting word that is added to the lists is found.
   */
  private static final double THRESHOLD = 0.45;

  private static final double BY_RULE = 0.3;

  /** Borders before which a content may end; sentences that have more are lists. */
  private static final int MOST_BORDERS = 20;

  private static final double END_THRESHOLD = 0.5;

  /** The end that the rules propose is taken sooner. */
  private static final double END_BY_RULE = 0.45;

  /** Tokens; what begins farther behind its cue stands behind something else. */
  private static final int FAR = 3;

  final Reading reading;
  final Lexicon lexicon;
  final CueRow cues;
  final Phrases phrases;

  private final Decision decision;
  private final Decision endDecision;
  private final ClauseFeatures features;
  private final EndFeatures endFeatures;

  Clauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
    this.decision = lexicon.decisions().clauses();
    this.endDecision = lexicon.decisions().ends();
    this.features = new ClauseFeatures(reading, lexicon, cues, phrases);
    this.endFeatures = new EndFeatures(reading, lexicon, cues, phrases);
  }

  /** What the rules take a cue to govern; several contents if they stand around it. */
  abstract List<Content> byRule(Cue cue);

  /** What else it may govern, if a model decides. */
  List<Content> others(Cue cue) {
    return List.of();
  }

  /** Whether it is long enough. */
  abstract boolean isLong(Content content);

  /** Whether a source is denied: no resident. */
  boolean isNobody(Phrase source) {
    return false;
  }

  /** A second part of the same statement behind a content; null if there is none. */
  @Nullable Content continued(Content content) {
    return null;
  }

  abstract int endByRule(Cue cue, int first, int high);

  /** Whether nothing but who reports a content follows a comma, up to the end of the sentence. */
  boolean isSourceAtEnd(int comma, int high) {
    return false;
  }

  /** What cues govern; none lies in another. */
  final List<Content> find() {
    return decision.isEmpty() ? firstFound() : likeliest();
  }

  /**
   * Of the likely contents of all cues those whose probabilities add up to most: no two overlap,
   * and no cue lies in the content of another. What continues a content is as likely as it.
   */
  private List<Content> likeliest() {
    var candidates = new ArrayList<Candidate>();
    for (Cue cue : cues.all()) {
      for (Content content : likely(proposals(cue))) {
        Content second = continued(content);
        List<Content> all = second == null ? List.of(content) : List.of(content, second);
        candidates.add(
            new Candidate(
                all,
                Math.min(cue.first(), content.first()),
                all.get(all.size() - 1).limit(),
                all.size() * content.probability()));
      }
    }
    return Candidate.best(candidates);
  }

  /** Contents of the rules, of two that overlap the first. */
  private List<Content> firstFound() {
    var contents = new ArrayList<Content>();
    int covered = 0;
    for (Cue cue : cues.all()) {
      if (cue.first() < covered) {
        continue;
      }
      for (Proposal proposal : proposalsByRule(cue)) {
        Content content = proposal.content();
        if (content.first() < covered && !takesIn(contents, content)) {
          continue;
        }
        contents.add(content);
        covered = Math.max(covered, content.limit());
        Content second = continued(content);
        if (second != null) {
          contents.add(second);
          covered = second.limit();
        }
      }
    }
    return contents;
  }

  /**
   * “The house, which she said was cold, is sold, Berg said”: removes contents that lie with their
   * cues in a larger one; false if one does not.
   */
  private boolean takesIn(List<Content> contents, Content larger) {
    boolean attributed = larger.link().rule() == Rule.ATTRIBUTION;
    int limit = attributed ? larger.limit() - 1 : larger.limit();
    int keep = contents.size();
    while (keep > 0 && contents.get(keep - 1).limit() > larger.first()) {
      Content inner = contents.get(--keep);
      boolean inside =
          inner.first() >= larger.first()
              && inner.limit() <= limit
              && inner.link().words() != null
              && inner.link().words().first() >= larger.first();
      if (!inside) {
        return false;
      }
    }
    contents.subList(keep, contents.size()).clear();
    return true;
  }

  /** What a cue may govern: the proposals of the rules first. */
  final List<Proposal> proposals(Cue cue) {
    List<Proposal> proposals = proposalsByRule(cue);
    if (cue.refused()) {
      return proposals;
    }
    others(cue).forEach(content -> add(proposals, content, cue, false));
    return proposals;
  }

  private List<Proposal> proposalsByRule(Cue cue) {
    var proposals = new ArrayList<Proposal>();
    if (!cue.refused()) {
      byRule(cue).forEach(content -> add(proposals, content, cue, true));
    }
    return proposals;
  }

  private void add(List<Proposal> proposals, Content content, Cue cue, boolean byRule) {
    Content trimmed = trimmed(content);
    boolean known =
        proposals.stream().anyMatch(proposal -> proposal.content().first() == trimmed.first());
    if (!known && isLong(trimmed) && !isNobody(trimmed.link().source())) {
      proposals.add(new Proposal(trimmed, cue, way(cue, trimmed), byRule));
    }
  }

  private static Proposal.Way way(Cue cue, Content content) {
    if (content.verbatim()) {
      return Proposal.Way.COLON;
    }
    if (content.first() <= cue.first()) {
      return Proposal.Way.BEFORE;
    }
    return content.first() - cue.last() > FAR ? Proposal.Way.FAR : Proposal.Way.BEHIND;
  }

  /** What is likely of the proposals for a cue. */
  private List<Content> likely(List<Proposal> proposals) {
    var likely = new ArrayList<Content>();
    for (Proposal proposal : proposals) {
      double probability = decision.probability(features.of(proposal));
      if (probability > (proposal.byRule() ? BY_RULE : THRESHOLD)) {
        likely.add(proposal.content().withProbability(probability));
      }
    }
    return likely;
  }

  final List<String> features(Proposal proposal) {
    return features.of(proposal);
  }

  /** Where a content ends that begins at {@code first} in a sentence that ends at {@code high}. */
  final int contentEnd(Cue cue, int first, int high) {
    int byRule = endByRule(cue, first, high);
    if (endDecision.isEmpty()) {
      return byRule;
    }
    int borders = 0;
    for (int i = first + 1; i < high && borders <= MOST_BORDERS; i++) {
      boolean border = endFeatures.isBorder(i, high);
      borders += border ? 1 : 0;
      if (i == byRule && (!border || isSourceAtEnd(i, high))
          || border
              && endDecision.probability(endFeatures.of(cue, first, i, high, byRule))
                  >= (i == byRule ? END_BY_RULE : END_THRESHOLD)) {
        return i;
      }
    }
    return high;
  }

  /** The borders before which a content may end, with what is known of them; for training. */
  final List<EndFeatures.Border> borders(Cue cue, int first) {
    int high = reading.sentenceEnd(first);
    int byRule = endByRule(cue, first, high);
    var borders = new ArrayList<EndFeatures.Border>();
    for (int i = first + 1; i < high && borders.size() < MOST_BORDERS; i++) {
      if (endFeatures.isBorder(i, high)) {
        borders.add(new EndFeatures.Border(endFeatures.of(cue, first, i, high, byRule), i));
      }
    }
    return borders;
  }

  /** Without commas in front and the full stop behind. */
  abstract Content trimmed(Content content);

  /** Where a content ends that begins at {@code first}, without the full stop before its limit. */
  final int withoutStop(int first, int limit) {
    int end = limit;
    while (end > first
        && !reading.isWord(end - 1)
        && !reading.marked[end - 1]
        && !reading.isAny(end - 1, "%", ")")) {
      end--;
    }
    return end;
  }
}
