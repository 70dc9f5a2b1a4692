package org.quotidian.quote;

/** What a word tells of the gender of the one it stands for. */
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
