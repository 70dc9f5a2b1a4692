package org.quotidian.quote;

/**
 * What a cue governs: a run of tokens, {@code limit} exclusive, and who is its source.
 *
 * @param verbatim whether it is given word for word though no marks stand around it: behind a colon
 */
record Content(int first, int limit, Link link, boolean verbatim) {

  Content(int first, int limit, Link link) {
    this(first, limit, link, false);
  }
}
