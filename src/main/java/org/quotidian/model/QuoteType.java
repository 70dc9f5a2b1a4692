package org.quotidian.model;

import java.util.Locale;

/** How a speaker's words are reported. */
public enum QuoteType {
  /** Word for word: in quotation marks, or after a colon or a dialogue dash. */
  DIRECT,
  /** A reported clause, part of which is in quotation marks. */
  MIXED,
  /** A reported clause without quotation marks. */
  INDIRECT;

  /** The value as written in rows: {@code direct}, {@code mixed}, {@code indirect}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
