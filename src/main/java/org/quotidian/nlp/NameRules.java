package org.quotidian.nlp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Token;

/**
 * What must be known of the names of a language beyond its model.
 *
 * @param custom how names are shortened
 * @param ending that a name may have or not: the <i>s</i> of <i>Merkels</i>; may be empty
 * @param titles words before a name that the model takes for a part of it, in lower case
 */
public record NameRules(FullNames.Custom custom, String ending, Set<String> titles) {

  private static final String NONE = "-";
  private static final String DETERMINER = "DET";

  /** From the columns of {@code languages.tsv}: custom, ending, titles. */
  public static NameRules of(String custom, String ending, String titles) {
    return new NameRules(
        FullNames.Custom.valueOf(custom.toUpperCase(Locale.ROOT)),
        ending.equals(NONE) ? "" : ending,
        titles.equals(NONE)
            ? Set.of()
            : Arrays.stream(titles.split("\\|"))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet()));
  }

  FullNames fullNames() {
    return new FullNames(custom, this::withoutEnding);
  }

  private String withoutEnding(String word) {
    boolean longer = word.length() > ending.length() + 1;
    return !ending.isEmpty() && longer && word.endsWith(ending)
        ? word.substring(0, word.length() - ending.length())
        : word;
  }

  /** What the Chinese model calls so are dates. */
  boolean isNoName(EntityType type) {
    return custom == FullNames.Custom.CHINESE && type == EntityType.MISC;
  }

  /**
   * Adds a mention without titles and small determiners before the name, up to the first quotation
   * mark or colon; nothing if that is all.
   *
   * @param tokens of its sentence
   */
  void addTrimmed(EntityMention mention, List<Token> tokens, List<EntityMention> mentions) {
    int start = -1;
    int end = -1;
    for (Token token : tokens) {
      boolean inside = token.start() >= mention.start() && token.end() <= mention.end();
      if (!inside || start < 0 && !beginsName(token)) {
        continue;
      }
      if (isBorder(token.text())) {
        if (start >= 0) {
          break;
        }
        continue;
      }
      start = start < 0 ? token.start() : start;
      end = token.end();
    }
    if (start >= 0) {
      mentions.add(new EntityMention(mention.sentence(), mention.type(), start, end, "", ""));
    }
  }

  private boolean beginsName(Token token) {
    boolean small = Character.isLowerCase(token.text().codePointAt(0));
    return !(small && token.tag().equals(DETERMINER))
        && !titles.contains(token.text().toLowerCase(Locale.ROOT));
  }

  private static boolean isBorder(String word) {
    return word.equals(":") || QuotationMarks.isMark(word);
  }
}
