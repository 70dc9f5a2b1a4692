package org.quotidian.source;

import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Reads a news item in NewsML-G2, the exchange standard of the IPTC: its metadata and its text,
 * which is XHTML, NITF or plain.
 */
final class NewsMlArticle {

  private NewsMlArticle() {}

  static ArticleText read(Element item) throws SourceException {
    String title = headline(item);
    return content(item, title).with(title, author(item), published(item));
  }

  private static ArticleText content(Element item, String title) throws SourceException {
    Element nitf = XmlTree.first(item, "nitf");
    if (nitf != null) {
      return NitfArticle.read(nitf);
    }
    Element page = XmlTree.first(item, "inlinexml");
    Element plain = XmlTree.first(item, "inlinedata");
    if (page != null) {
      Element body = XmlTree.first(page, "body");
      StructuredText text = new StructuredText(title);
      HtmlParagraphs.of(body == null ? page : body).forEach(p -> text.add(p.section(), p.text()));
      if (!text.hasNoBody()) {
        return text.articleText("", "");
      }
    }
    if (plain != null && !plain.wholeText().isBlank()) {
      return new RecordText(FieldNames.usual())
          .read(Map.of("title", title, "text", plain.wholeText()));
    }
    throw new SourceException("its contentSet contains no text");
  }

  private static String headline(Element item) {
    String headline = XmlTree.text(item, "headline");
    Element about = XmlTree.first(item, "itemmeta");
    return headline.isEmpty() && about != null ? XmlTree.text(about, "title") : headline;
  }

  private static String author(Element item) {
    Element about = XmlTree.first(item, "contentmeta");
    if (about == null) {
      return "";
    }
    String line = XmlTree.text(about, "by");
    if (!line.isEmpty()) {
      return NitfArticle.author(line);
    }
    Element creator = XmlTree.first(about, "creator");
    return creator == null ? "" : XmlTree.text(creator, "name");
  }

  private static String published(Element item) {
    return Stream.of("firstcreated", "contentcreated", "versioncreated")
        .map(name -> XmlTree.text(item, name))
        .filter(value -> !value.isBlank())
        .map(PublicationDate::ofMetadata)
        .findFirst()
        .orElse("");
  }

  /** Whether it is a picture, a video or a sound, and so not an article. */
  static boolean isOfAnotherKind(String itemClass) {
    return Stream.of("picture", "graphic", "video", "audio", "animation", "still")
        .anyMatch(itemClass::endsWith);
  }
}
