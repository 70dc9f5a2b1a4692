package org.quotidian.model;

import java.util.Locale;

/** The part of an article that a paragraph belongs to. Quotes are searched for in the body only. */
public enum Section {
  TITLE,
  BODY,
  /** Text under a picture, including the photo credit. */
  CAPTION,
  /**
   * Teasers of other articles, share buttons, calls to subscribe, and by-lines on a line of their
   * own.
   */
  BOILERPLATE;

  /**
   * The value as written in rows: {@code title}, {@code body}, {@code caption}, {@code
   * boilerplate}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
