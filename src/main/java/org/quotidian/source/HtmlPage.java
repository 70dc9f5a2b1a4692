package org.quotidian.source;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.quotidian.source.HtmlParagraphs.HtmlParagraph;

/** Reads a web page: what it says about itself, and its {@link MainText}. Nothing is loaded. */
final class HtmlPage implements Format {

  private static final String NOISE = PageNames.neverText() + ", [role=navigation]";

  private static final int DECLARATION = 4096; // bytes in which a page declares its encoding
  private static final Pattern CHARSET =
      Pattern.compile(
          "(?i)<(?:meta|\\?xml)[^>]{0,200}?(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)");

  private final TextDecoder decoder;

  HtmlPage(TextDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public ArticleText read(byte[] bytes) throws SourceException {
    String declared = declaredCharset(bytes);
    return read(decoder.decode(bytes, declared).text());
  }

  ArticleText read(String html) throws SourceException {
    Document page = Jsoup.parse(html);
    LinkedData data = LinkedData.of(page);
    HtmlMetadata metadata = HtmlMetadata.of(page, data);
    page.select(NOISE).remove();
    StructuredText text = new StructuredText(metadata.title());
    paragraphs(page, data.articleBody()).forEach(p -> text.add(p.section(), p.text()));
    if (text.hasNoBody()) {
      throw new SourceException("no article text was found on the page");
    }
    return text.articleText(metadata.author(), metadata.published());
  }

  /** What the page shows, or what its metadata tell if that is more than twice as long. */
  private static List<HtmlParagraph> paragraphs(Document page, String told) {
    List<HtmlParagraph> shown = MainText.of(page);
    int length =
        shown.stream().filter(p -> p.section() == null).mapToInt(p -> p.text().length()).sum();
    if (told.length() <= 2 * length) {
      return shown;
    }
    String html =
        told.contains("<p")
            ? told
            : told.lines().map(line -> "<p>" + Entities.escape(line)).collect(joining());
    return HtmlParagraphs.of(Jsoup.parseBodyFragment(html).body());
  }

  static @Nullable String declaredCharset(byte[] bytes) {
    int length = Math.min(DECLARATION, bytes.length);
    Matcher matcher = CHARSET.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
  }
}
