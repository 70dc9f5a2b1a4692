package org.quotidian.model;

import java.util.Locale;

/** How the words of a speaker are given. */
public enum QuoteType {
  /** Word for word, in quotation marks or after a colon or a dialogue dash. */
  DIRECT,
  /** A reported clause of which a part stands in quotation marks. */
  MIXED,
  /** A reported clause without marks. */
  INDIRECT;

  /** The value as rows write it: {@code direct}, {@code mixed}, {@code indirect}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
