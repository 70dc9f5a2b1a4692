package org.quotidian.model;

/**
 * A word, a syllable (in Vietnamese) or a punctuation mark.
 *
 * @param text the characters as written in the article
 * @param tag part of speech in the language's own tag set: Penn Treebank for English;; empty if the
 *     language has no tagger, or none is used, as for Vietnamese in a job
 * @param start first UTF-16 unit in the article's text
 * @param end one past the last UTF-16 unit
 */
public record Token(String text, String tag, int start, int end) {}
