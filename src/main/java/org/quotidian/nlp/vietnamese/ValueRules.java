package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.language.WordList;
import org.quotidian.model.EntityType;

/** The compiled expressions in {@code values.txt}. */
final class ValueRules {

  private static final Pattern MACRO = Pattern.compile("(?<!\\\\p)\\{([A-Z]+)\\}");
  private static final Pattern DEFINITION = Pattern.compile("([A-Z]+) = (.*)");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z][a-z0-9]*)>");

  private static final int PREFIX = 12; // characters of a word that are checked
  private static final int MOST_KNOWN = 20_000; // cached words; others are checked each time

  /** One line of the file. */
  record Rule(EntityType type, Pattern pattern, Set<String> groups) {

    /**
     * Whether the rule may match at this word. It cannot if matching fails within the word without
     * reaching its end.
     */
    boolean mayBeginWith(String word) {
      if (pattern.pattern().contains("(?<=")) {
        return true; // depends on the text before it
      }
      Matcher match = pattern.matcher(word);
      return match.lookingAt() || match.hitEnd();
    }
  }

  private final List<Rule> rules;
  private final Map<String, BitSet> possible = new ConcurrentHashMap<>();

  ValueRules(List<String> lines) {
    Map<String, String> macros = new HashMap<>();
    var parsed = new ArrayList<Rule>();
    for (String line : lines) {
      Matcher definition = DEFINITION.matcher(line);
      if (definition.matches()) {
        macros.put(definition.group(1), expand(definition.group(2), macros));
      } else {
        parsed.add(rule(line, macros));
      }
    }
    this.rules = List.copyOf(parsed);
  }

  static ValueRules load() {
    return new ValueRules(WordList.read(ValueRules.class, "values.txt"));
  }

  List<Rule> all() {
    return rules;
  }

  /**
   * The rules in {@link #all} that may match at a position. Most words begin no value, and trying
   * every rule at each of them took a sixth of the time for an article.
   */
  BitSet possibleAt(String text, int start) {
    int end = start;
    int last = Math.min(text.length(), start + PREFIX);
    while (end < last && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    String word = text.substring(start, Math.max(end, start + 1));
    BitSet known = possible.get(word);
    if (known == null) {
      known = possible(word);
      if (possible.size() < MOST_KNOWN) {
        possible.put(word, known);
      }
    }
    return known;
  }

  private BitSet possible(String word) {
    var set = new BitSet(rules.size());
    boolean half = Character.isSurrogate(word.charAt(word.length() - 1)); // of a surrogate pair
    for (int i = 0; i < rules.size(); i++) {
      set.set(i, half || rules.get(i).mayBeginWith(word));
    }
    return set;
  }

  private static Rule rule(String line, Map<String, String> macros) {
    int tab = line.indexOf('\t');
    String expression = expand(line.substring(tab + 1), macros);
    var groups = new HashSet<String>();
    Matcher group = GROUP.matcher(expression);
    while (group.find()) {
      groups.add(group.group(1));
    }
    // No value begins or ends within a word or a longer number. The caller checks where it begins.
    Pattern pattern = Pattern.compile("(?:" + expression + ")(?![\\p{L}\\d])");
    return new Rule(EntityType.valueOf(line.substring(0, tab)), pattern, Set.copyOf(groups));
  }

  private static String expand(String expression, Map<String, String> macros) {
    Matcher macro = MACRO.matcher(expression);
    return macro.replaceAll(
        match -> {
          String value = macros.get(match.group(1));
          if (value == null) {
            throw new IllegalStateException("values.txt: {" + match.group(1) + "} is not defined");
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
