package org.quotidian.quote;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a language's tagger and what they mean, from {@code tags.tsv}, and the shortened
 * verbs that the tagger does not know, from {@code contractions.tsv}. Where tags tell no forms of
 * verbs, {@code endings.tsv} tells them. Immutable. The names of the universal parts of speech are
 * tags of every language; any other tag that no table contains tells nothing.
 */
final class TagSet {

  /**
   * @param meant what the word is
   * @param kept a part of speech that it keeps if the tagger gives it; null if there is none
   */
  private record Contraction(TokenClass meant, @Nullable WordClass kept) {}

  private final Map<String, TokenClass> classes = new HashMap<>();
  private final Map<String, Contraction> contractions = new HashMap<>();
  private final Map<String, Map<String, TokenClass>> endings = new HashMap<>();

  /** Letters of the longest ending. */
  private int longestEnding;

  /**
   * @param tags columns: tag, part of speech, forms between blanks or a hyphen
   * @param contractions columns: word, tag, part of speech that it keeps or a hyphen
   * @param endings columns: tag of the tagger, endings of words between bars, tag that tells more
   * @throws IllegalArgumentException for a part of speech or a form that does not exist
   */
  TagSet(List<List<String>> tags, List<List<String>> contractions, List<List<String>> endings) {
    for (WordClass wordClass : WordClass.values()) {
      classes.put(wordClass.name(), TokenClass.of(wordClass));
    }
    for (List<String> row : tags) {
      classes.put(row.get(0), new TokenClass(WordClass.valueOf(row.get(1)), forms(row.get(2))));
    }
    for (List<String> row : contractions) {
      WordClass kept = isNone(row.get(2)) ? null : WordClass.valueOf(row.get(2));
      for (String word : Lists.alternatives(row.get(0))) {
        this.contractions.put(word, new Contraction(of(row.get(1)), kept));
      }
    }
    for (List<String> row : endings) {
      for (String ending : Lists.alternatives(row.get(1))) {
        this.endings
            .computeIfAbsent(row.get(0), tag -> new HashMap<>())
            .putIfAbsent(ending, of(row.get(2)));
        longestEnding = Math.max(longestEnding, ending.length());
      }
    }
  }

  private static Set<TokenClass.Form> forms(String column) {
    var forms = EnumSet.noneOf(TokenClass.Form.class);
    if (!isNone(column)) {
      for (String form : column.split(" ")) {
        forms.add(TokenClass.Form.valueOf(form.toUpperCase(Locale.ROOT).replace('-', '_')));
      }
    }
    return forms;
  }

  private static boolean isNone(String column) {
    return column.equals("-");
  }

  TokenClass of(String tag) {
    return classes.getOrDefault(tag, TokenClass.UNKNOWN);
  }

  /** The class of a word, whose longest listed ending may tell more than its tag. */
  TokenClass of(String tag, String lowerCase) {
    Map<String, TokenClass> known = endings.getOrDefault(tag, Map.of());
    for (int letters = Math.min(longestEnding, lowerCase.length());
        letters > 0 && !known.isEmpty();
        letters--) {
      TokenClass found = known.get(lowerCase.substring(lowerCase.length() - letters));
      if (found != null) {
        return found;
      }
    }
    return of(tag);
  }

  /**
   * The class of a token that may be a shortened verb. Taggers know ’s, ’re, ’ve, ’m, ’ll and ’d by
   * the straight apostrophe; a possessive marker behind a pronoun is a verb.
   */
  TokenClass contracted(String lowerCase, TokenClass given, TokenClass before) {
    Contraction contraction = contractions.get(lowerCase);
    if (contraction != null) {
      return given.wordClass() == contraction.kept() ? given : contraction.meant();
    }
    boolean subject =
        before.isPersonalPronoun() || before.isExistential() || before.isInterrogative();
    return subject && given.isPossessiveMarker() ? TokenClass.THIRD_PERSON_VERB : given;
  }
}
