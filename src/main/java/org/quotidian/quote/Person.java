package org.quotidian.quote;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A person of one article: the fullest name, and the gender and roles that the article tells. Only
 * the {@link Mentions} of the article add to it.
 */
final class Person {

  private final String fullestName;
  private final Set<String> roles = new HashSet<>();
  private Gender gender = Gender.UNKNOWN;

  Person(String fullestName) {
    this.fullestName = fullestName;
  }

  String fullestName() {
    return fullestName;
  }

  Gender gender() {
    return gender;
  }

  /** What a given name suggests, until a title tells. */
  void suggest(Gender ofName) {
    if (gender == Gender.UNKNOWN) {
      gender = ofName;
    }
  }

  /** What a title or a noun before the name tells; the last one counts. */
  void tell(Gender ofTitle) {
    if (ofTitle == Gender.MALE || ofTitle == Gender.FEMALE) {
      gender = ofTitle;
    }
  }

  void addRole(String word) {
    roles.add(word);
  }

  boolean hasRoles(List<String> words) {
    return roles.containsAll(words);
  }
}
