package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.model.EntityType;

/** The expressions of {@code values.txt}, compiled. */
final class ValueRules {

  private static final Pattern MACRO = Pattern.compile("(?<!\\\\p)\\{([A-Z]+)\\}");
  private static final Pattern DEFINITION = Pattern.compile("([A-Z]+) = (.*)");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z][a-z0-9]*)>");

  /** One line of the file. */
  record Rule(EntityType type, Pattern pattern, Set<String> groups) {}

  private final List<Rule> rules;

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
    return new ValueRules(Lines.of("values.txt"));
  }

  List<Rule> all() {
    return rules;
  }

  private static Rule rule(String line, Map<String, String> macros) {
    int tab = line.indexOf('\t');
    String expression = expand(line.substring(tab + 1), macros);
    var groups = new HashSet<String>();
    Matcher group = GROUP.matcher(expression);
    while (group.find()) {
      groups.add(group.group(1));
    }
    // No value begins or ends within a word or a longer number; where it may begin is known.
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
