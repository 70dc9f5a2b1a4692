package org.quotidian.source;

import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an article in TEI, the format of the Text Encoding Initiative (P4 and P5). */
final class TeiArticle {

  private static final XmlParagraphs PARAGRAPHS =
      new XmlParagraphs(
          Set.of(
              "p",
              "ab",
              "head",
              "l",
              "lg",
              "div",
              "div1",
              "div2",
              "div3",
              "sp",
              "speaker",
              "list",
              "item",
              "opener",
              "closer",
              "byline",
              "dateline",
              "trailer",
              "figure",
              "u"),
          Set.of("figdesc"),
          Set.of());

  /** Notes by editors, and running heads. */
  private static final String NOT_THE_ARTICLE = "note, fw, graphic";

  private TeiArticle() {}

  static ArticleText read(Element tei) throws SourceException {
    Element header = XmlTree.first(tei, "teiheader");
    StructuredText text = new StructuredText(header == null ? "" : XmlTree.text(header, "title"));
    for (Element body : tei.getElementsByTag("body")) {
      body.select(NOT_THE_ARTICLE).remove();
      body.select("figure > head, figure > p").forEach(caption -> caption.tagName("figdesc"));
      PARAGRAPHS.of(body).forEach(p -> text.add(p.section(), p.text()));
    }
    if (text.hasNoBody()) {
      throw new SourceException("its body contains no text");
    }
    return text.articleText(header == null ? "" : author(header), published(header));
  }

  private static String author(Element header) {
    Element statement = XmlTree.first(header, "titlestmt");
    return statement == null
        ? ""
        : String.join(", ", statement.getElementsByTag("author").eachText());
  }

  /** The date of the source, if given; the edition is often years younger. */
  private static String published(@Nullable Element header) {
    if (header == null) {
      return "";
    }
    return Stream.of("sourcedesc", "publicationstmt")
        .map(name -> XmlTree.first(header, name))
        .map(part -> part == null ? null : XmlTree.first(part, "date"))
        .map(TeiArticle::date)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String date(@Nullable Element date) {
    if (date == null) {
      return "";
    }
    String when = date.attr("when").isEmpty() ? date.attr("value") : date.attr("when");
    return PublicationDate.ofMetadata(when.isEmpty() ? date.text() : when);
  }
}
