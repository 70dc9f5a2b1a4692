package org.quotidian.nlp.vietnamese;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.quotidian.nlp.vietnamese.ValueRules.Rule;

/**
 * The values of the named groups of a match, by name. Groups that did not take part are missing.
 */
record Groups(Map<String, String> values) {

  static Groups of(Rule rule, Matcher match) {
    var values = new HashMap<String, String>();
    for (String name : rule.groups()) {
      String value = match.group(name);
      if (value != null) {
        values.put(name, value);
      }
    }
    return new Groups(values);
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  int number(String name) {
    return Integer.parseInt(values.getOrDefault(name, "0"));
  }
}
