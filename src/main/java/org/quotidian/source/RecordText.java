package org.quotidian.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

/** Reads an article from a record with named fields. The text may be plain or HTML. */
final class RecordText {

  private static final Pattern MARKUP =
      Pattern.compile("(?i)<(?:p|br|div|h[1-6]|li|figure)\\b[^>]{0,300}>");
  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(?:\\.\\d+)?");
  private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");

  private final FieldNames names;
  private final PlainText plainText = new PlainText();

  RecordText(FieldNames names) {
    this.names = names;
  }

  /**
   * @param record values by plain name
   * @throws SourceException if no field is known to contain the text
   */
  ArticleText read(Map<String, String> record) throws SourceException {
    String text = names.value(FieldNames.Field.TEXT, record);
    if (text.isEmpty()) {
      throw new SourceException(
          "no field is known to contain the text; there are: "
              + String.join(", ", record.keySet().stream().limit(30).toList()));
    }
    String title = names.value(FieldNames.Field.TITLE, record);
    String lead = names.value(FieldNames.Field.LEAD, record);
    ArticleText article =
        MARKUP.matcher(text).find() ? html(title, lead, text) : plain(title, lead, text);
    return article.with(
        title.strip(),
        names.value(FieldNames.Field.AUTHOR, record).strip(),
        published(names.value(FieldNames.Field.PUBLISHED, record).strip()));
  }

  private static ArticleText html(String title, String lead, String html) {
    StructuredText text = new StructuredText(title);
    text.add(null, Jsoup.parseBodyFragment(lead).text());
    HtmlParagraphs.of(Jsoup.parseBodyFragment(html).body())
        .forEach(p -> text.add(p.section(), p.text()));
    return text.articleText("", "");
  }

  private ArticleText plain(String title, String lead, String body) {
    String text = TextDecoder.normalized(body).strip();
    String heading = TextDecoder.normalized(title).replaceAll("\\s+", " ").strip();
    List<String> parts = new ArrayList<>();
    boolean titleInText =
        text.toLowerCase(Locale.ROOT).startsWith(heading.toLowerCase(Locale.ROOT));
    if (!heading.isEmpty() && !titleInText) {
      parts.add(heading);
    }
    String first = TextDecoder.normalized(lead).strip();
    if (!first.isEmpty() && !text.contains(first)) {
      parts.add(first);
    }
    parts.add(text);
    ArticleText told = plainText.read(String.join("\n\n", parts));
    return heading.isEmpty() || titleInText ? told : titled(told);
  }

  /**
   * Makes the first paragraph, and no other, the title, because that is what the record's field
   * says.
   */
  private static ArticleText titled(ArticleText told) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Paragraph p : told.paragraphs()) {
      Section section = p.section() == Section.TITLE ? Section.BODY : p.section();
      paragraphs.add(
          new Paragraph(paragraphs.isEmpty() ? Section.TITLE : section, p.start(), p.end()));
    }
    return new ArticleText(told.text(), told.title(), told.author(), told.published(), paragraphs);
  }

  private static String published(String value) {
    try {
      if (SECONDS.matcher(value).matches()) {
        return Instant.ofEpochSecond((long) Double.parseDouble(value)).toString();
      }
      if (MILLISECONDS.matcher(value).matches()) {
        return Instant.ofEpochMilli(Long.parseLong(value)).toString();
      }
    } catch (DateTimeException e) {
      return "";
    }
    return value.isEmpty() ? "" : PublicationDate.ofMetadata(value);
  }
}
