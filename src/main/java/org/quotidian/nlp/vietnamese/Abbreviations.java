package org.quotidian.nlp.vietnamese;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quotidian.language.WordList;

/** Abbreviations whose full stop need not end a sentence, from {@code abbreviations.txt}. */
final class Abbreviations {

  private static final String MAY_END = " final";
  private static final String ITEM = " item";

  /** Each abbreviation without its last full stop, and whether it may end a sentence. */
  private final Map<String, Boolean> mayEnd = new HashMap<>();

  private final Set<String> items = new HashSet<>();

  Abbreviations(List<String> lines) {
    for (String line : lines) {
      if (line.endsWith(ITEM)) {
        items.add(line.substring(0, line.length() - ITEM.length()).strip());
        continue;
      }
      boolean end = line.endsWith(MAY_END);
      String name = end ? line.substring(0, line.length() - MAY_END.length()).strip() : line;
      mayEnd.put(name, end);
      mayEnd.put(name.toUpperCase(Locale.ROOT), end);
    }
  }

  static Abbreviations load() {
    return new Abbreviations(WordList.read(Abbreviations.class, "abbreviations.txt"));
  }

  /** All abbreviations without their last full stop. */
  Set<String> all() {
    return mayEnd.keySet();
  }

  /** Whether {@code token}, including its full stop, never ends a sentence. */
  boolean leads(String token) {
    return Boolean.FALSE.equals(mayEnd.get(withoutStop(token)));
  }

  /** Whether {@code token} is listed, with its full stop. */
  boolean contains(String token) {
    return token.endsWith(".") && mayEnd.containsKey(withoutStop(token));
  }

  /** Whether a word in lower case introduces the number of an item: điều, khoản. */
  boolean isItem(String word) {
    return items.contains(word);
  }

  private static String withoutStop(String token) {
    return token.endsWith(".") ? token.substring(0, token.length() - 1) : token;
  }
}
