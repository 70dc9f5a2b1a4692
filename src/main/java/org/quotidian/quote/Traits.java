package org.quotidian.quote;

import java.util.Properties;

/**
 * How the words of a language are read, from {@code language.properties}, whose comment explains
 * each key. A key that is missing has the value of Vietnamese, which has lists and no tagger.
 *
 * @param phrasesByTags whether phrases and clauses are found by tags; for {@link Groundwork} only
 * @param verbsByTags whether tags tell verbs from nouns of the same form, and finite verbs
 * @param headIsLast whether the last noun of a phrase says what it is, not the first
 * @param capitalsMeanNames whether no reporting word inside a sentence has a capital
 * @param namesFollowDescriptions whether a name between commas is that of the description before it
 * @param marksHoldTerms whether words in quotation marks inside a sentence are mostly terms and
 *     names, which nobody said
 * @param personsBehindMarksSpeak whether a person behind marked words said them, whatever the verb
 * @param capitalLabelsSpeak whether a few words in capitals before a colon are a speaker
 * @param complementiserShowsVerb whether an unknown word before a complementiser that may stand far
 *     from its verb is a reporting verb
 * @param shortensToFirstName whether the first word of a full name may stand for it alone
 * @param headlinesVerbatim whether a headline gives words as they were said behind a name and a
 *     colon
 * @param subjectsOnEitherSide whether the subject stands behind its verb when something else stands
 *     before it
 * @param commasOpenClauses whether each reported clause stands behind a comma
 * @param modifiersFirst whether all that describes a noun or belongs to a verb, but its object,
 *     stands before it
 * @param joinsWords whether nouns are written together, the last of which says what it is
 * @param complementisersOpenClauses whether a word such as <i>que</i> opens each reported clause
 *     behind its verb
 * @param verbsHaveGroups whether auxiliaries and pronouns before a reporting verb are read as one
 *     with it, and its subject stands before, in or behind them: <i>a-t-elle dit</i>
 * @param dropsSubjects whether a verb may have no subject of its own: <i>Dijo que</i>
 */
record Traits(
    boolean phrasesByTags,
    boolean verbsByTags,
    boolean headIsLast,
    boolean capitalsMeanNames,
    boolean namesFollowDescriptions,
    boolean marksHoldTerms,
    boolean personsBehindMarksSpeak,
    boolean capitalLabelsSpeak,
    boolean complementiserShowsVerb,
    boolean shortensToFirstName,
    boolean headlinesVerbatim,
    boolean subjectsOnEitherSide,
    boolean commasOpenClauses,
    boolean modifiersFirst,
    boolean joinsWords,
    boolean complementisersOpenClauses,
    boolean verbsHaveGroups,
    boolean dropsSubjects) {

  /**
   * @throws IllegalArgumentException for a value that a key cannot have
   */
  static Traits of(Properties lines) {
    return new Traits(
        is(lines, "phrases", "tagged", "listed"),
        is(lines, "verbs", "tagged", "listed"),
        is(lines, "head", "last", "first"),
        !is(lines, "capitals", "anywhere", "names"),
        is(lines, "description-and-name", "one-person", "unknown"),
        !is(lines, "marked-phrases", "speech", "terms"),
        !is(lines, "behind-marks", "verb", "person"),
        is(lines, "capital-label", "speaker", "heading"),
        is(lines, "unlisted-verbs", "before-complementiser", "none"),
        is(lines, "short-name", "first-or-last", "last"),
        !is(lines, "headline-colon", "paraphrase", "verbatim"),
        is(lines, "subject", "either-side", "before"),
        is(lines, "clause-comma", "always", "never"),
        is(lines, "modifiers", "first", "around"),
        is(lines, "compounds", "joined", "apart"),
        is(lines, "clause-opening", "complementiser", "any"),
        is(lines, "reporting-verb", "group", "word"),
        is(lines, "subject-pronoun", "dropped", "said"));
  }

  /** Whether a key has a value rather than the usual one. */
  private static boolean is(Properties lines, String key, String value, String usual) {
    String found = lines.getProperty(key, usual);
    if (!found.equals(value) && !found.equals(usual)) {
      throw new IllegalArgumentException(
          "language.properties: " + key + " is " + value + " or " + usual + ", not " + found);
    }
    return found.equals(value);
  }
}
