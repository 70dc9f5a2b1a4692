package org.quotidian.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.QuoteType;
import org.quotidian.model.Span;

/**
 * Decides which words in quotation marks were said, and links them to a source: that of their own
 * sentence, of the surrounding clause, of the preceding part, or the current speaker.
 */
final class MarkedQuotes {

  /** Words; fewer, without a source of their own, are a term or a name. */
  private static final int SHORTEST_DOUBTFUL = 3;

  /** Words; fewer, without any source, are left out. */
  private static final int SHORTEST_WITHOUT_SOURCE = 5;

  /** Words; titles of works are not longer. */
  private static final int LONGEST_TITLE = 7;

  /** Tokens between a verb and the marked end of what it governs. */
  private static final int LONGEST_OBJECT = 12;

  /** Paragraphs over which somebody goes on speaking. */
  private static final int SPEAKING_ON = 2;

  private static final double THRESHOLD = 0.4;

  private static final Consumer<MarkedProposal> NOBODY = proposal -> {};

  private final Consumer<MarkedProposal> proposed;
  private final Decision decision;
  private final MarkedFeatures features;
  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final MarkedLinker linker;
  private final List<Content> contents;

  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Integer, Link> byParagraph = new HashMap<>();
  private int nextContent;
  private @Nullable Link previous;
  private int previousLimit;
  private @Nullable Link speaking;
  private int speakingParagraph;
  private @Nullable Turn last;
  private @Nullable Turn lastButOne;
  private boolean goesOn;

  /** Of the words taken last, by the decision. */
  private double probability = Draft.UNDECIDED;

  private MarkedQuotes(
      Reading reading,
      Lexicon lexicon,
      CueRow cues,
      Phrases phrases,
      List<Content> contents,
      Consumer<MarkedProposal> proposed) {
    this.proposed = proposed;
    this.decision = lexicon.decisions().marked();
    this.features = new MarkedFeatures(reading, lexicon, cues, phrases);
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.linker = new MarkedLinker(reading, lexicon, cues, phrases);
    this.contents = contents;
  }

  /** A marked span and the tokens it covers. */
  private record Marked(MarkedSpan span, int first, int limit, int words, boolean alone) {}

  /** What somebody said in one paragraph. */
  private record Turn(Link link, int paragraph, boolean asks) {}

  /** In text order. */
  static List<Draft> find(
      List<MarkedSpan> spans,
      Reading reading,
      Lexicon lexicon,
      CueRow cues,
      Phrases phrases,
      List<Content> contents) {
    return find(spans, reading, lexicon, cues, phrases, contents, NOBODY);
  }

  /**
   * @param proposed takes every proposal, for training
   */
  static List<Draft> find(
      List<MarkedSpan> spans,
      Reading reading,
      Lexicon lexicon,
      CueRow cues,
      Phrases phrases,
      List<Content> contents,
      Consumer<MarkedProposal> proposed) {
    var quotes = new MarkedQuotes(reading, lexicon, cues, phrases, contents, proposed);
    for (MarkedSpan span : spans) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while looking for quotes");
      }
      quotes.take(span);
    }
    return quotes.drafts;
  }

  private void take(MarkedSpan span) {
    int first = reading.tokenAt(span.outer().start());
    int limit = first;
    while (limit < reading.size && reading.start[limit] < span.outer().end()) {
      limit++;
    }
    int words = reading.wordsIn(first, limit);
    if (words == 0) {
      return;
    }
    boolean alone =
        reading.sentenceBegin(first) == first
            && reading.wordsIn(limit, reading.sentenceEnd(limit - 1)) == 0;
    var marked = new Marked(span, first, limit, words, alone);
    Link own = linker.find(first, limit);
    Content around = contentAround(first);
    boolean adjacent = own != null && own.rule().isAdjacent();
    boolean term =
        lexicon.traits().marksHoldTerms()
            && own == null
            && around == null
            && !alone
            && !announced(first);
    Link link = term ? null : link(marked, own, around);
    boolean said = !term && isSaid(marked, link, adjacent);
    probability = around == null ? Draft.UNDECIDED : around.probability();
    if (around == null && (proposed != NOBODY || !decision.isEmpty())) {
      List<MarkedProposal> proposals = proposals(marked, said ? link : null, own);
      proposals.forEach(proposed);
      if (!decision.isEmpty()) {
        Link best = best(proposals);
        said = best != null || said && link == null;
        link = best;
        adjacent = best != null && best.rule().isAdjacent();
      }
    }
    if (said) {
      add(marked, link, adjacent);
    }
  }

  private @Nullable Link best(List<MarkedProposal> proposals) {
    Link best = null;
    double highest = THRESHOLD;
    for (MarkedProposal proposal : proposals) {
      double probability = decision.probability(features.of(proposal));
      if (probability > highest) {
        highest = probability;
        best = proposal.link();
      }
    }
    probability = best == null ? Draft.UNDECIDED : highest;
    return best;
  }

  /** Who may have said the words. */
  private List<MarkedProposal> proposals(Marked marked, @Nullable Link byRule, @Nullable Link own) {
    var proposals = new ArrayList<MarkedProposal>();
    propose(proposals, marked, byRule, MarkedProposal.Way.RULE, true);
    propose(proposals, marked, own, MarkedProposal.Way.OWN, false);
    propose(proposals, marked, linker.cueBefore(marked.first()), MarkedProposal.Way.BEFORE, false);
    propose(proposals, marked, linker.cueBehind(marked.limit()), MarkedProposal.Way.BEHIND, false);
    Link before = previous;
    if (before != null) {
      boolean sameSentence =
          reading.sentence[marked.first()] == reading.sentence[previousLimit - 1];
      Rule rule = sameSentence ? Rule.SAME_SENTENCE : Rule.SAME_PARAGRAPH;
      propose(
          proposals,
          marked,
          new Link(
              before.source(),
              sameSentence ? before.cue() : null,
              sameSentence ? before.words() : null,
              rule),
          sameSentence ? MarkedProposal.Way.SHARED : MarkedProposal.Way.LAST,
          false);
    }
    propose(proposals, marked, inherited(marked.first()), MarkedProposal.Way.INHERITED, false);
    return proposals;
  }

  private static void propose(
      List<MarkedProposal> proposals,
      Marked marked,
      @Nullable Link link,
      MarkedProposal.Way way,
      boolean byRule) {
    if (link != null
        && proposals.stream()
            .noneMatch(known -> known.link().source().first() == link.source().first())) {
      proposals.add(new MarkedProposal(marked.first(), marked.limit(), link, way, byRule));
    }
  }

  private boolean announced(int first) {
    return reading.is(first - 1, ":");
  }

  private @Nullable Content contentAround(int first) {
    while (nextContent < contents.size() && contents.get(nextContent).limit() <= first) {
      nextContent++;
    }
    return nextContent < contents.size() && contents.get(nextContent).first() <= first
        ? contents.get(nextContent)
        : null;
  }

  private @Nullable Link link(Marked marked, @Nullable Link own, @Nullable Content around) {
    if (own != null && own.rule().isAdjacent()) {
      return own;
    }
    Link shared = shared(marked.first());
    if (shared != null) {
      return shared;
    }
    if (around != null && !(own != null && announced(marked.first()))) {
      return around.link();
    }
    if (own == null || marked.alone()) {
      Link alternating = own == null && marked.alone() ? alternating(marked) : null;
      Link inherited = alternating == null ? inherited(marked.first()) : alternating;
      boolean farAway = inherited != null && inherited.rule() == Rule.PARAGRAPH_BEFORE;
      return inherited == null || farAway && !marked.alone() ? own : inherited;
    }
    return own;
  }

  /** “We wait,” she said, “and see”: the second part has the source of the first. */
  private @Nullable Link shared(int first) {
    Link before = previous;
    if (before == null || before.rule() != Rule.VERB_SOURCE && before.rule() != Rule.SOURCE_VERB) {
      return null;
    }
    boolean sameSentence =
        reading.sentence[first] == reading.sentence[previousLimit - 1]
            || previousLimit < reading.size
                && reading.sentence[first] == reading.sentence[previousLimit];
    boolean interrupted = reading.isComma(first - 1) || reading.is(first - 1, ".");
    return sameSentence && interrupted
        ? new Link(before.source(), before.cue(), before.words(), Rule.SAME_SENTENCE)
        : null;
  }

  /** Two people talk, paragraph by paragraph, and one of them asks: it is the other's turn. */
  private @Nullable Link alternating(Marked marked) {
    Turn just = last;
    Turn before = lastButOne;
    int paragraph = reading.paragraph[marked.first()];
    boolean talk =
        !goesOn
            && !announced(marked.first())
            && just != null
            && before != null
            && just.paragraph() == paragraph - 1
            && before.paragraph() == paragraph - 2
            && (just.asks() || before.asks() || asks(marked.limit()))
            && !lastWord(just).equals(lastWord(before));
    return talk && before != null
        ? Link.without(before.link().source(), Rule.PARAGRAPH_BEFORE)
        : null;
  }

  private String lastWord(Turn turn) {
    return reading.lower[turn.link().source().last()];
  }

  private boolean asks(int limit) {
    return reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2)) == '?';
  }

  /** The one who is speaking. */
  private @Nullable Link inherited(int first) {
    int paragraph = reading.paragraph[first];
    Link before = previous;
    if (goesOn && before != null) {
      return Link.without(before.source(), Rule.CARRIED_ON);
    }
    boolean announcedAbove =
        announced(first) && reading.paragraph[first - 1] != paragraph && reading.body[first - 1];
    Link announced = announcedAbove ? linker.announced(first - 1) : null;
    if (announced != null) {
      return announced;
    }
    Link same = byParagraph.get(paragraph);
    if (same != null) {
      return Link.without(same.source(), Rule.SAME_PARAGRAPH);
    }
    Link told = sentenceBefore(first);
    if (told != null) {
      return Link.without(told.source(), Rule.SAME_PARAGRAPH);
    }
    Link speaker = speaking;
    Content reported = nextContent == 0 ? null : contents.get(nextContent - 1);
    int reportedParagraph = reported == null ? -1 : reading.paragraph[reported.first()];
    if (reported != null
        && reportedParagraph >= paragraph - 1
        && (speaker == null || reportedParagraph > speakingParagraph)) {
      return Link.without(reported.link().source(), Rule.PARAGRAPH_BEFORE);
    }
    return speaker != null && paragraph - speakingParagraph <= SPEAKING_ON
        ? Link.without(speaker.source(), Rule.PARAGRAPH_BEFORE)
        : null;
  }

  private @Nullable Link sentenceBefore(int first) {
    int before = reading.sentence[first] - 1;
    if (before < 0) {
      return null;
    }
    int low = reading.sentenceStart[before];
    int high = reading.sentenceStart[before + 1];
    return low < high && reading.paragraph[low] == reading.paragraph[first]
        ? linker.find(high - 1, high)
        : null;
  }

  /** Whether the words are speech: not a term, a nickname, irony or the title of a work. */
  private boolean isSaid(Marked marked, @Nullable Link link, boolean adjacent) {
    boolean doubtful = link == null || link.rule().isDoubtful();
    boolean utterance = marked.alone() && endsStatement(marked.limit());
    boolean title = titleCase(marked.first(), marked.limit());
    int words = marked.words();
    if (doubtful
        && !utterance
        && (words < SHORTEST_DOUBTFUL || words == SHORTEST_DOUBTFUL && title)) {
      return false;
    }
    if (title && words >= 2) {
      boolean mayBeTitle =
          doubtful
              ? words <= LONGEST_TITLE
              : words < LONGEST_TITLE
                  && (!adjacent || !opensStatement(marked.first()) || governsOther(link))
                  && (!directlyAfterCue(marked.first()) || governsOther(link));
      if (mayBeTitle) {
        return false;
      }
    }
    if (link != null
        && link.rule() == Rule.SAME_SENTENCE
        && words < SHORTEST_DOUBTFUL
        && !directlyAfterCue(marked.first())) {
      return false;
    }
    if (link != null && link.rule() == Rule.OTHER_VERB && !utterance) {
      return words >= LONGEST_TITLE || isAnnouncing(marked.first() - 1);
    }
    return link != null || words >= SHORTEST_WITHOUT_SOURCE && !isListed(marked);
  }

  /** The programme had three songs: “…”, “…” and “…”. */
  private boolean isListed(Marked marked) {
    int next = marked.limit();
    return announced(marked.first())
        && next < reading.size
        && reading.sentence[next] == reading.sentence[marked.first()]
        && (reading.isComma(next)
            || reading.is(next, "(")
            || lexicon.words("conjunction").of(reading.lower[next]) != null);
  }

  /** In the book “…,” Berg said that …: the cue has words of its own behind it. */
  private boolean governsOther(@Nullable Link link) {
    return link != null
        && link.words() != null
        && nextContent < contents.size()
        && contents.get(nextContent).link().words() == link.words();
  }

  private boolean opensStatement(int first) {
    return first == reading.sentenceBegin(first) || !reading.isWord(first - 1);
  }

  private boolean endsStatement(int limit) {
    char last = reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2));
    return ".!?…".indexOf(last) >= 0;
  }

  /** “…” right behind a comma, a colon or a cue, or as the name that a cue gives. */
  private boolean directlyAfterCue(int first) {
    if (first > 0 && isAnnouncing(first - 1)) {
      return true;
    }
    for (int i = first - 1; i >= Math.max(0, first - 6); i--) {
      Cue cue = cues.verbAt(i);
      if (cue != null) {
        return cue.takes(CueWords.Frame.NAME) || cue.last() == first - 1;
      }
    }
    return false;
  }

  private boolean isAnnouncing(int token) {
    return reading.isAny(token, ",", ":") || reading.isListed("naming", token);
  }

  /** Whether every longer word and verb has a capital, as in titles; at least two must. */
  private boolean titleCase(int first, int limit) {
    int capitals = 0;
    for (int i = first; i < limit; i++) {
      boolean longer = reading.word[i].length() > 3 || reading.pos[i].isFinite();
      if (longer
          && Character.isLetter(reading.word[i].codePointAt(0))
          && !reading.isCapitalised(i)) {
        return false;
      }
      capitals += reading.word[i].length() > 2 && reading.isCapitalised(i) ? 1 : 0;
    }
    return capitals >= 2 || reading.wordsIn(first, limit) < 3;
  }

  private void add(Marked marked, @Nullable Link link, boolean adjacent) {
    Span inner = marked.span().inner();
    if (goesOn && !drafts.isEmpty()) {
      Draft begun = drafts.remove(drafts.size() - 1);
      Span whole = new Span(begun.span().start(), inner.end());
      Link source = adjacent ? link : begun.link();
      drafts.add(
          new Draft(
              QuoteType.DIRECT, whole, whole.in(reading.text), source, begun.first(), probability));
      remember(marked, source);
    } else if (beginning(marked, link, adjacent) >= 0) {
      int first = beginning(marked, link, adjacent);
      Span whole = new Span(reading.start[first], marked.span().outer().end());
      drafts.add(
          new Draft(QuoteType.MIXED, whole, inner.in(reading.text), link, first, probability));
      remember(marked, link);
    } else {
      drafts.add(
          new Draft(
              QuoteType.DIRECT, inner, inner.in(reading.text), link, marked.first(), probability));
      remember(marked, link);
    }
    goesOn = marked.span().goesOn();
  }

  /** Where the whole of what is reported begins; -1 when the marked words are all. */
  private int beginning(Marked marked, @Nullable Link link, boolean adjacent) {
    int part = partOf(marked, link);
    return part < 0 && adjacent ? sentenceAround(marked) : part;
  }

  /** | The plan, though, is “far too slow,” Berg said: the sentence is hers from its start. */
  private int sentenceAround(Marked marked) {
    int low = reading.sentenceBegin(marked.first());
    if (lexicon.traits().marksHoldTerms()
        || low == marked.first()
        || opensStatement(marked.first())) {
      return -1;
    }
    for (int i = low; i < marked.first(); i++) {
      if (reading.marked[i] || reading.is(i, ":") || cues.at(i) != null) {
        return -1;
      }
    }
    return reading.isListed("opening-conjunction", low) && low + 1 < marked.first() ? low + 1 : low;
  }

  /**
   * Where the reported words begin of which the marked ones are only the end, as in: Berg attacked
   * | the plan as “…”; -1 when the marked words are all.
   */
  private int partOf(Marked marked, @Nullable Link link) {
    Phrase cue = link == null ? null : link.cue();
    Cue words = link == null ? null : link.words();
    boolean addressed = words != null && words.takes(CueWords.Frame.ADDRESSEE);
    if (lexicon.traits().marksHoldTerms()
        || marked.alone()
        || cue == null
        || addressed
        || cue.last() + 1 >= marked.first()
        || marked.first() - cue.last() > LONGEST_OBJECT
        || reading.sentence[cue.last()] != reading.sentence[marked.first()]) {
      return -1;
    }
    for (int i = cue.last() + 1; i < marked.first(); i++) {
      boolean border =
          !reading.isWord(i)
              || reading.marked[i]
              || reading.pos[i].isFinite()
              || cues.at(i) != null;
      if (border) {
        return -1;
      }
    }
    return reading.pos[cue.last() + 1].isPreposition() ? -1 : cue.last() + 1;
  }

  private void remember(Marked marked, @Nullable Link link) {
    previous = link;
    previousLimit = marked.limit();
    if (link != null
        && (link.rule() != Rule.OTHER_VERB || marked.words() >= SHORTEST_WITHOUT_SOURCE)) {
      speaking = link;
      speakingParagraph = reading.paragraph[marked.first()];
      byParagraph.put(speakingParagraph, link);
      if (last == null || last.paragraph() < speakingParagraph) {
        lastButOne = last;
      }
      last = new Turn(link, speakingParagraph, asks(marked.limit()));
    }
  }
}
