package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import de.l3s.boilerpipe.sax.BoilerpipeHTMLContentHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.api.Test;
import org.quotidian.model.Section;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Compares ways to find the article of a page, on pages built like those of news sites, by the
 * words of the body found: F1, averaged over all pages.
 */
class HtmlExtractorsTest {

  private static final String MENU =
      "<ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li><li><a href='/s'>Sport</a></li>"
          + "<li><a href='/c'>Culture and society</a></li></ul>";
  private static final String TEASERS =
      "<h3>More news</h3><ul><li><a href='/1'>Two electric buses for the island from next spring</a></li>"
          + "<li><a href='/2'>Mayor wants fewer signs and more benches on the market square</a></li>"
          + "<li><a href='/3'>Fire brigade frees a swan from the lock for the third time</a></li></ul>";
  private static final String SUMMARIES =
      "<div class='item'><h3><a href='/4'>School gets its second gym</a></h3><p>The council has found the"
          + " money after all, and building is to begin before the summer holidays.</p></div><div"
          + " class='item'><h3><a href='/5'>Storm closes the coast road</a></h3><p>Trees lie across both"
          + " lanes between the lighthouse and the quarry, the police said.</p></div>";
  private static final String COMMENTS =
      "<div class='comment'><p>I have been saying this for years, and nobody at the town hall ever listened"
          + " to me or to anyone else in our street.</p></div><div class='comment'><p>Great news, well"
          + " done to all who helped, see you there next week with the children!</p></div>";

  /** Something that finds the words of an article in a page. */
  private interface Extractor {
    String text(String html) throws Exception;
  }

  private static final Map<String, Extractor> EXTRACTORS = new LinkedHashMap<>();

  static {
    EXTRACTORS.put("ours", HtmlExtractorsTest::ours);
    EXTRACTORS.put("Readability", HtmlExtractorsTest::readability);
    EXTRACTORS.put("boilerpipe", HtmlExtractorsTest::boilerpipe);
  }

  @Test
  void findsMoreOfTheArticleAndLessOfThePageThanEitherLibraryAlone() throws Exception {
    Map<String, Double> scores = scores(false);

    assertThat(scores.get("ours")).isGreaterThan(0.97);
    assertThat(scores.get("ours")).isGreaterThan(scores.get("Readability"));
    assertThat(scores.get("ours")).isGreaterThan(scores.get("boilerpipe"));
  }

  /** Prints the score of each page. */
  public static void main(String[] arguments) throws Exception {
    scores(true).forEach((name, f1) -> System.out.printf(Locale.ROOT, "%-12s %.3f%n", name, f1));
  }

  private static Map<String, Double> scores(boolean print) throws Exception {
    Map<String, Double> sums = new LinkedHashMap<>();
    int pages = 0;
    for (String language : List.of("vi", "en")) {
      List<String> article = resource(language + ".txt").lines().toList();
      String body = String.join(" ", article.subList(1, article.size()));
      for (Map.Entry<String, String> layout : layouts().entrySet()) {
        pages++;
        for (Map.Entry<String, Extractor> extractor : EXTRACTORS.entrySet()) {
          double f1 =
              f1(extractor.getValue().text(page(layout.getValue(), article)), body, article.get(0));
          sums.merge(extractor.getKey(), f1, Double::sum);
          if (print) {
            System.out.printf(
                Locale.ROOT,
                "%s %-12s %.2f %s%n",
                language,
                extractor.getKey(),
                f1,
                layout.getKey());
          }
        }
      }
    }
    double number = pages;
    sums.replaceAll((name, sum) -> sum / number);
    return sums;
  }

  private static String page(String layout, List<String> article) {
    List<String> body = article.subList(1, article.size());
    String related = "<div class='tin-lien-quan'>" + TEASERS + "</div>";
    List<String> half = new ArrayList<>(body.stream().map(p -> "<p>" + p + "</p>").toList());
    half.add(half.size() / 2, related);
    String html =
        layout
            .replace("{title}", article.get(0))
            .replace("{p:p:related}", String.join("\n", half))
            .replace("{p:p}", "<p>" + String.join("</p>\n<p>", body) + "</p>")
            .replace("{p:div}", "<div>" + String.join("</div>\n<div>", body) + "</div>")
            .replace(
                "{p:div-p}", "<div><p>" + String.join("</p></div>\n<div><p>", body) + "</p></div>")
            .replace("{p:br}", String.join("<br><br>\n", body))
            .replace("{menu}", MENU)
            .replace("{teasers}", TEASERS)
            .replace("{summaries}", SUMMARIES)
            .replace("{comments}", COMMENTS);
    return "<!DOCTYPE html><html><head><meta charset='utf-8'><title>"
        + article.get(0)
        + "</title></head><body>"
        + html
        + "</body></html>";
  }

  private static Map<String, String> layouts() throws IOException {
    Map<String, String> layouts = new LinkedHashMap<>();
    for (String part : resource("layouts.txt").split("(?m)^== ")) {
      if (!part.startsWith("#")) {
        String[] nameAndPage = part.split("\n", 2);
        layouts.put(nameAndPage[0], nameAndPage[1]);
      }
    }
    return layouts;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlExtractorsTest.class.getResourceAsStream("pages/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double f1(String found, String expected, String title) {
    Map<String, Integer> left = counts(expected);
    int right = 0;
    // Some leave the title in the text and some do not; neither counts against them.
    List<String> words = words(found.replace(title, " "));
    for (String word : words) {
      if (left.merge(word, -1, Integer::sum) >= 0) {
        right++;
      }
    }
    return right == 0 ? 0 : 2.0 * right / (words.size() + words(expected).size());
  }

  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    words(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String ours(String html) throws SourceException {
    ArticleText article = new HtmlPage(new TextDecoder()).read(html);
    return article.paragraphs().stream()
        .filter(p -> p.section() == Section.BODY)
        .map(p -> article.text().substring(p.start(), p.end()))
        .collect(Collectors.joining(" "));
  }

  private static String readability(String html) {
    Element content = new Readability4J("http://localhost/", html).parse().getArticleContent();
    return content == null ? "" : content.text();
  }

  private static String boilerpipe(String html) throws SAXException, BoilerpipeProcessingException {
    BoilerpipeHTMLContentHandler handler = new BoilerpipeHTMLContentHandler();
    handler.startDocument();
    NodeTraversor.traverse(new SaxEvents(handler), Jsoup.parse(html).child(0));
    handler.endDocument();
    return ArticleExtractor.INSTANCE.getText(handler.toTextDocument());
  }

  /** A page as the events that boilerpipe reads. */
  private record SaxEvents(BoilerpipeHTMLContentHandler handler) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      try {
        if (node instanceof TextNode text) {
          char[] characters = text.getWholeText().toCharArray();
          handler.characters(characters, 0, characters.length);
        } else if (node instanceof Element element) {
          String name = element.tagName().toUpperCase(Locale.ROOT);
          handler.startElement("", name, name, new AttributesImpl());
        }
      } catch (SAXException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.tagName().toUpperCase(Locale.ROOT);
        try {
          handler.endElement("", name, name);
        } catch (SAXException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
