package org.quotidian.quote;

/**
 * Parts of speech that all languages share, under the names of Universal Dependencies (de Marneffe,
 * Manning, Nivre and Zeman 2021, <i>Universal Dependencies</i>, Computational Linguistics 47).
 */
enum WordClass {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  /** Unknown: the language has no tagger, or its table does not name the tag. */
  X
}
