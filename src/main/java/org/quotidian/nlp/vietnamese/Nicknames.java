package org.quotidian.nlp.vietnamese;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds nicknames in quotation marks to names. Nguyễn Kim Hưng (tức Hưng “kính”): a nickname of one
 * mention belongs to every mention that it follows.
 */
final class Nicknames {

  private static final String MARKS = "“”\"‘’'";
  private static final int LONGEST = 3; // words

  private Nicknames() {}

  static List<NameSpan> extended(List<List<NameWord>> article, List<NameSpan> names) {
    Set<String> known = new HashSet<>();
    for (NameSpan name : names) {
      List<NameWord> words = article.get(name.sentence());
      if (isPerson(name) && isMark(words, name.end() - 1)) {
        known.add(withoutMarks(words, name.start(), name.end()));
      }
    }
    return known.isEmpty()
        ? names
        : names.stream().map(name -> extended(article.get(name.sentence()), name, known)).toList();
  }

  private static NameSpan extended(List<NameWord> words, NameSpan name, Set<String> known) {
    if (!isPerson(name) || !isMark(words, name.end())) {
      return name;
    }
    for (int end = name.end() + 2; end <= name.end() + 1 + LONGEST; end++) {
      if (isMark(words, end)) {
        boolean same = known.contains(withoutMarks(words, name.start(), end));
        return same ? name.between(name.start(), end + 1) : name;
      }
    }
    return name;
  }

  private static boolean isPerson(NameSpan name) {
    return name.type().equals("PERSON");
  }

  private static boolean isMark(List<NameWord> words, int i) {
    return i < words.size()
        && words.get(i).form().length() == 1
        && MARKS.contains(words.get(i).form());
  }

  private static String withoutMarks(List<NameWord> words, int start, int end) {
    var text = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (!isMark(words, i)) {
        text.append(words.get(i).lower()).append(' ');
      }
    }
    return text.toString();
  }
}
