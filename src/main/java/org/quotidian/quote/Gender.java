package org.quotidian.quote;

/** The gender that a word implies for the person it refers to. */
enum Gender {
  MALE,
  FEMALE,
  /** A thing or a body. */
  NEUTER,
  UNKNOWN;

  static Gender of(String code) {
    return switch (code) {
      case "m" -> MALE;
      case "f" -> FEMALE;
      case "n" -> NEUTER;
      default -> UNKNOWN;
    };
  }

  /** Whether one and the same could be both. */
  boolean agreesWith(Gender other) {
    return this == UNKNOWN || other == UNKNOWN || this == other;
  }
}
