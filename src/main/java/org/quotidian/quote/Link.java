package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * A source, the cue that connects it with words, and the rule that found them.
 *
 * @param cue null if there is no reporting word between the two
 */
record Link(Phrase source, @Nullable Phrase cue, @Nullable Cue words, Rule rule) {

  static Link of(Phrase source, Cue cue, Rule rule) {
    return new Link(source, new Phrase(cue.first(), cue.last()), cue, rule);
  }

  static Link without(Phrase source, Rule rule) {
    return new Link(source, null, null, rule);
  }
}
