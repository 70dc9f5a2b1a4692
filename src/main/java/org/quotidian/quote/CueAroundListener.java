package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/** Finds cues beside or around the one spoken to: “cho phóng viên biết”, “nói trên báo”. */
final class CueAroundListener {

  /** Tokens from one word of a parted cue to the other. */
  private static final int ADDRESSEE_REACH = 10;

  private CueAroundListener() {}

  /** “nói trên báo Sông Xanh” is no “nói trên”: a medium follows. */
  static boolean isToldIn(Reading reading, Lexicon lexicon, int mark, int next) {
    var marks = lexicon.words(WordKind.ADDRESSEE_MARK).longestAt(reading.lower, mark, next);
    return marks != null
        && mark + marks.length() == next
        && next < reading.size
        && isListener(reading, lexicon, next);
  }

  /** “cho phóng viên biết”: a cue whose words stand around the one spoken to. */
  static @Nullable Cue at(Reading reading, Lexicon lexicon, int token, int limit) {
    if (lexicon.words(WordKind.PARTED_OPENING).of(reading.lower[token]) == null) {
      return null;
    }
    boolean listens = false;
    for (int i = token + 1; i < Math.min(limit, token + ADDRESSEE_REACH); i++) {
      if (reading.marked[i] || !reading.isWord(i)) {
        return null;
      }
      listens |= isListener(reading, lexicon, i);
      WordTree.Match<CueWords> whole =
          !listens || lexicon.words(WordKind.PARTED_CLOSING).of(reading.lower[i]) == null
              ? null
              : lexicon
                  .cues()
                  .longestAt(new String[] {reading.lower[token], reading.lower[i]}, 0, 2);
      if (whole != null && whole.length() == 2 && opensContent(reading, lexicon, i + 1, limit)) {
        return new Cue(whole.value(), token, i, CueFinder.refused(reading, lexicon, token));
      }
    }
    return null;
  }

  /** Whom interviews are given: the reporter, his paper, us. */
  private static boolean isListener(Reading reading, Lexicon lexicon, int token) {
    EntityMention name = reading.name[token];
    WordTree.Match<Pronoun> pronoun =
        lexicon.pronounPhrases().longestAt(reading.lower, token, reading.sentenceEnd(token));
    return lexicon.words(WordKind.INTERVIEWER).longestAt(reading.lower, token, reading.size) != null
        || lexicon.words(WordKind.MEDIUM).of(reading.lower[token]) != null
        || name != null && name.type() == EntityType.ORGANIZATION
        || pronoun != null && pronoun.value().person() == 1;
  }

  /** Whether what a cue reports may begin at a token. */
  static boolean opensContent(Reading reading, Lexicon lexicon, int next, int limit) {
    return next < reading.size
        && (reading.is(next, ":")
            || reading.marked[next]
            || next < limit && reading.isComma(next)
            || lexicon.words(WordKind.COMPLEMENTISER).of(reading.lower[next]) != null
            || lexicon.words(WordKind.AFTER_VERB).of(reading.lower[next]) != null);
  }
}
