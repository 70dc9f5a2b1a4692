package org.quotidian.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the JSON-LD of a page says of its article. The JSON may be as loose as browsers and search
 * engines accept it: with comments, trailing commas, line breaks in strings, or in CDATA.
 *
 * @param nodes those that may describe the article, those declared as articles first
 */
record LinkedData(List<JsonNode> nodes, Map<String, JsonNode> byId) {

  private static final int MOST_NODES = 5000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  /** The JSON without what hides it from browsers that do not know it: comments, CDATA. */
  private static final Pattern VALUE = Pattern.compile("[\\[{].*[]}]", Pattern.DOTALL);

  private static final Pattern ARTICLE = Pattern.compile("Article|Posting|Report\\b|LiveBlog");

  /** Descriptions of something else than the page: what is cited, sold, or said below it. */
  private static final Pattern OTHER =
      Pattern.compile("Comment|Review|Book|Movie|Product|Event|Organization|Person|Dataset");

  static LinkedData of(Document page) {
    List<JsonNode> nodes = new ArrayList<>();
    Map<String, JsonNode> byId = new HashMap<>();
    for (Element script : page.select("script[type*=ld+json]")) {
      Queue<JsonNode> open = new ArrayDeque<>(read(script.data()));
      while (!open.isEmpty() && nodes.size() < MOST_NODES) {
        JsonNode node = open.remove();
        if (node.isObject()) {
          nodes.add(node);
          if (node.hasNonNull("name") && node.hasNonNull("@id")) {
            byId.putIfAbsent(node.path("@id").asString(""), node);
          }
        }
        node.forEach(open::add);
      }
    }
    List<JsonNode> ofArticle =
        nodes.stream()
            .filter(node -> !OTHER.matcher(type(node)).find())
            .sorted(Comparator.comparing(node -> ARTICLE.matcher(type(node)).find() ? 0 : 1))
            .toList();
    return new LinkedData(ofArticle, byId);
  }

  private static List<JsonNode> read(String script) {
    Matcher value = VALUE.matcher(script.replace("<![CDATA[", "").replace("]]>", ""));
    String json = value.find() ? value.group() : "";
    for (String reading : List.of(json, Parser.unescapeEntities(json, false))) {
      try {
        return List.of(JSON.readTree(reading));
      } catch (JacksonException e) {
        continue; // the other metadata of the page is enough
      }
    }
    return List.of();
  }

  private static String type(JsonNode node) {
    return node.path("@type").toString();
  }

  private Stream<JsonNode> articles() {
    return nodes.stream().filter(node -> ARTICLE.matcher(type(node)).find());
  }

  /** The headlines of articles, the first first. */
  Stream<String> headlines() {
    return texts(articles(), "headline");
  }

  /** The whole text, which some pages give only here and show by a script; empty if not given. */
  String articleBody() {
    return texts(articles(), "articleBody").findFirst().orElse("");
  }

  /** The dates of publication of the article, then of the page, as they are written. */
  Stream<String> published() {
    return texts(nodes.stream(), "datePublished");
  }

  /** The names of the site and its publisher. */
  Stream<String> sites() {
    Stream<JsonNode> publishers = nodes.stream().map(node -> resolved(node.path("publisher")));
    Stream<JsonNode> sites = nodes.stream().filter(node -> type(node).contains("WebSite"));
    return texts(Stream.concat(publishers, sites), "name");
  }

  /**
   * The names of authors, in one list for each description of the article that has any.
   *
   * @param people whether only people, and no organisations
   */
  Stream<List<String>> authors(boolean people) {
    return nodes.stream()
        .map(node -> names(node.has("author") ? node.get("author") : node.path("creator"), people))
        .filter(names -> !names.isEmpty());
  }

  private List<String> names(JsonNode author, boolean people) {
    List<String> names = new ArrayList<>();
    for (JsonNode one : author.isArray() ? author : List.of(author)) {
      JsonNode known = resolved(one);
      boolean person = !type(known).contains("Organization") || type(known).contains("Person");
      String name = known.isString() ? known.asString() : known.path("name").asString("");
      if (!name.isBlank() && (person || !people)) {
        names.add(name);
      } else if (known.path("name").isArray()) {
        known.get("name").forEach(each -> names.add(each.asString("")));
      }
    }
    return names;
  }

  /** The node itself, or the one to which it refers by its identifier. */
  private JsonNode resolved(JsonNode node) {
    return node.has("name") ? node : byId.getOrDefault(node.path("@id").asString(""), node);
  }

  private static Stream<String> texts(Stream<JsonNode> nodes, String field) {
    return nodes
        .map(node -> node.path(field))
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .filter(text -> !text.isBlank());
  }
}
