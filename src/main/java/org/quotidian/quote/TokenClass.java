package org.quotidian.quote;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the tag of a token tells: its part of speech and its form. The rules ask only this, so that
 * they hold for any tag set; the table of a language ({@link TagSet}) gives the class of each tag.
 * Two tokens of one class have the same form, such as two verbs in the past.
 *
 * <p>Immutable. A predicate that needs the word as well is in {@link Tags}.
 */
record TokenClass(WordClass wordClass, Set<Form> forms) {

  /** What a form of a word tells a rule. The tables of tags name them in lower case. */
  enum Form {
    FINITE,
    PAST,
    PRESENT,
    THIRD_PERSON,
    PARTICIPLE,
    /** Of verbs; of particles: the word before one, such as <i>to</i>. */
    INFINITIVE,
    PLURAL,
    PERSONAL,
    POSSESSIVE,
    /** Words that ask, and open relative clauses. */
    INTERROGATIVE,
    /** The subject that stands for none: <i>there</i> is. */
    EXISTENTIAL,
    /** Before an article: <i>all</i> the houses. */
    PREDETERMINER,
    COMPARATIVE,
    SUPERLATIVE,
    FOREIGN,
    CURRENCY,
    HYPHEN,
    QUOTATION_MARK
  }

  static final TokenClass UNKNOWN = of(WordClass.X);
  static final TokenClass NAME = of(WordClass.PROPN);

  /** <i>is</i>, <i>has</i>, <i>says</i>. */
  static final TokenClass THIRD_PERSON_VERB =
      of(WordClass.VERB, Form.FINITE, Form.PRESENT, Form.THIRD_PERSON);

  /** <i>was</i>, <i>had</i>, <i>said</i>. */
  static final TokenClass PAST_VERB = of(WordClass.VERB, Form.FINITE, Form.PAST);

  TokenClass {
    var copy = EnumSet.noneOf(Form.class); // answers in one operation
    copy.addAll(forms);
    forms = Collections.unmodifiableSet(copy);
  }

  static TokenClass of(WordClass wordClass, Form... forms) {
    return new TokenClass(wordClass, Set.of(forms));
  }

  private boolean is(WordClass wanted, Form form) {
    return wordClass == wanted && forms.contains(form);
  }

  boolean isNoun() {
    return wordClass == WordClass.NOUN || wordClass == WordClass.PROPN;
  }

  boolean isCommonNoun() {
    return wordClass == WordClass.NOUN;
  }

  boolean isPluralNoun() {
    return is(WordClass.NOUN, Form.PLURAL);
  }

  /** Of nouns and verbs. */
  boolean isPlural() {
    return forms.contains(Form.PLURAL);
  }

  boolean isProper() {
    return wordClass == WordClass.PROPN;
  }

  /** A verb in any form; modal verbs are auxiliaries. */
  boolean isVerb() {
    return wordClass == WordClass.VERB;
  }

  boolean isAuxiliary() {
    return wordClass == WordClass.AUX;
  }

  boolean isFinite() {
    return forms.contains(Form.FINITE);
  }

  boolean isPastTense() {
    return isFinite() && forms.contains(Form.PAST);
  }

  boolean isInfinitive() {
    return is(WordClass.VERB, Form.INFINITIVE);
  }

  boolean isParticiple() {
    return is(WordClass.VERB, Form.PARTICIPLE);
  }

  /** <i>saying</i>, also as a noun. */
  boolean isPresentParticiple() {
    return isParticiple() && forms.contains(Form.PRESENT);
  }

  boolean isPastParticiple() {
    return isParticiple() && forms.contains(Form.PAST);
  }

  boolean isAdjective() {
    return wordClass == WordClass.ADJ;
  }

  /** An adjective that does not compare. */
  boolean isPositiveAdjective() {
    return isAdjective() && forms.isEmpty();
  }

  boolean isAdverb() {
    return wordClass == WordClass.ADV && !isInterrogative();
  }

  boolean isSuperlative() {
    return forms.contains(Form.SUPERLATIVE);
  }

  /** A preposition, or a subordinating conjunction, which many tag sets do not tell apart. */
  boolean isPreposition() {
    return wordClass == WordClass.ADP || wordClass == WordClass.SCONJ;
  }

  /** A preposition, or the marker of an infinitive, which is often one as well: <i>to</i>. */
  boolean isLikePreposition() {
    return isPreposition() || isInfinitiveMarker();
  }

  boolean isConjunction() {
    return wordClass == WordClass.CCONJ;
  }

  /** <i>the</i>, <i>this</i>, <i>some</i>; neither <i>which</i> nor the <i>all</i> of all the. */
  boolean isDeterminer() {
    return wordClass == WordClass.DET && forms.isEmpty();
  }

  boolean isPredeterminer() {
    return is(WordClass.DET, Form.PREDETERMINER);
  }

  boolean isNumber() {
    return wordClass == WordClass.NUM;
  }

  /** <i>she</i>, <i>them</i>. */
  boolean isPersonalPronoun() {
    return forms.contains(Form.PERSONAL) && !forms.contains(Form.POSSESSIVE);
  }

  /** <i>her</i>, <i>their</i>. */
  boolean isPossessivePronoun() {
    return forms.contains(Form.PERSONAL) && forms.contains(Form.POSSESSIVE);
  }

  /** The ’s of Anna Berg’s. */
  boolean isPossessiveMarker() {
    return is(WordClass.PART, Form.POSSESSIVE);
  }

  /** The <i>to</i> of to go. */
  boolean isInfinitiveMarker() {
    return is(WordClass.PART, Form.INFINITIVE);
  }

  /** <i>who</i>, <i>whose</i>, <i>which</i>, <i>how</i>. */
  boolean isInterrogative() {
    return forms.contains(Form.INTERROGATIVE);
  }

  /** <i>who</i>, <i>whose</i>; not <i>which</i>. */
  boolean isInterrogativePronoun() {
    return is(WordClass.PRON, Form.INTERROGATIVE);
  }

  /** <i>which</i> and <i>that</i>, where they stand for a noun. */
  boolean isRelativeDeterminer() {
    return is(WordClass.DET, Form.INTERROGATIVE);
  }

  /** <i>who</i>, <i>which</i>, where they open a clause about the noun before. */
  boolean isRelativePronoun() {
    return isRelativeDeterminer() || isInterrogativePronoun() && !forms.contains(Form.POSSESSIVE);
  }

  boolean isExistential() {
    return forms.contains(Form.EXISTENTIAL);
  }

  /** Foreign words and signs of currency: they stand in noun phrases like names and numbers. */
  boolean isForeignOrCurrency() {
    return forms.contains(Form.FOREIGN) || forms.contains(Form.CURRENCY);
  }

  boolean isHyphen() {
    return forms.contains(Form.HYPHEN);
  }

  boolean isQuotationMark() {
    return forms.contains(Form.QUOTATION_MARK);
  }
}
