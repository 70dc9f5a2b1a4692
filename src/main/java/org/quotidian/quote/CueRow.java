package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cues of an article by their first token. */
final class CueRow {

  /** Tokens of the longest cue. */
  private static final int LONGEST = 6;

  private final @Nullable Cue[] byFirst;
  private final List<Cue> all;

  /**
   * @param grouped whether a cue is also found at its later tokens, of which the first are
   *     auxiliaries: <i>a | déclaré</i>
   */
  CueRow(Reading reading, List<Cue> cues, boolean grouped) {
    all = cues;
    byFirst = new Cue[reading.size];
    for (Cue cue : cues) {
      for (int i = cue.first(); i <= (grouped ? cue.last() : cue.first()); i++) {
        byFirst[i] = cue;
      }
    }
  }

  List<Cue> all() {
    return all;
  }

  /** The cue that begins at a token; null where none does. */
  @Nullable Cue at(int token) {
    return token >= 0 && token < byFirst.length ? byFirst[token] : null;
  }

  /** The cue that ends right before a token; null where none does. */
  @Nullable Cue before(int token) {
    for (int i = token - 1; i >= Math.max(0, token - LONGEST); i--) {
      Cue cue = byFirst[i];
      if (cue != null) {
        return cue.last() == token - 1 ? cue : null;
      }
    }
    return null;
  }

  @Nullable Cue verbAt(int token) {
    Cue cue = at(token);
    return cue != null && cue.isVerb() ? cue : null;
  }
}
