package org.quotidian.quote;

import java.util.Locale;
import java.util.Set;

/** An entry in the lists of reporting words: its kind and what it may govern. */
record CueWords(Kind kind, Set<Frame> frames) {

  enum Kind {
    /** Its subject is the source: <i>said</i>. */
    VERB,
    /** Its owner is the source: <i>her claim that</i>. */
    NOUN,
    /** The source follows: <i>according to</i>. */
    ATTRIBUTION,
    /** Looks like a cue and is none: <i>according to plan</i>. */
    NONE
  }

  /** What may follow or precede the cue. The lists of verbs explain each frame. */
  enum Frame {
    QUOTE,
    CLAUSE,
    COMMA,
    THAT,
    QUESTION,
    THIS,
    ADDRESSEE,
    TO,
    ADDRESSEE_TO,
    ADDRESSEE_OF,
    NAME,
    NOUN,
    SOURCE,
    SOURCE_THAT,
    SOURCE_BEFORE,
    SOURCE_OPENING,
    REFLEXIVE,
    SOURCE_ITSELF,
    INSIDE,
    DOCUMENT,
    NONE;

    static Frame of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  boolean takes(Frame frame) {
    return frames.contains(frame);
  }
}
