package org.quotidian.nlp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/**
 * Finds mentions in an article that name the same person, organisation or place, and gives each the
 * fullest of these names: <i>ông Trọng</i> the full name, <i>Stoltenberg</i> the first name too,
 * <i>NATO</i> the words it stands for. It compares the words of the names only and does not resolve
 * pronouns.
 */
public final class FullNames {

  /** How names are shortened in a language. */
  public enum Custom {
    /**
     * A person is called by the last syllable; an organisation without the nouns before its name.
     */
    VIETNAMESE,
    /** A person is called by the family name; an organisation by its first word. */
    WESTERN,
    /** As {@link #WESTERN}, but a person may have two family names and is called by the first. */
    SPANISH,
    /** Names are written without spaces, and a person is called by the first character. */
    CHINESE;

    boolean isWestern() {
      return this == WESTERN || this == SPANISH;
    }
  }

  private final Custom custom;
  private final UnaryOperator<String> spelling;

  /**
   * @param spelling normalises the spelling of a word for comparison
   */
  public FullNames(Custom custom, UnaryOperator<String> spelling) {
    this.custom = custom;
    this.spelling = spelling;
  }

  /** The same mentions with their canonical names. Dates and amounts are unchanged. */
  public List<EntityMention> in(String text, List<EntityMention> mentions) {
    List<Name> names = mentions.stream().map(mention -> name(text, mention)).toList();
    Map<String, Name> longForms = longForms(text, names);
    Map<EntityType, List<Name>> distinct = distinct(names);
    var result = new ArrayList<EntityMention>();
    for (Name name : names) {
      EntityMention mention = name.mention();
      if (mention.type().isName()) {
        Name fullest = fullest(name, distinct.getOrDefault(mention.type(), List.of()), longForms);
        result.add(
            new EntityMention(
                mention.sentence(),
                mention.type(),
                mention.start(),
                mention.end(),
                fullest.written(),
                mention.normalized()));
      } else {
        result.add(mention);
      }
    }
    return result;
  }

  private Name name(String text, EntityMention mention) {
    String written = text.substring(mention.start(), mention.end()).strip().replaceAll("\\s+", " ");
    // N.V.A. shortens to A.
    String parted = written.replaceAll("(?<=\\p{L}\\.)(?=\\p{L})", " ");
    var words = new ArrayList<String>();
    for (String word : parted.split(custom == Custom.CHINESE ? "(?<=\\p{IsHan})[ ·]?|[ ·]" : " ")) {
      words.add(spelling.apply(word).toLowerCase(Locale.ROOT));
    }
    return new Name(mention, written, words);
  }

  private Name fullest(Name name, List<Name> candidates, Map<String, Name> longForms) {
    Name longForm = longForms.get(name.key());
    if (longForm != null) {
      return longForm;
    }
    Name current = name;
    for (int step = 0; step < 3; step++) { // Duyên, Kỳ Duyên, Nguyễn Cao Kỳ Duyên
      Optional<Name> longer = nearestLonger(current, name, candidates);
      if (longer.isEmpty()) {
        break;
      }
      current = longer.get();
    }
    Name written = current;
    return candidates.stream()
        .filter(other -> other.key().equals(written.key()) && !other.isAllCapitals())
        .findFirst()
        .orElse(written);
  }

  /** The last longer name before the mention; if there is none, the first one after it. */
  private Optional<Name> nearestLonger(Name shorter, Name mention, List<Name> candidates) {
    for (Way way : Way.values()) {
      Name before = null;
      Name after = null;
      for (Name other : candidates) {
        if (other.words().size() > shorter.words().size() && shortens(shorter, other, way)) {
          if (other.mention().start() <= mention.mention().start()) {
            before = other;
          } else if (after == null) {
            after = other;
          }
        }
      }
      if (before != null || after != null) {
        return Optional.of(before != null ? before : Objects.requireNonNull(after));
      }
    }
    return Optional.empty();
  }

  /** Ways to shorten a name, the most probable first. */
  private enum Way {
    LAST_WORDS,
    FIRST_WORD,
    WITHOUT_MIDDLE,
    WITHOUT_SECOND_FAMILY_NAME
  }

  private boolean shortens(Name shorter, Name longer, Way way) {
    List<String> few = shorter.words();
    List<String> many = longer.words();
    boolean person = shorter.mention().type() == EntityType.PERSON;
    boolean tail = many.subList(many.size() - few.size(), many.size()).equals(few);
    boolean head = many.subList(0, few.size()).equals(few);
    return switch (way) {
      case LAST_WORDS -> tail && (person || longer.startsLowerOrHead(few.size(), custom));
      case FIRST_WORD ->
          head && (person ? few.size() == 1 : custom.isWestern() && !shorter.isPlace());
      case WITHOUT_MIDDLE ->
          person
              && custom.isWestern()
              && few.size() == 2
              && few.get(0).equals(many.get(0))
              && few.get(1).equals(many.get(many.size() - 1));
      case WITHOUT_SECOND_FAMILY_NAME ->
          person
              && custom == Custom.SPANISH
              && many.size() > 2
              && (head || many.subList(1, many.size() - 1).equals(few));
    };
  }

  /** Long forms that the article explains in brackets: long form (NATO), or NATO (long form). */
  private static Map<String, Name> longForms(String text, List<Name> names) {
    Map<String, Name> longForms = new HashMap<>();
    for (int i = 0; i + 1 < names.size(); i++) {
      Name first = names.get(i);
      Name second = names.get(i + 1);
      if (first.mention().type() != EntityType.ORGANIZATION || !bracketed(text, first, second)) {
        continue;
      }
      if (second.isAcronym() && first.words().size() > 1) {
        longForms.putIfAbsent(second.key(), first);
      } else if (first.isAcronym() && second.words().size() > 1) {
        longForms.putIfAbsent(first.key(), second);
      }
    }
    addByInitials(names, longForms);
    return longForms;
  }

  private static boolean bracketed(String text, Name first, Name second) {
    int from = first.mention().end();
    int to = second.mention().start();
    int end = second.mention().end();
    return to > from
        && text.substring(from, to).strip().equals("(")
        && end < text.length()
        && text.substring(end, Math.min(text.length(), end + 2)).strip().startsWith(")");
  }

  /** Adds acronyms of long names, such as TAND for Tòa án nhân dân. */
  private static void addByInitials(List<Name> names, Map<String, Name> longForms) {
    Map<String, Name> byInitials = new HashMap<>();
    for (Name name : names) {
      if (name.mention().type() == EntityType.ORGANIZATION && name.words().size() > 2) {
        byInitials.putIfAbsent(name.initials(), name);
      }
    }
    for (Name name : names) {
      Name longForm = byInitials.get(name.key());
      if (name.isAcronym()
          && name.mention().type() == EntityType.ORGANIZATION
          && longForm != null) {
        longForms.putIfAbsent(name.key(), longForm);
      }
    }
  }

  /** The first mention of each distinct name, by type, in text order. */
  private static Map<EntityType, List<Name>> distinct(List<Name> names) {
    Map<EntityType, Map<String, Name>> seen = new EnumMap<>(EntityType.class);
    Map<EntityType, List<Name>> result = new EnumMap<>(EntityType.class);
    for (Name name : names) {
      EntityType type = name.mention().type();
      String writing = name.key() + (name.isAllCapitals() ? "^" : "");
      if (type.isName()
          && seen.computeIfAbsent(type, k -> new HashMap<>()).putIfAbsent(writing, name) == null) {
        result.computeIfAbsent(type, k -> new ArrayList<>()).add(name);
      }
    }
    return result;
  }

  /**
   * A mention and its words in the form in which they are compared.
   *
   * @param written as in the article, with single spaces
   */
  private record Name(EntityMention mention, String written, List<String> words) {

    String key() {
      return String.join(" ", words);
    }

    boolean isPlace() {
      return mention.type() == EntityType.LOCATION;
    }

    boolean isAllCapitals() {
      return words.size() > 1 && written.equals(written.toUpperCase(Locale.ROOT));
    }

    boolean isAcronym() {
      return written.length() >= 2
          && written.length() <= 10
          && written.chars().allMatch(c -> Character.isUpperCase(c) || c == '&' || c == '-');
    }

    String initials() {
      var initials = new StringBuilder();
      for (String word : words) {
        initials.appendCodePoint(word.codePointAt(0));
      }
      return initials.toString();
    }

    /**
     * Whether the words that a short form would drop begin with a common noun: tỉnh Long An, công
     * ty Bia Sài Gòn.
     */
    boolean startsLowerOrHead(int kept, Custom custom) {
      String[] parts = written.split(" ");
      int dropped = parts.length - kept;
      if (custom != Custom.VIETNAMESE || dropped <= 0) {
        return false;
      }
      return Character.isLowerCase(parts[0].codePointAt(0))
          || parts[0].endsWith(".")
          || (dropped > 1 && Character.isLowerCase(parts[1].codePointAt(0)));
    }
  }
}
