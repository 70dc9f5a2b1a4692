package org.quotidian.quote;

/**
 * A word that stands for somebody named elsewhere.
 *
 * @param person 1, 2 or 3
 * @param plural whether it can only stand for several
 */
record Pronoun(int person, boolean plural, boolean singular, Gender gender) {

  static Pronoun of(String person, String number, String gender) {
    return new Pronoun(
        Integer.parseInt(person), number.equals("p"), number.equals("s"), Gender.of(gender));
  }
}
