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

  /** Elements that are never part of an article. */
  private static final String NOISE =
      "script, style, noscript, template, nav, button, iframe, svg, select, textarea, input,"
          + " [role=navigation]";

  private static final int DECLARATION = 4096; // bytes in which a page declares its encoding
  private static final Pattern CHARSET =
      Pattern.compile(
          "(?i)<(?:meta|\\?xml)[^>]{0,200}?(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)");

  private static final char REPLACEMENT = '\uFFFD';
  private static final int MOST_FLAWS = 100;

  private final TextDecoder decoder;

  HtmlPage(TextDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public ArticleText read(byte[] bytes) throws SourceException {
    String declared = declaredCharset(bytes);
    String damaged = "utf-8".equals(declared) ? damagedUtf8(bytes) : null;
    return read(damaged == null ? decoder.decode(bytes, declared).text() : damaged);
  }

  /**
   * A page that declares UTF-8, in which a few bytes are wrong, as browsers show it: with U+FFFD in
   * their place. Null if nothing is wrong, or so much that the declaration is.
   */
  private static @Nullable String damagedUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long flaws = text.chars().filter(c -> c == REPLACEMENT).count();
    long multiByte = text.chars().filter(c -> c >= 0x80 && c != REPLACEMENT).count();
    return flaws > 0 && flaws <= multiByte + 1 && flaws < MOST_FLAWS
        ? TextDecoder.normalized(text)
        : null;
  }

  ArticleText read(String html) throws SourceException {
    Document page = Jsoup.parse(html);
    HtmlMetadata metadata = HtmlMetadata.of(page);
    String told = HtmlMetadata.articleBody(page);
    page.select(NOISE).remove();
    StructuredText text = new StructuredText(metadata.title());
    paragraphs(page, told).forEach(p -> text.add(p.section(), p.text()));
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
