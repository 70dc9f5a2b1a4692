package org.quotidian.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Finds when the article on a page was published: in the metadata, in {@code <time>} and what is
 * marked like it, in the address, or in a line near the headline. What is no possible date is
 * passed over, and so are dates of changes. A time in UTC becomes one of the page's own zone where
 * the page shows it.
 */
final class PageDate {

  private static final int FIRST_YEAR = 1990; // before, there were no web pages
  private static final int MOST_WORDS = 14; // in a line beside its date
  private static final int MOST_CHARACTERS = 200;
  private static final int MOST_ALONE = 60; // characters

  private static final Set<String> MARKED =
      Stream.of("class date", "class author") // a by-line often ends with the date
          .flatMap(heading -> PageWords.under(heading).stream())
          .collect(Collectors.toSet());
  private static final List<String> PUBLISHED = PageWords.under("meta published");
  private static final Set<String> MODIFIED = Set.copyOf(PageWords.under("class modified"));

  private static final Pattern LABEL =
      Pattern.compile(
          "(?="
              + PageWords.anyOf("label published")
              + "|(?<updated>"
              + PageWords.anyOf("label updated")
              + "))");
  private static final Pattern UPDATED = Pattern.compile("^" + PageWords.anyOf("label updated"));

  /** {@code /2024/05/14/}, {@code /2024-05-14-}, {@code -20240514063012345.htm}. */
  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "(?<!\\d)(?<year>(?:19|20)\\d{2})(?:(?<separator>[/_-])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})(?!\\d)"
              + "|(?<month2>\\d{2})(?<day2>\\d{2})(?:\\d{6}|\\d{9})?(?!\\d))");

  /** {@code Karlsruhe (12.11.2021).}, {@code Berlin, 3. März 2020 –} at the start of a text. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\(?(?:\\p{Lu}[\\p{L}.-]*[\\s,/]+){0,4}\\(?(?<date>[\\p{L}\\d][\\p{L}\\d\\s./,]{5,25}?)\\s*(?:\\)|[–—|:]|\\s-\\s|\\.\\s)");

  private static final Pattern PROPERTY =
      Pattern.compile("[\"']([\\w:.-]{6,40})\\\\?[\"']\\s*:\\s*\\\\?[\"'](\\d[^\"'\\\\]{7,35})");
  private static final Set<String> NAMES =
      PUBLISHED.stream()
          .map(PageWords::plain)
          .filter(name -> name.contains("publ") || name.contains("pubdate"))
          .collect(Collectors.toSet());

  private final PageElements elements;
  private final boolean dayFirst;

  /**
   * @param dayFirst whether 3/4/2019 is in April
   */
  PageDate(PageElements elements, boolean dayFirst) {
    this.elements = elements;
    this.dayFirst = dayFirst;
  }

  /**
   * @param address of the page, or empty
   * @param language code of the page's language, or empty
   */
  String of(MetaTags meta, LinkedData data, List<String> scripts, String address, String language) {
    Supplier<Stream<String>> stated =
        () ->
            Stream.of(data.published(), meta.all(PUBLISHED), microdata())
                .flatMap(each -> each)
                .map(this::parsed)
                .filter(PageDate::isPossible);
    Optional<String> first = stated.get().findFirst();
    if (first.isPresent()) {
      return OwnZone.isUtc(first.get())
          ? OwnZone.of(
              first.get(),
              Stream.concat(stated.get(), possible(times())).toList(),
              possible(near(address)).toList(),
              language)
          : first.get();
    }
    Stream<Supplier<Stream<String>>> elsewhere =
        Stream.of(
            this::times,
            () -> near(address),
            () -> only(inScripts(scripts)),
            () -> printed(marked()),
            () -> only(alone()));
    return elsewhere.flatMap(Supplier::get).filter(PageDate::isPossible).findFirst().orElse("");
  }

  private Stream<String> near(String address) {
    return Stream.concat(Stream.of(inAddress(address)), printed(elements.lines()));
  }

  private String parsed(String value) {
    return value.length() > MOST_CHARACTERS ? "" : PublicationDate.ofMetadata(value, dayFirst);
  }

  private static Stream<String> possible(Stream<String> dates) {
    return dates.filter(PageDate::isPossible);
  }

  private static boolean isPossible(String date) {
    if (!date.matches("\\d{4}-.*")) {
      return false;
    }
    LocalDate day = LocalDate.parse(date.substring(0, 10));
    return day.getYear() >= FIRST_YEAR && !day.isAfter(LocalDate.now(ZoneOffset.UTC).plusDays(1));
  }

  /** Values of {@code itemprop=datePublished} and of the microformat {@code published}. */
  private Stream<String> microdata() {
    return elements
        .nearestFirst()
        .filter(
            element ->
                element.attr("itemprop").contains("datePublished")
                    || element.attr("property").contains("datePublished")
                    || element.hasAttr("pubdate")
                    || (element.hasAttr("title") && element.hasClass("published")))
        .limit(20)
        .map(PageDate::value);
  }

  private static String value(Element element) {
    for (String attribute : List.of("content", "datetime", "title")) {
      if (!element.attr(attribute).isBlank()) {
        return element.attr(attribute);
      }
    }
    return PageElements.text(element);
  }

  private Stream<String> times() {
    return elements
        .nearestFirst()
        .filter(element -> element.nameIs("time") && !isModified(element))
        .filter(time -> !UPDATED.matcher(PageElements.text(time)).find())
        .limit(20)
        .map(PageDate::value)
        .map(this::parsed);
  }

  private static boolean isModified(Element element) {
    Set<String> names = PageWords.namesOf(element);
    boolean modified = names.stream().anyMatch(MODIFIED::contains) && !names.contains("published");
    return modified || followsUpdated(element);
  }

  private static boolean followsUpdated(Element element) {
    Node before = element.previousSibling();
    String words = before == null ? "" : PageElements.text(before);
    return words.length() < MOST_ALONE
        && UPDATED.matcher(words).find()
        && !words.matches(".*\\d.*");
  }

  private List<Element> marked() {
    return elements
        .nearestFirst()
        .filter(element -> PageWords.namesOf(element).stream().anyMatch(MARKED::contains))
        .limit(40)
        .toList();
  }

  private Stream<String> printed(List<Element> lines) {
    return lines.stream()
        .filter(element -> !isModified(element))
        .map(element -> inLine(PageElements.text(element)));
  }

  /** The first date in a line that is not one of a change; in prose, that of its dateline. */
  private String inLine(String line) {
    if (line.length() > MOST_CHARACTERS || PublicationDate.wordsBeside(line) > MOST_WORDS) {
      Matcher dateline = DATELINE.matcher(line);
      return dateline.find() ? parsed(dateline.group("date")) : "";
    }
    for (String part : LABEL.split(line)) {
      if (!UPDATED.matcher(part).find()) {
        String date = parsed(part);
        if (!date.isEmpty()) {
          return date;
        }
      }
    }
    return "";
  }

  /** The dates that the data in scripts give as those of publication. */
  private Stream<String> inScripts(List<String> scripts) {
    return scripts.stream()
        .flatMap(script -> PROPERTY.matcher(script).results())
        .filter(property -> NAMES.contains(PageWords.plain(property.group(1))))
        .map(property -> parsed(property.group(2)));
  }

  /** Dates in lines with few other words. */
  private Stream<String> alone() {
    return elements.elements().stream()
        .filter(element -> !element.ownText().isBlank() && !isModified(element))
        .map(PageElements::text)
        .filter(line -> line.length() <= MOST_ALONE)
        .map(this::inLine);
  }

  /** The day of the dates if they are all of one day. */
  private static Stream<String> only(Stream<String> dates) {
    List<String> days =
        dates
            .filter(PageDate::isPossible)
            .map(date -> date.substring(0, 10))
            .distinct()
            .limit(2)
            .toList();
    return days.size() == 1 ? days.stream() : Stream.empty();
  }

  private static String inAddress(String address) {
    // An archive puts its own address, with the time of its copy, before that of the page.
    Matcher matcher =
        IN_ADDRESS.matcher(address.substring(Math.max(0, address.lastIndexOf("http"))));
    while (matcher.find()) {
      boolean separated = matcher.group("separator") != null;
      try {
        return LocalDate.of(
                Integer.parseInt(matcher.group("year")),
                Integer.parseInt(matcher.group(separated ? "month" : "month2")),
                Integer.parseInt(matcher.group(separated ? "day" : "day2")))
            .toString();
      } catch (DateTimeException e) {
        continue; // a number of another kind
      }
    }
    return "";
  }
}
