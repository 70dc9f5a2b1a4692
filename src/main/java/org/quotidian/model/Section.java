package org.quotidian.model;

import java.util.Locale;

/** What part of an article a paragraph belongs to. Quotes are looked for in the body only. */
public enum Section {
  TITLE,
  BODY,
  /** Words under a picture, a photo credit included. */
  CAPTION,
  /**
   * Teasers of other articles, share buttons, calls to subscribe, by-lines on a line of their own.
   */
  BOILERPLATE;

  /**
   * The value as rows write it: {@code title}, {@code body}, {@code caption}, {@code boilerplate}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
