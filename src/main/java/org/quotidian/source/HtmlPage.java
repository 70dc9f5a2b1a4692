package org.quotidian.source;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web page. The article is the element that the page marks as such ({@code articleBody},
 * {@code <article>}, {@code <main>}), or else the part that Mozilla's Readability finds. Nothing is
 * loaded from the network.
 */
final class HtmlPage implements Format {

  /** Elements that are never part of an article. */
  private static final String NOISE =
      "script, style, noscript, template, nav, button, iframe, svg, select, textarea, input,"
          + " [role=navigation]";

  /** Elements that are rarely part of an article. Some pages, though, are one big form. */
  private static final String LIKELY_NOISE =
      "aside, form, footer, [hidden], [aria-hidden=true], [role=complementary],"
          + " [class~=(?i)(^|\\s)(comments?|related|share|social|breadcrumbs?|newsletter|promo)([-_]\\w+)*(\\s|$)],"
          + " [id~=(?i)^(comments?|related|share|social|breadcrumbs?|newsletter|promo)([-_]\\w+)*$]";

  /** An element with a larger share of the page's paragraph text is kept. */
  private static final double MOST_NOISE = 0.3;

  private static final String MARKED = "[itemprop~=\\barticleBody\\b], article, main, [role=main]";

  /**
   * The least share of the page's paragraph text that a marked element must contain to be the
   * article.
   */
  private static final double LEAST_SHARE = 0.5;

  /** With more elements, Readability takes seconds; measured on generated pages. */
  private static final int MOST_ELEMENTS = 10_000;

  private static final int MOST_DEPTH = 250;

  private static final String NUMBER = "data-quotidian";

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
    return read(decoder.decode(bytes, declaredCharset(bytes)).text());
  }

  ArticleText read(String html) throws SourceException {
    Document page = Jsoup.parse(html);
    HtmlMetadata metadata = HtmlMetadata.of(page);
    removeNoise(page);
    StructuredText text = new StructuredText(metadata.title());
    HtmlParagraphs.of(article(page, html)).forEach(p -> text.add(p.section(), p.text()));
    if (text.hasNoBody()) {
      throw new SourceException("no article text was found on the page");
    }
    return text.articleText(metadata.author(), metadata.published());
  }

  private static void removeNoise(Document page) {
    page.select(NOISE).remove();
    int all = paragraphText(page);
    for (Element element : page.select(LIKELY_NOISE)) {
      if (element.hasParent() && paragraphText(element) <= MOST_NOISE * all) {
        element.remove();
      }
    }
  }

  private static Element article(Document page, String html) {
    int all = paragraphText(page);
    Optional<Element> marked =
        page.select(MARKED).stream()
            .filter(element -> paragraphText(element) >= LEAST_SHARE * all)
            .min(Comparator.comparingInt(HtmlPage::size));
    if (all > 0 && marked.isPresent()) {
      return marked.get();
    }
    Element readable = isModest(page) ? readable(page, html) : null;
    return readable == null ? page.body() : readable;
  }

  /**
   * The element of the page that contains the text found by Readability. Readability is used only
   * to find the place, because the text it returns has lost content around line breaks.
   *
   * <p>Readability removes elements, so it gets a page of its own, parsed again. A clone would not
   * do: jsoup's clone shares the lists of child elements with the original until they are garbage
   * collected, so the original would lose elements in some runs and not in others.
   */
  private static @Nullable Element readable(Document page, String html) {
    Document copy = Jsoup.parse(html);
    removeNoise(copy);
    Elements numbered = copy.getAllElements();
    for (int i = 0; i < numbered.size(); i++) {
      numbered.get(i).attr(NUMBER, String.valueOf(i));
    }
    // The address only serves to complete links; none is opened.
    Element content = new Readability4J("http://localhost/", copy).parse().getArticleContent();
    if (content == null) {
      return null;
    }
    Elements all = page.getAllElements();
    Element common = null;
    for (Element found : content.select("p[" + NUMBER + "]")) {
      Element original = all.get(Integer.parseInt(found.attr(NUMBER)));
      common = common == null ? original.parent() : commonAncestor(common, original);
    }
    return common;
  }

  private static Element commonAncestor(Element a, Element b) {
    Element ancestor = a;
    while (ancestor.parent() != null && !b.parents().contains(ancestor)) {
      ancestor = ancestor.parent();
    }
    return ancestor;
  }

  private static boolean isModest(Document page) {
    int elements = 0;
    for (Element element : page.getAllElements()) {
      boolean leaf = element.childrenSize() == 0;
      if (++elements > MOST_ELEMENTS || (leaf && element.parents().size() > MOST_DEPTH)) {
        return false;
      }
    }
    return true;
  }

  private static int paragraphText(Element element) {
    return element.select("p").stream().mapToInt(p -> p.wholeOwnText().length()).sum();
  }

  private static int size(Element element) {
    return element.getAllElements().size();
  }

  static @Nullable String declaredCharset(byte[] bytes) {
    int length = Math.min(DECLARATION, bytes.length);
    Matcher matcher = CHARSET.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
  }
}
