package org.quotidian.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is speaking where marked words have no source of their own: remembers, marked words by marked
 * words, who spoke before.
 */
final class CurrentSpeaker {

  /** Paragraphs over which somebody goes on speaking. */
  private static final int SPEAKING_ON = 2;

  /** Words; fewer at a verb that no list knows do not make somebody the one who speaks. */
  private static final int SHORTEST_WITHOUT_SOURCE = 5;

  private final Reading reading;
  private final MarkedLinker linker;
  private final boolean reopening;

  private final Map<Integer, Link> byParagraph = new HashMap<>();
  private @Nullable Link previous;
  private int previousLimit;
  private @Nullable Link speaking;
  private int speakingParagraph;
  private @Nullable Turn last;
  private @Nullable Turn lastButOne;
  private boolean goesOn;

  /**
   * @param reopening whether marked words right behind others go on with them, whatever they are
   */
  CurrentSpeaker(Reading reading, MarkedLinker linker, boolean reopening) {
    this.reopening = reopening;
    this.reading = reading;
    this.linker = linker;
  }

  /** What somebody said in one paragraph. */
  private record Turn(Link link, int paragraph, boolean asks) {}

  /** Whether the words before go on over the end of their paragraph. */
  boolean goesOn() {
    return goesOn;
  }

  /** The marked words before; null if there are none. */
  MarkedProposal.@Nullable Before wordsBefore() {
    return previousLimit == 0 ? null : new MarkedProposal.Before(previousLimit, previous != null);
  }

  /** The source of the marked words before; null if they had none. */
  @Nullable Link before(int first) {
    Link before = previous;
    if (before == null) {
      return null;
    }
    return reading.sentence[first] == reading.sentence[previousLimit - 1]
        ? new Link(before.source(), before.cue(), before.words(), Rule.SAME_SENTENCE)
        : Link.without(before.source(), Rule.SAME_PARAGRAPH);
  }

  /** Whether marked words follow others of somebody, with nothing between: “…”“…”. */
  boolean reopens(int first) {
    return reopening && previous != null && previousLimit == first;
  }

  /** “We wait,” she said, “and see”: the second part has the source of the first. */
  @Nullable Link shared(int first) {
    Link before = previous;
    if (before != null && reopens(first)) {
      return new Link(before.source(), before.cue(), before.words(), Rule.SAME_SENTENCE);
    }
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
  @Nullable Link alternating(MarkedWords marked) {
    Turn just = last;
    Turn before = lastButOne;
    int paragraph = reading.paragraph[marked.first()];
    boolean talk =
        !goesOn
            && !reading.isAnnounced(marked.first())
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

  /**
   * Somebody answers a question and is named only later: the next in the talk, paragraph by
   * paragraph, whose turn it then is again.
   *
   * @param behind the next marked words; only the last may have a source
   */
  @Nullable Link answering(MarkedWords marked, List<MarkedWords> behind) {
    Turn just = last;
    int paragraph = reading.paragraph[marked.first()];
    if (goesOn || just == null || !just.asks() || just.paragraph() != paragraph - 1) {
      return null;
    }
    int next = paragraph;
    Link named = null;
    for (MarkedWords words : behind) {
      next++;
      if (reading.paragraph[words.first()] != next) {
        return null;
      }
      named = words.alone() ? null : linker.find(words.first(), words.limit());
    }
    boolean other =
        named != null
            && named.rule().isAdjacent()
            && (next - paragraph) % 2 == 0
            && !reading.lower[named.source().last()].equals(lastWord(just));
    return other && named != null ? Link.without(named.source(), Rule.PARAGRAPH_BEFORE) : null;
  }

  private String lastWord(Turn turn) {
    return reading.lower[turn.link().source().last()];
  }

  private boolean asks(int limit) {
    return Punctuation.plain(reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2))) == '?';
  }

  /**
   * The one who is speaking.
   *
   * @param reported the last clause before the words; null if there is none
   */
  @Nullable Link inherited(int first, @Nullable Content reported) {
    int paragraph = reading.paragraph[first];
    Link before = previous;
    if (goesOn && before != null) {
      return Link.without(before.source(), Rule.CARRIED_ON);
    }
    boolean announcedAbove =
        reading.isAnnounced(first)
            && reading.paragraph[first - 1] != paragraph
            && reading.body[first - 1];
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

  void remember(MarkedWords marked, @Nullable Link link) {
    goesOn = marked.span().goesOn();
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
