package org.quotidian.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What the {@code <meta>} elements of a page say, by their names in lower case.
 *
 * @param values the contents that are not blank, in the order of the page
 */
record MetaTags(Map<String, List<String>> values) {

  static MetaTags of(Document page) {
    Map<String, List<String>> values = new HashMap<>();
    for (Element element : page.select("meta[content]")) {
      String content = element.attr("content").strip();
      for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
        for (String name : element.attr(attribute).toLowerCase(Locale.ROOT).split("\\s+")) {
          if (!name.isEmpty() && !content.isEmpty()) {
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(content);
          }
        }
      }
    }
    return new MetaTags(values);
  }

  /** The contents under these names, those of the first name first. */
  Stream<String> all(List<String> names) {
    return names.stream().flatMap(name -> values.getOrDefault(name, List.of()).stream());
  }

  /** The first content under this name, or an empty string. */
  String first(String name) {
    return all(List.of(name)).findFirst().orElse("");
  }
}
