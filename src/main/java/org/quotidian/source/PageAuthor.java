package org.quotidian.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.quotidian.language.WordList;

/**
 * Finds who wrote the article on a page: in the metadata, in the elements marked as by-line, or in
 * a line near the headline. People come before organisations; the site itself is no author.
 */
final class PageAuthor {

  private static final int MOST_WORDS = 6; // of a name
  private static final int MOST_CHARACTERS = 60;
  private static final int MOST_AUTHORS = 12;
  private static final int MOST_LINE = 120; // characters of a by-line

  private static final Set<String> MARKED = Set.copyOf(PageWords.under("class author"));
  private static final Set<String> NOT_MARKED = Set.copyOf(PageWords.under("class not author"));
  private static final Set<String> NOBODY = Set.copyOf(PageWords.under("no author"));
  private static final Set<String> ORGANISATION = Set.copyOf(PageWords.under("organisation"));
  private static final Set<String> ROLE = Set.copyOf(PageWords.under("role"));
  private static final Set<String> WRITTEN_BY = Set.copyOf(PageWords.under("label written by"));

  private static final String LABEL = "^\\W{0,3}" + PageWords.anyOf("label by") + "\\s*:?\\s+";
  private static final Pattern LABELLED = Pattern.compile(LABEL);

  /** What follows names: a date, a role, the place, another line. */
  private static final Pattern AFTER_NAMES =
      Pattern.compile(
          "\\s+\\S+@.*|\\s+[-–—|/•·~]\\s.*|\\s*[|•·;:(@\\[].*|\\s+\\d.*|,\\s+\\d.*|,?\\s+"
              + PageWords.anyOf("before date")
              + "\\s*(?:[|\\d].*|$)"
              + "|[,\\s]*(?:"
              + PageWords.anyOf("label published")
              + "|"
              + PageWords.anyOf("label updated")
              + "|"
              + PageWords.anyOf("weekday")
              + ").*");

  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("\\s*[,;&]\\s*|\\s+" + PageWords.anyOf("between names") + "\\s+");

  private static final String NAMES_INSIDE =
      String.join(", ", PageWords.under("names inside author"));

  private static final Pattern DOMAIN =
      Pattern.compile("\\w+\\." + WordList.anyOf(PageWords.under("domain")));

  private final Set<String> sites;

  /**
   * @param sites plain names of the site
   */
  PageAuthor(Set<String> sites) {
    this.sites = sites;
  }

  String of(MetaTags meta, LinkedData data, PageElements elements) {
    Stream<Supplier<Stream<List<String>>>> places =
        Stream.of(
            () -> data.authors(true),
            () -> meta.all(PageWords.under("meta author")).map(List::of),
            () -> ofTwitter(meta),
            () -> marked(elements),
            () -> labelled(elements),
            () -> data.authors(false));
    Iterator<List<String>> candidates = places.flatMap(Supplier::get).iterator();
    String organisation = "";
    while (candidates.hasNext()) {
      List<String> candidate = candidates.next();
      String names = joined(candidate);
      if (!names.isEmpty() && !isOrganisation(names)) {
        return names;
      }
      organisation = organisation.isEmpty() ? names : organisation;
    }
    return data.authors(true)
        .flatMap(List::stream)
        .filter(this::isOwner)
        .findFirst()
        .orElse(organisation);
  }

  private static Stream<List<String>> ofTwitter(MetaTags meta) {
    return Stream.of("1", "2")
        .filter(i -> WRITTEN_BY.contains(meta.first("twitter:label" + i).toLowerCase(Locale.ROOT)))
        .map(i -> List.of(meta.first("twitter:data" + i)));
  }

  /** The names in elements that are marked as the author's or as a by-line. */
  private Stream<List<String>> marked(PageElements elements) {
    return elements.nearestFirst().filter(PageAuthor::isMarked).limit(20).map(this::inside);
  }

  private static boolean isMarked(Element element) {
    Set<String> names = PageWords.namesOf(element);
    return !element.nameIs("article")
        && !element.nameIs("body")
        && names.stream().anyMatch(MARKED::contains)
        && names.stream().noneMatch(NOT_MARKED::contains);
  }

  private List<String> inside(Element marked) {
    List<String> parts =
        marked.select(NAMES_INSIDE).stream()
            .filter(part -> part != marked)
            .limit(MOST_AUTHORS)
            .map(PageAuthor::content)
            .toList();
    return joined(parts).isEmpty() ? List.of(content(marked)) : parts;
  }

  private static String content(Element element) {
    String text = element.hasAttr("content") ? element.attr("content") : PageElements.text(element);
    return text.length() > MOST_LINE ? "" : text;
  }

  /** The names in lines that begin with words such as "by". */
  private Stream<List<String>> labelled(PageElements elements) {
    return elements.lines().stream()
        .map(PageElements::text)
        .filter(line -> line.length() <= MOST_LINE && LABELLED.matcher(line).find())
        .map(List::of)
        .filter(line -> joined(line).matches("\\p{Lu}.*"));
  }

  private String joined(List<String> texts) {
    return texts.stream()
        .flatMap(text -> names(text).stream())
        .limit(MOST_AUTHORS)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The names in a text that may have words before and after them. */
  private List<String> names(String text) {
    String plain = PageElements.oneLine(Parser.unescapeEntities(text, false));
    if (plain.length() > 300 || plain.startsWith("http") || plain.startsWith("www.")) {
      return List.of();
    }
    String line = PublicationDate.withoutDates(LABELLED.matcher(plain).replaceFirst(""));
    line = AFTER_NAMES.matcher(line).replaceFirst("");
    List<String> names = new ArrayList<>();
    for (String part : BETWEEN_NAMES.split(line)) {
      String name = part.replaceAll("^[^\\p{L}\\p{N}]+|[,:\\s]+$", "");
      if (!isName(name)) {
        if (names.isEmpty()) {
          continue;
        }
        break; // what follows is the place or the employer
      }
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private boolean isName(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("[\\s]+");
    boolean role = words.length > 1 && Stream.of(words).anyMatch(ROLE::contains);
    return name.codePoints().filter(Character::isLetter).count() > 2
        && words.length <= MOST_WORDS
        && name.length() <= MOST_CHARACTERS
        && !role
        && !NOBODY.contains(name.toLowerCase(Locale.ROOT))
        && !LABELLED.matcher(name + " ").matches()
        && !sites.contains(PageWords.plain(name))
        && !name.contains("://")
        && PublicationDate.datesIn(name, true).isEmpty();
  }

  /** Whether the site has the name of its author. */
  private boolean isOwner(String name) {
    return sites.contains(PageWords.plain(name))
        && name.strip().matches("\\S+(?: \\S+){1,3}")
        && !isOrganisation(name);
  }

  private static boolean isOrganisation(String names) {
    return Stream.of(names.toLowerCase(Locale.ROOT).split("[^\\p{L}.]+"))
        .anyMatch(word -> ORGANISATION.contains(word) || DOMAIN.matcher(word).matches());
  }
}
