/**
 * Finds quotations and their speakers: who said what, in which words.
 *
 * <p>{@link org.quotidian.quote.QuoteFinder} takes an article through stages, each in a class of
 * its own: marked words ({@code MarkFinder}), reporting words ({@code CueFinder}), the phrases that
 * may be a source ({@code Phrases}), the clauses that cues govern ({@code Clauses}), speech without
 * marks ({@code Turns}), the links between words and sources ({@code MarkedQuotes}, {@code
 * MarkedLinker}), and the person each source refers to ({@code Cast}).
 *
 * <p>Phrases and clauses are found in one of two ways, which is set in the language's folder.
 * <i>Tagged</i> languages have a tagger that distinguishes nouns from verbs: sources are noun
 * phrases of any kind, and a clause is recognised by its finite verb. <i>Listed</i> languages need
 * no model but lists: a source begins with a name or a listed noun, and a clause with a
 * complementiser or another listed sign. Vietnamese is listed, because its words do not change
 * their form and the project has no tagger for it. English is tagged, because its verbs and nouns
 * often look alike. The other classes are shared by both, and ask for traits of a language ({@code
 * Traits}).
 *
 * <p>Java contains no word of a language and no tag. Words are in the lists of the language's
 * folder ({@code Lexicon}); its {@code tags.tsv} gives the part of speech and the form of each tag
 * ({@code TokenClass}), which are all that rules ask for.
 *
 * <p>A learnt model did not replace the rules. A logistic regression over tags and distances that
 * predicts where a reported clause ends was right on 90.2 % of 4,263 clauses in five-fold
 * cross-validation (rules: 87.9 %), about 0.8 points of F1. Its strongest signs became rules
 * ({@code ClauseEnd}), because the texts from which it learns have no licence that allows the
 * weights to be distributed.
 */
@NullMarked
package org.quotidian.quote;

import org.jspecify.annotations.NullMarked;
