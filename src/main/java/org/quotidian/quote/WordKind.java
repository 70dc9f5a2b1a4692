package org.quotidian.quote;

import java.util.Locale;

/**
 * What function words are for. The head of {@code words.tsv} in the folder of a language explains
 * each kind; there its name is in lower case, with hyphens.
 */
enum WordKind {
  ADDRESSEE_MARK,
  ADVERBIAL,
  AFTER_NOUN,
  AFTER_VERB,
  AGENT,
  AMOUNT,
  AMOUNT_OPENING,
  ANSWER_LABEL,
  ASIDE,
  AUTHOR,
  AUXILIARY,
  BEFORE_NAME,
  BEFORE_NOUN,
  BEFORE_TIME,
  BEFORE_VERB,
  CAPTION,
  CLAUSE_BORDER,
  CLAUSE_OPENER,
  CLAUSE_SIGN,
  CLITIC,
  COMPARISON,
  COMPLEMENT_PREPOSITION,
  COMPLEMENTISER,
  CONCESSION,
  CONJUNCTION,
  CONNECTIVE,
  CONTRAST,
  COORDINATOR,
  DAY_PREPOSITION,
  DEED_PREPOSITION,
  DEFINITE,
  DEMONSTRATIVE,
  DESCRIBING,
  ENUMERATION,
  FAR_COMPLEMENTISER,
  FEMALE_OWNER,
  GIVING,
  HAVE,
  IMPERSONAL,
  INDEFINITE,
  INFINITIVE_MARKER,
  INTERVIEW,
  INTERVIEWER,
  JOINT,
  LEADER,
  MAKER_MARK,
  MALE_OWNER,
  MATTER,
  MATTER_RELATIVE,
  MEDIA_VERB,
  MEDIUM,
  NAME_COMPLEMENT,
  NAMED_OPENING,
  NAMING,
  NEGATION,
  OBJECT,
  OBJECT_PRONOUN,
  OBLIQUE,
  OPENER,
  OPENING_CONJUNCTION,
  ORIGIN,
  OWN_NAME,
  PAIRED_CONJUNCTION,
  PARTED_CLOSING,
  PARTED_OPENING,
  PARTICULARS,
  PASSIVE,
  POSSESSION,
  PLACE_PREPOSITION,
  PREPOSITION,
  PURPOSE,
  QUANTIFIER,
  QUESTION,
  QUESTION_LABEL,
  REFLEXIVE,
  REFUSAL,
  RELATIVE,
  RELAY,
  REPORT_OPENING,
  SENTENCE_BEFORE,
  STATEMENT,
  STOP,
  SUBJUNCTIVE,
  SUBORDINATOR,
  SUPPORTING_VERB,
  TEXT,
  THEN,
  TIME,
  WHILE;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in {@code words.tsv}. */
  String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException if no rule knows the kind
   */
  static WordKind of(String label) {
    for (WordKind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("words.tsv has a kind that no rule knows: " + label);
  }
}
