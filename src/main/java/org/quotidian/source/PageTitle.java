package org.quotidian.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

/** Chooses the title of the article on a page, without the name of the site. */
final class PageTitle {

  /** Between the title and the name of the site. */
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[-–—|•·:»«›~/>]{1,2}\\s+|\\s*[|»•]\\s*|\\s+(?=\\[)");

  /** A short part after a bar, which in a title is the name of the site or its section. */
  private static final Pattern LAST_PART =
      Pattern.compile("^(\\S+(?:\\s+\\S+){2,})\\s+(?:[|»•]|::)\\s+\\S+(?:\\s+\\S+){0,3}$");

  private static final Set<String> KICKER = Set.copyOf(PageWords.under("class kicker"));

  /** Classes of a heading that is the name of the site. */
  private static final Set<String> HOME = Set.copyOf(PageWords.under("class home"));

  /** The least share of the words of a heading in a title for both to be of the same article. */
  private static final double AGREEMENT = 0.3;

  private static final String BESIDE = "form h1, nav h1, aside h1, footer h1";

  private PageTitle() {}

  /**
   * @param sites plain names of the site
   */
  static String of(Document page, MetaTags meta, LinkedData data, Set<String> sites) {
    String inHead = clean(page.title());
    List<String> titles =
        Stream.of(meta.all(PageWords.under("meta title")), data.headlines(), Stream.of(inHead))
            .flatMap(each -> each)
            .map(PageTitle::clean)
            .filter(title -> !title.isEmpty() && !isSite(title, sites))
            .toList();
    String heading = heading(page, titles, inHead, sites);
    if (!heading.isEmpty()) {
      return asWritten(heading, titles);
    }
    for (String title : titles) {
      String part = headedPart(page, title);
      if (!part.isEmpty()) {
        return part;
      }
    }
    if (titles.isEmpty()) {
      return inHead;
    }
    String title = withoutSite(titles.get(0), sites);
    return titles.stream()
        .filter(other -> other.length() < title.length() && parts(title).contains(other))
        .findFirst()
        .orElseGet(() -> LAST_PART.matcher(title).replaceFirst("$1"));
  }

  /**
   * The {@code <h1>} that shares most words with the titles; the only one even if it shares none.
   */
  private static String heading(
      Document page, List<String> titles, String inHead, Set<String> sites) {
    List<String> headings = new ArrayList<>();
    Elements all = page.select("h1");
    Elements outside = all.not(BESIDE);
    for (Element element : outside.isEmpty() ? all : outside) {
      String text = withoutKicker(element, titles);
      if (!text.isEmpty() && !isSite(text, sites) && !leadsHome(element)) {
        headings.add(text);
      }
    }
    // The title of the window counts only if it begins with the heading: it often ends with the
    // name of the site, which may be a heading, too.
    String first = parts(inHead).get(0);
    List<String> given = titles.stream().filter(title -> !title.equals(inHead)).toList();
    List<String> compared = given.isEmpty() ? titles : given;
    String best = "";
    double most = titles.isEmpty() ? -1 : AGREEMENT;
    for (String heading : headings) {
      double share =
          same(heading, first)
              ? 1
              : compared.stream().mapToDouble(title -> share(heading, title)).max().orElse(0);
      if (share > most) {
        best = heading;
        most = share;
      }
    }
    return best;
  }

  /** Whether a heading is only a link to the first page of the site. */
  private static boolean leadsHome(Element heading) {
    Element link = heading.selectFirst("a[href]");
    return link != null
        && link.text().equals(heading.text())
        && (heading.classNames().stream().anyMatch(HOME::contains)
            || link.attr("rel").equals("home")
            || link.attr("href").matches("/|(?:https?:)?//[^/]+/?"));
  }

  /** The text of a heading without the parts that no title of the page has, or that are marked. */
  private static String withoutKicker(Element heading, List<String> titles) {
    String text = clean(heading.text());
    for (Element child : heading.children()) {
      String rest = clean(text.replace(clean(child.text()), " "));
      boolean kicker =
          PageWords.namesOf(child).stream().anyMatch(KICKER::contains)
              || titles.stream().anyMatch(title -> same(title, rest));
      text = kicker && !rest.isEmpty() ? rest : text;
    }
    return text;
  }

  private static boolean same(String a, String b) {
    return PageWords.plain(a).equals(PageWords.plain(b));
  }

  /** The share of the words of both texts that they have in common. */
  private static double share(String a, String b) {
    Set<String> common = words(a);
    Set<String> others = words(b);
    int all = common.size() + others.size();
    common.retainAll(others);
    return 2.0 * common.size() / all;
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
  }

  /** A heading in capitals as a title of the page writes it. */
  private static String asWritten(String heading, List<String> titles) {
    if (!heading.equals(heading.toUpperCase(Locale.ROOT))) {
      return heading;
    }
    return titles.stream()
        .filter(
            title -> title.toLowerCase(Locale.ROOT).startsWith(heading.toLowerCase(Locale.ROOT)))
        .map(title -> title.substring(0, heading.length()))
        .findFirst()
        .orElse(heading);
  }

  /** The part of a title that a heading below {@code <h1>} repeats; otherwise empty. */
  private static String headedPart(Document page, String title) {
    Set<String> parts = new HashSet<>();
    parts(title).forEach(part -> parts.add(PageWords.plain(part)));
    return page.select("h2, h3").stream()
        .map(element -> clean(element.text()))
        .filter(text -> parts.contains(PageWords.plain(text)))
        .findFirst()
        .orElse("");
  }

  private static List<String> parts(String title) {
    return List.of(SEPARATOR.split(title));
  }

  private static String withoutSite(String title, Set<String> sites) {
    List<MatchResult> separators = SEPARATOR.matcher(title).results().toList();
    int start = 0;
    int end = title.length();
    int from = 0;
    int to = separators.size();
    while (from < to && isSite(title.substring(separators.get(to - 1).end(), end), sites)) {
      end = separators.get(--to).start();
    }
    while (from < to && isSite(title.substring(start, separators.get(from).start()), sites)) {
      start = separators.get(from++).end();
    }
    return title.substring(start, end).strip();
  }

  private static boolean isSite(String text, Set<String> sites) {
    return sites.contains(PageWords.plain(text));
  }

  private static String clean(String text) {
    return PageElements.oneLine(Parser.unescapeEntities(text, false));
  }
}
