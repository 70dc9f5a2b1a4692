package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metadata of a page, from JSON-LD, OpenGraph, {@code <meta>} and {@code <time>}, in this
 * order.
 *
 * @param title empty when the page does not give it, like the others
 * @param published ISO 8601
 */
record HtmlMetadata(String title, String author, String published) {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final List<String> DATES =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "datePublished",
          "pubdate",
          "publishdate",
          "publish-date",
          "date",
          "dc.date",
          "dc.date.issued",
          "dcterms.created",
          "parsely-pub-date",
          "sailthru.date");

  private static final List<String> AUTHORS =
      List.of("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author");

  static HtmlMetadata of(Document page) {
    JsonNode article = linkedData(page);
    String title =
        first(string(article, "headline"), meta(page, List.of("og:title", "twitter:title")));
    String heading = text(page, "h1");
    // Titles in metadata often end with the name of the site.
    boolean sameButShorter = !heading.isEmpty() && (title.isEmpty() || title.startsWith(heading));
    return new HtmlMetadata(
        first(sameButShorter ? heading : title, heading, page.title()),
        first(
            author(article),
            meta(page, AUTHORS),
            text(page, "[rel=author], [itemprop~=author] [itemprop~=name]")),
        date(first(string(article, "datePublished"), meta(page, DATES), time(page))));
  }

  /** The whole text, which some pages give only here and show by a script; empty if not given. */
  static String articleBody(Document page) {
    return first(string(linkedData(page), "articleBody"));
  }

  private static String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate.strip();
      }
    }
    return "";
  }

  private static String date(String value) {
    return value.isEmpty() ? "" : PublicationDate.ofMetadata(value);
  }

  private static String meta(Document page, List<String> names) {
    for (String name : names) {
      for (Element element : page.select("meta[content]")) {
        String key =
            first(element.attr("property"), element.attr("name"), element.attr("itemprop"));
        String content = element.attr("content");
        if (key.equalsIgnoreCase(name) && !content.isBlank() && !content.startsWith("http")) {
          return content;
        }
      }
    }
    return "";
  }

  private static String text(Document page, String selector) {
    Element element = page.selectFirst(selector);
    return element == null ? "" : element.text();
  }

  private static String time(Document page) {
    Element element = page.selectFirst("time[datetime]");
    return element == null ? "" : element.attr("datetime");
  }

  private static @Nullable JsonNode linkedData(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        JsonNode found = article(JSON.readTree(script.data()), 0);
        if (found != null) {
          return found;
        }
      } catch (JacksonException e) {
        continue; // many pages have broken JSON; the other metadata is enough
      }
    }
    return null;
  }

  /** The first node that is declared as an article, also inside lists and graphs. */
  private static @Nullable JsonNode article(JsonNode node, int depth) {
    if (depth > 3) {
      return null;
    }
    if (node.isObject()) {
      String type = node.path("@type").toString();
      if (type.contains("Article") || type.contains("BlogPosting")) {
        return node;
      }
      return article(node.path("@graph"), depth + 1);
    }
    for (JsonNode child : node) {
      JsonNode found = article(child, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String string(@Nullable JsonNode node, String field) {
    JsonNode value = node == null ? null : node.get(field);
    return value != null && value.isString() ? value.stringValue() : null;
  }

  private static @Nullable String author(@Nullable JsonNode article) {
    JsonNode author = article == null ? null : article.get("author");
    if (author == null) {
      return null;
    }
    List<JsonNode> authors = new ArrayList<>();
    if (author.isArray()) {
      author.forEach(authors::add);
    } else {
      authors.add(author);
    }
    return authors.stream()
        .map(one -> one.isString() ? one.stringValue() : string(one, "name"))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
