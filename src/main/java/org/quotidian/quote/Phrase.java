package org.quotidian.quote;

/** A run of tokens, from {@code first} to {@code last}, both inclusive. */
record Phrase(int first, int last) {}
