package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cues of a reading by the token at which they begin. */
final class CueRow {

  private final @Nullable Cue[] byFirst;
  private final List<Cue> all;

  CueRow(Reading reading, List<Cue> cues) {
    all = cues;
    byFirst = new Cue[reading.size];
    for (Cue cue : cues) {
      byFirst[cue.first()] = cue;
    }
  }

  List<Cue> all() {
    return all;
  }

  /** The cue that begins at a token; null where none does. */
  @Nullable Cue at(int token) {
    return token >= 0 && token < byFirst.length ? byFirst[token] : null;
  }

  @Nullable Cue verbAt(int token) {
    Cue cue = at(token);
    return cue != null && cue.isVerb() ? cue : null;
  }
}
