package org.quotidian.quote;

import java.util.Locale;

/** A noun that can head a source: whether people, a body or a document, and the gender it tells. */
record SourceNoun(Kind kind, Gender gender) {

  enum Kind {
    PERSON,
    GROUP,
    DOCUMENT;

    static Kind of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
