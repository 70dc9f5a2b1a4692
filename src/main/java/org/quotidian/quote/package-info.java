/**
 * Finds quotations and their speakers: who said what, in which words.
 *
 * <p>{@link org.quotidian.quote.QuoteFinder} takes an article through stages, each in a class of
 * its own: names with a nickname ({@code MarkedNicknames}), marked words ({@code MarkFinder},
 * {@code MissingClose}), names that look like words ({@code NamesLikeWords}), reporting words
 * ({@code CueFinder}), the phrases that may be a source ({@code Phrases}), the clauses that cues
 * govern ({@code Clauses}), speech without marks ({@code Turns}), the links between words and
 * sources ({@code MarkedQuotes}, {@code MarkedLinker}), and the person each source refers to
 * ({@code Cast}).
 *
 * <p>Phrases and clauses are found in one of two ways, which is set in the language's folder.
 * <i>Tagged</i> languages have a tagger that distinguishes nouns from verbs: sources are noun
 * phrases of any kind, and a clause is recognised by its finite verb. <i>Listed</i> languages need
 * no model but lists: a source begins with a name or a listed noun, and a clause with a
 * complementiser or another listed sign. Vietnamese is listed, because its words do not change
 * their form, and the tags of words ({@code WordTagger} of {@code nlp.vietnamese}) did not help.
 * English is tagged, because its verbs and nouns often look alike. Chinese is tagged too, but has
 * phrases and clauses of its own ({@code ChainedPhrases}, {@code ChainedClauses}), because all that
 * belongs to a noun or a verb stands before it. The other classes are shared by all, and ask for
 * traits of a language ({@code Traits}).
 *
 * <p>Java contains no word of a language and no tag. Words are in the lists of the language's
 * folder ({@code Lexicon}); its {@code tags.tsv} gives the part of speech and the form of each tag
 * ({@code TokenClass}), which are all that rules ask for.
 *
 * <p>Rules propose, and where a language has weights, a model decides: {@code Clauses} proposes
 * what each cue may govern ({@code Proposal}), {@code MarkedQuotes} who may have said words in
 * marks ({@code MarkedProposal}), and a logistic regression ({@code Decision}) takes what is
 * likely, from features that have names ({@code ClauseFeatures}, {@code EndFeatures}, {@code
 * SpeechFeatures}, {@code MarkedFeatures}). Clauses that overlap are chosen together ({@code
 * Candidate}), and whoever said marked words among all who may have ({@code LikeliestSource}).
 * {@code QuoteTraining} makes the weights from annotated articles. Vietnamese has them: they raised
 * F1 with the right speaker from 0.785 to 0.824 on 720 articles that were not trained on. English
 * has those of ends only, because the others, learnt on PolNeAR, gained there and lost on articles
 * of another newspaper: the rules decide, and one more regression tells how sure their quotes are
 * ({@code QuoteFeatures}, {@code ConfidenceTraining}).
 */
@NullMarked
package org.quotidian.quote;

import org.jspecify.annotations.NullMarked;
