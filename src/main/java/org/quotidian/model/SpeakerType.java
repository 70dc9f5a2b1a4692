package org.quotidian.model;

/** What kind of source a quote has. */
public enum SpeakerType {
  PERSON,
  ORGANIZATION,
  /** A place that stands for its government. */
  LOCATION,
  /** Somebody or something described but not named: a role, a group, a document. */
  UNNAMED
}
