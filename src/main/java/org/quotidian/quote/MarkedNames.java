package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.quote.CueWords.Frame;

/**
 * Tells names in quotation marks that are part of a source from words that somebody said, in
 * languages in which marks mostly hold names and terms: <i>die Zeitung „Seeblatt“ berichtet</i>,
 * <i>laut „Seeblatt“</i>.
 */
record MarkedNames(Reading reading, Lexicon lexicon) {

  /** Words of a name. */
  private static final int LONGEST = 5;

  /** Tokens before a name in which it may be said that it is given. */
  private static final int NAMING_REACH = 6;

  boolean isSource(MarkedSpan span) {
    int first = reading.tokenAt(span.outer().start());
    int limit = reading.tokenAt(span.outer().end());
    int words = reading.wordsIn(first, limit);
    if (words == 0 || words > LONGEST || limit >= reading.size || first == 0) {
      return false;
    }
    boolean name = reading.isWord(limit - 2) && reading.isWord(first + 1);
    return name
        && reading.sentence[first - 1] == reading.sentence[limit]
        && (isBody(first, limit) || isSourceBefore(first) || isSourceBehind(first, limit))
        && !isNamed(first);
  }

  /** Whether the name of an organisation fills the marks. */
  private boolean isBody(int first, int limit) {
    @Nullable EntityMention name = reading.name[first + 1];
    return name != null
        && name.type() == EntityType.ORGANIZATION
        && reading.name[limit - 2] == name;
  }

  /** “laut „Seeblatt“”, “die Zeitung „Seeblatt“” */
  private boolean isSourceBefore(int first) {
    int before = first - 1;
    SourceNoun noun = lexicon.sources().of(reading.lower[before]);
    var cue = lexicon.cues().of(reading.lower[before]);
    boolean attribution =
        cue != null && cue.kind() == CueWords.Kind.ATTRIBUTION && !cue.takes(Frame.SOURCE_BEFORE);
    return attribution
        || reading.isListed(WordKind.REPORT_OPENING, before)
        || reading.isCapitalised(first + 1)
            && reading.pos[before].isNoun()
            && noun != null
            && noun.kind() == SourceNoun.Kind.GROUP;
  }

  /** “dem „Seeblatt“ zufolge”, “die „Seeblatt“-Reporterin”, “berichtet das „Seeblatt““: */
  private boolean isSourceBehind(int first, int limit) {
    if (!reading.isCapitalised(first + 1) || !reading.pos[first - 1].isDeterminer()) {
      return false;
    }
    boolean compound = reading.isDash(limit) && reading.end[limit - 1] == reading.start[limit];
    var cue = lexicon.cues().of(reading.lower[limit]);
    boolean reports = cue != null && (cue.takes(Frame.SOURCE_BEFORE) || cue.takes(Frame.CLAUSE));
    var before = first > 1 ? lexicon.cues().of(reading.lower[first - 2]) : null;
    return compound
        || reports
        || before != null && (before.takes(Frame.CLAUSE) || before.takes(Frame.SOURCE));
  }

  /** “nannte die Zeitung „Lügenblatt““: */
  private boolean isNamed(int first) {
    int low = Math.max(reading.sentenceBegin(first - 1), first - NAMING_REACH);
    for (int i = first - 1; i >= low && !reading.isComma(i); i--) {
      var cue = lexicon.cues().of(reading.lower[i]);
      if (cue != null && cue.takes(Frame.NAME) && !cue.takes(Frame.CLAUSE)) {
        return true;
      }
    }
    return false;
  }
}
