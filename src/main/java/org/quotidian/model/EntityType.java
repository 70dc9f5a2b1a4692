package org.quotidian.model;

/**
 * What a mention names. The finer types of CoreNLP (CITY, COUNTRY, TITLE, …) are mapped onto these.
 */
public enum EntityType {
  PERSON,
  LOCATION,
  ORGANIZATION,
  MISC,
  DATE,
  TIME,
  DURATION,
  MONEY,
  PERCENT,
  NUMBER,
  ORDINAL;

  /** Whether this names a person, place or organisation, as opposed to a date or an amount. */
  public boolean isName() {
    return this == PERSON || this == LOCATION || this == ORGANIZATION || this == MISC;
  }
}
