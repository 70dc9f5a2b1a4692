package org.quotidian.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page into which Europresse writes many articles. Each is an element whose parts have classes,
 * which are in {@code exports.txt}.
 */
final class EuropressePage {

  private static final Pattern NUMBER = ExportWords.line("europresse ends");

  private EuropressePage() {}

  /** The elements with an article; none if the page is another. */
  static List<Element> articles(Document page) {
    List<Element> articles = new ArrayList<>();
    for (Element source : page.select(selector("source"))) {
      Element article = source.closest("article, td, table");
      if (article != null && !articles.contains(article)) {
        articles.add(article);
      }
    }
    return articles;
  }

  /** The archive's number of an article; empty if there is none. */
  static String number(Element article) {
    String number = part(article, "number");
    for (String line : number.isEmpty() ? article.wholeText().split("\n") : new String[] {number}) {
      var matcher = NUMBER.matcher(line.strip());
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return "";
  }

  static ArticleText read(byte[] html) throws SourceException {
    Element article = Jsoup.parse(new String(html, StandardCharsets.UTF_8)).body();
    String title = part(article, "title");
    String author = part(article, "author");
    String medium = part(article, "source");
    String date = "";
    for (Element line : article.select(selector("date"))) {
      date = date.isEmpty() ? ExportWords.date(line.text().replaceFirst("[-–·].*", "")) : date;
    }
    Element text = article.selectFirst(selector("text"));
    List<String> lines = new ArrayList<>(List.of(medium, "", date, "", title, ""));
    HtmlParagraphs.of(text == null ? behindTitle(article) : text)
        .forEach(p -> lines.addAll(List.of(p.text().replaceAll("\\s+", " "), "")));
    ExportArticle parts = ExportArticle.of(NewsExport.Archive.EUROPRESSE, lines);
    return new ExportArticle(
            title, parts.medium(), date, author.isEmpty() ? parts.author() : author, parts.body())
        .articleText();
  }

  /** The article without the parts that were read. */
  private static Element behindTitle(Element article) {
    for (String part : List.of("source", "date", "title", "author", "number")) {
      article.select(selector(part)).remove();
    }
    article.select("aside, footer").remove();
    return article;
  }

  private static String part(Element article, String name) {
    Element part = article.selectFirst(selector(name));
    return part == null ? "" : part.text().strip();
  }

  private static String selector(String part) {
    return String.join(", ", ExportWords.entries("page " + part));
  }
}
