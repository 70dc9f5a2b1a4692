package org.quotidian.quote;

/**
 * A word that refers to somebody named elsewhere.
 *
 * @param person 1, 2 or 3
 * @param singular whether it can only refer to one person
 */
record Pronoun(int person, boolean singular, Gender gender) {

  static Pronoun of(String person, String number, String gender) {
    return new Pronoun(Integer.parseInt(person), number.equals("s"), Gender.of(gender));
  }
}
