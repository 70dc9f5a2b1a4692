package org.quotidian.quote;

import java.util.Locale;

/**
 * A noun that can be the head of a source: its kind (people, an organisation, a document) and
 * gender.
 */
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
