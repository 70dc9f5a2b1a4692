package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.quotidian.language.WordList;

/**
 * Corrects where names begin and end: excludes titles and punctuation, includes initials and
 * nicknames. Training corrects its annotated names in the same way. Immutable and thread-safe.
 */
final class NameEdges {

  private static final String PERSON = "PERSON";
  private static final String AT_END = "END";
  private static final String AFTER = "AFTER";
  private static final String UNLESS = "UNLESS";
  private static final String INSIDE = "INSIDE";
  private static final String ALONE = "ALONE";
  private static final String FIELD = "FIELD";
  private static final String PARTICLE = "PARTICLE";
  private static final String AS_WRITTEN = "=";
  private static final int LONGEST_NICKNAME = 2;

  /** The lists in {@code not-in-names.txt} by the first column. */
  private final Map<String, Set<String>> outside = new HashMap<>();

  NameEdges(List<String> notInNames) {
    for (String line : notInNames) {
      String[] columns = line.split("\t");
      outside.put(columns[0], Set.of(columns[1].split(", ")));
    }
  }

  static NameEdges load() {
    return new NameEdges(WordList.read(NameEdges.class, "not-in-names.txt"));
  }

  List<NameSpan> mended(List<List<NameWord>> article, List<NameSpan> found) {
    List<NameSpan> names =
        trimmed(article, cut(article, parted(article, withInitials(article, found)))).stream()
            .filter(
                name -> !isIn(ALONE, lower(article.get(name.sentence()), name.start(), name.end())))
            .map(name -> extended(article.get(name.sentence()), name))
            .toList();
    return withParticles(article, names);
  }

  /** Joins Friederike and von der Heyden. */
  private List<NameSpan> withParticles(List<List<NameWord>> article, List<NameSpan> names) {
    return joined(names, (last, name) -> isIn(PARTICLE, firstWord(article, name).form()));
  }

  /** Joins N.T. M. into one name, even if the model separated it at a stop. */
  private static List<NameSpan> withInitials(List<List<NameWord>> article, List<NameSpan> names) {
    return joined(
        names, (last, name) -> isInitial(article.get(last.sentence()).get(last.end() - 1)));
  }

  /** Joins a person's name with the one that it touches, where both are one. */
  private static List<NameSpan> joined(
      List<NameSpan> names, BiPredicate<NameSpan, NameSpan> areOne) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      NameSpan last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null
          && last.touches(name)
          && last.type().equals(PERSON)
          && name.type().equals(PERSON)
          && areOne.test(last, name)) {
        result.set(result.size() - 1, last.between(last.start(), name.end()));
      } else {
        result.add(name);
      }
    }
    return result;
  }

  private static NameWord firstWord(List<List<NameWord>> article, NameSpan name) {
    return article.get(name.sentence()).get(name.start());
  }

  /**
   * Tổng thư ký NATO) Jens Stoltenberg: a name after a closing bracket without an opening one is
   * another name.
   */
  private static List<NameSpan> parted(List<List<NameWord>> article, List<NameSpan> names) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      List<NameWord> words = article.get(name.sentence());
      int open = 0;
      int cut = -1;
      for (int i = name.start(); i < name.end() && cut < 0; i++) {
        String form = words.get(i).form();
        open += form.equals("(") ? 1 : 0;
        open -= form.equals(")") ? 1 : 0;
        cut = open < 0 ? i : -1;
      }
      if (cut > name.start() && cut + 1 < name.end()) {
        result.add(name.between(name.start(), cut));
        result.add(name.between(cut + 1, name.end()).typed(PERSON));
      } else {
        result.add(name);
      }
    }
    return result;
  }

  /** Bộ Công an gửi Bộ Y tế: two names, if there is a word between them that no name contains. */
  private List<NameSpan> cut(List<List<NameWord>> article, List<NameSpan> names) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      List<NameWord> words = article.get(name.sentence());
      int start = name.start();
      for (int i = start + 1; i < name.end() - 1; i++) {
        int length = isInside(words, i, i + 1) ? 1 : isInside(words, i, i + 2) ? 2 : 0;
        if (length > 0) {
          result.add(name.between(start, i));
          start = i + length;
          i = start;
        }
      }
      result.add(name.between(Math.min(start, name.end()), name.end()));
    }
    return result;
  }

  private boolean isInside(List<NameWord> words, int start, int end) {
    return end <= words.size()
        && words.get(start).shape() == WordShape.LOWER
        && isIn(INSIDE, CapitalRun.text(words, start, end));
  }

  private boolean isIn(String list, String text) {
    return outside.getOrDefault(list, Set.of()).contains(text);
  }

  /** Removes titles and punctuation at the edges, and names without any capital or digit. */
  List<NameSpan> trimmed(List<List<NameWord>> article, List<NameSpan> names) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      List<NameWord> words = article.get(name.sentence());
      int start = name.start();
      int end = name.end();
      while (start < end && (isMark(words.get(start)) || leadsIn(name.type(), words, start, end))) {
        start++;
      }
      while (end > start && !mayEnd(name.type(), words, start, end)) {
        end--;
      }
      if (start < end && hasCapital(words, start, end) && !isRuledOut(name.type(), words, start)) {
        result.add(name.between(start, end));
      }
    }
    return result;
  }

  /** Whether a word before or at its start shows that it is not a name: môn Ngữ Văn, giải Ba. */
  private boolean isRuledOut(String type, List<NameWord> words, int start) {
    return start > 0
        && !type.equals("ORGANIZATION")
        && isIn(AFTER, words.get(start - 1).lower())
        && !(start > 1 && isIn(UNLESS, lower(words, start - 2, start)));
  }

  private boolean leadsIn(String type, List<NameWord> words, int start, int end) {
    Set<String> before = outside.getOrDefault(type, Set.of());
    return end - start > 1
        && (before.contains(words.get(start).lower())
            || before.contains(AS_WRITTEN + words.get(start).form())
            || (end - start > 2 && before.contains(lower(words, start, start + 2)))
            || (start > 0 && before.contains(lower(words, start - 1, start + 1))));
  }

  private static String lower(List<NameWord> words, int start, int end) {
    return CapitalRun.text(words, start, end).toLowerCase(Locale.ROOT);
  }

  private boolean mayEnd(String type, List<NameWord> words, int start, int end) {
    NameWord last = words.get(end - 1);
    if (!isMark(last)) {
      return last.shape() != WordShape.LOWER || !isIn(AT_END, last.lower());
    }
    String mark = last.form();
    if (mark.equals(".")) {
      return type.equals(PERSON) && end - start > 1 && isInitial(words.get(end - 2));
    }
    String opening =
        switch (mark) {
          case ")" -> "(";
          case "”" -> "“";
          case "’" -> "‘";
          default -> mark;
        };
    return words.subList(start, end - 1).stream().anyMatch(word -> word.form().equals(opening));
  }

  private static boolean isMark(NameWord word) {
    return word.shape() == WordShape.MARK;
  }

  private static boolean hasCapital(List<NameWord> words, int start, int end) {
    return words.subList(start, end).stream()
        .anyMatch(word -> word.shape() != WordShape.LOWER && !isMark(word));
  }

  /**
   * Includes particles before a name (bà von der Heyden), the stop of a last initial (chị Ch .,)
   * and a nickname (Dũng “lò vôi”).
   */
  private NameSpan extended(List<NameWord> words, NameSpan found) {
    if (!found.type().equals(PERSON)) {
      return found;
    }
    int start = found.start();
    while (start > 0 && isIn(PARTICLE, words.get(start - 1).form())) {
      start--;
    }
    NameSpan name = found.between(start, found.end());
    int end = name.end();
    boolean stop = end + 1 < words.size() && words.get(end).form().equals(".");
    NameWord last = words.get(end - 1);
    if (stop && isInitial(last) && !last.form().endsWith(".")) {
      return name.between(name.start(), end + 1);
    }
    int close = closingOfNickname(words, name);
    return close < 0 ? name : name.between(name.start(), close + 1);
  }

  /**
   * The index of the quotation mark that closes a nickname after or inside the name; -1 if there is
   * none.
   */
  private static int closingOfNickname(List<NameWord> words, NameSpan name) {
    int open = -1;
    for (int i = name.start() + 1; i <= name.end() && i < words.size(); i++) {
      String form = words.get(i).form();
      if (form.equals("“") || form.equals("\"")) {
        open = i;
        break;
      }
    }
    if (open < 0) {
      return -1;
    }
    String closing = words.get(open).form().equals("“") ? "”" : "\"";
    boolean begun = open < name.end();
    if (!begun && (open + 1 == words.size() || !words.get(open + 1).shape().isCapital())) {
      return -1; // Khánh “mượn” xe: not a nickname
    }
    for (int i = open + 2; i <= open + 1 + LONGEST_NICKNAME && i < words.size(); i++) {
      if (words.get(i).form().equals(closing)) {
        return i >= name.end() ? i : -1;
      }
    }
    return -1;
  }

  /**
   * Whether a name begins with the abbreviation of a degree, after which a person's name stands.
   */
  boolean beginsWithDegree(List<NameWord> words, NameSpan name) {
    NameWord first = words.get(name.start());
    return name.length() > 1 && first.form().endsWith(".") && isIn(PERSON, first.lower());
  }

  /** Whether a title stands before a name after which its field follows: Bộ trưởng Nội vụ Đức. */
  boolean isFieldOfTitle(List<NameWord> words, NameSpan name) {
    return name.start() > 1 && isIn(FIELD, lower(words, name.start() - 2, name.start()));
  }

  /** Whether a particle of persons' names stands inside a name: Carlos de la Vega, al-Khatib. */
  boolean hasParticle(List<NameWord> words, NameSpan name) {
    for (int i = name.start() + 1; i < name.end(); i++) {
      String form = words.get(i).form();
      if (isIn(PARTICLE, form) || form.startsWith("al-")) {
        return true;
      }
    }
    return false;
  }

  static boolean isInitial(NameWord word) {
    return word.shape() == WordShape.INITIAL
        || word.shape() == WordShape.DOTTED
        || (word.shape() == WordShape.CAPITALIZED
            && word.lower().length() <= 3
            && word.lower().chars().noneMatch(c -> isVowel(c)));
  }

  private static boolean isVowel(int letter) {
    return "aăâeêioôơuưy".indexOf(letter) >= 0
        || !(letter >= 'a' && letter <= 'z' || letter == 'đ' || letter == '.');
  }
}
