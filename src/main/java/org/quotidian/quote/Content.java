package org.quotidian.quote;

/** What a cue governs: a run of tokens, {@code limit} exclusive, and who is its source. */
record Content(int first, int limit, Link link) {}
