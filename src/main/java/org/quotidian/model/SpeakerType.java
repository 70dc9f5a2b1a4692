package org.quotidian.model;

/** The kind of speaker or source that a quote has. */
public enum SpeakerType {
  PERSON,
  ORGANIZATION,
  /** A place that stands for its government. */
  LOCATION,
  /** A person, group or document that is described but not named. */
  UNNAMED
}
