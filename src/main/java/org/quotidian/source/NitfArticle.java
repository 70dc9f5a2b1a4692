package org.quotidian.source;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Section;

/** Reads NITF, the News Industry Text Format of the IPTC (versions 2 and 3). */
final class NitfArticle {

  private static final XmlParagraphs PARAGRAPHS =
      new XmlParagraphs(
          Set.of(
              "p",
              "block",
              "hl2",
              "abstract",
              "li",
              "ul",
              "ol",
              "tr",
              "table",
              "media",
              "bq",
              "pre",
              "tagline",
              "copyrite",
              "nitf-table",
              "hr",
              "note"),
          Set.of("media-caption"),
          Set.of());

  private static final String ABOUT_PICTURES =
      "media-producer, media-metadata, media-reference, media-object";

  private static final Pattern BASIC_ISO =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(?:\\d{2})?(Z|[+-]\\d{4})?)?");

  private NitfArticle() {}

  static ArticleText read(Element nitf) throws SourceException {
    nitf.select(ABOUT_PICTURES).remove();
    Element head = XmlTree.first(nitf, "body.head");
    Element content = XmlTree.first(nitf, "body.content");
    String headline = XmlTree.text(nitf, "hl1");
    StructuredText text =
        new StructuredText(headline.isEmpty() ? XmlTree.text(nitf, "title") : headline);
    if (head != null) {
      head.getElementsByTag("hl2").forEach(e -> text.add(null, e.text()));
      byLines(head).forEach(e -> text.add(Section.BOILERPLATE, e.text()));
      head.getElementsByTag("dateline").forEach(e -> text.add(Section.BOILERPLATE, e.text()));
      head.getElementsByTag("abstract").forEach(e -> add(text, e));
    }
    add(text, withoutDouble(content));
    add(text, XmlTree.first(nitf, "body.end"));
    if (text.hasNoBody()) {
      throw new SourceException("its body.content contains no text");
    }
    return text.articleText(author(head), published(nitf));
  }

  private static void add(StructuredText text, @Nullable Element element) {
    if (element != null) {
      PARAGRAPHS.of(element).forEach(p -> text.add(p.section(), p.text()));
    }
  }

  /**
   * The content without the copy of its first paragraphs that archives add as a block of class
   * lead_paragraph.
   */
  private static @Nullable Element withoutDouble(@Nullable Element content) {
    if (content != null && content.selectFirst("block[class=full_text]") != null) {
      content.select("block[class=lead_paragraph]").remove();
    }
    return content;
  }

  /** The by-line as printed. Archives also add a normalised one. */
  private static List<Element> byLines(Element head) {
    List<Element> lines = head.getElementsByTag("byline");
    return lines.size() < 2 ? lines : lines.subList(0, 1);
  }

  private static String author(@Nullable Element head) {
    List<Element> lines = head == null ? List.of() : byLines(head);
    if (lines.isEmpty()) {
      return "";
    }
    List<String> people = lines.get(0).getElementsByTag("person").eachText();
    return people.isEmpty() ? author(lines.get(0).text()) : String.join(", ", people);
  }

  /** The names in a by-line, or the line unchanged. */
  static String author(String line) {
    ByLine byLine = ByLine.plain(Block.of(line, 0, line.length(), 0));
    return byLine == null || byLine.author().isEmpty() ? line : byLine.author();
  }

  private static String published(Element nitf) {
    return Stream.of(
            XmlTree.attribute(nitf, "date.release", "norm"),
            XmlTree.attribute(nitf, "date.issue", "norm"),
            XmlTree.attribute(nitf, "pubdata", "date.publication"),
            XmlTree.attribute(nitf, "story.date", "norm"))
        .filter(value -> !value.isBlank())
        .map(NitfArticle::date)
        .findFirst()
        .orElse("");
  }

  /** Adds the punctuation of ISO 8601 to a date such as {@code 20190314T080000+0700}. */
  private static String date(String value) {
    String marked =
        BASIC_ISO
            .matcher(value.strip())
            .replaceFirst(
                m ->
                    m.group(1)
                        + "-"
                        + m.group(2)
                        + "-"
                        + m.group(3)
                        + (m.group(4) == null ? "" : "T" + m.group(4) + ":" + m.group(5))
                        + (m.group(6) == null ? "" : m.group(6)));
    return PublicationDate.ofMetadata(marked);
  }
}
