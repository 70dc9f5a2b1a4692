package org.quotidian.source;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.quotidian.source.HtmlParagraphs.HtmlParagraph;
import org.quotidian.source.HtmlParagraphs.Span;

/**
 * The paragraphs of a page, which of them are noise by the names or the style of the elements
 * around them, and how much of each part of the page is prose. Takes time in proportion to the
 * page.
 */
final class PageText {

  /**
   * An element with a larger share of the page's prose is no noise, whatever its name says: some
   * pages are one big form, or a "popup" that contains the article.
   */
  private static final double MOST_NOISE = 0.2;

  /** In characters without links. With fewer, a sentence is more often a button than prose. */
  private static final int SENTENCE = 25;

  /** In characters without links. So long a paragraph or heading is prose without a full stop. */
  private static final int LONG = 80;

  /** Characters of Chinese and Japanese say about as much as three of an alphabet. */
  private static final int IDEOGRAPH = 3;

  private static final String STOPS = ".!?…:。！？：؟।";
  private static final String CLOSING_MARKS = "\"'”’»」』)]";

  private final List<HtmlParagraph> paragraphs;
  private final Map<Element, Span> spans;
  private final Set<Element> noisy = new HashSet<>();
  private final boolean[] noise;
  private final boolean[] doubtful;
  private final int[] length; // sums of all paragraphs before, without noise; so the next two
  private final int[] linked;
  private final int[] prose;

  PageText(Element body) {
    HtmlParagraphs page = HtmlParagraphs.in(body);
    paragraphs = page.list();
    spans = page.spans();
    noise = new boolean[paragraphs.size()];
    doubtful = new boolean[paragraphs.size()];
    length = new int[paragraphs.size() + 1];
    linked = new int[paragraphs.size() + 1];
    prose = new int[paragraphs.size() + 1];
    sum();
    markNoise();
    sum();
  }

  private void sum() {
    for (int i = 0; i < paragraphs.size(); i++) {
      HtmlParagraph paragraph = paragraphs.get(i);
      boolean counts = !noise[i];
      length[i + 1] = length[i] + (counts ? size(paragraph.text()) : 0);
      linked[i + 1] =
          linked[i] + (counts ? Math.min(paragraph.linked(), size(paragraph.text())) : 0);
      prose[i + 1] = prose[i] + (counts && isProse(i) ? own(paragraph) : 0);
    }
  }

  private void markNoise() {
    int most = (int) (MOST_NOISE * prose[paragraphs.size()]);
    int end = 0; // of the last noise
    for (Map.Entry<Element, Span> entry : spans.entrySet()) {
      Span span = entry.getValue();
      if (!PageNames.NOISE.name(entry.getKey()) && !isHidden(entry.getKey())) {
        continue;
      }
      noisy.add(entry.getKey());
      boolean small = prose(span) <= most;
      for (int i = Math.max(end, span.start()); i < span.end(); i++) {
        noise[i] = small;
        doubtful[i] = true;
      }
      end = small ? Math.max(end, span.end()) : end;
    }
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
  }

  int size() {
    return paragraphs.size();
  }

  HtmlParagraph paragraph(int i) {
    return paragraphs.get(i);
  }

  /** The elements with at least a paragraph, in the order of the page. */
  Map<Element, Span> spans() {
    return spans;
  }

  /** Whether an element around it says that it is noise, also one that is too large for that. */
  boolean isDoubtful(int i) {
    return doubtful[i];
  }

  boolean isNoise(int i) {
    return noise[i];
  }

  /**
   * Whether an element says that it is no part of an article, even if it is too large for noise.
   */
  boolean isNoisy(Element element) {
    return noisy.contains(element);
  }

  /** Characters of all paragraphs that are not noise. */
  int length(Span span) {
    return length[span.end()] - length[span.start()];
  }

  /** Characters in links. */
  int linked(Span span) {
    return linked[span.end()] - linked[span.start()];
  }

  /** Characters of prose without its links. */
  int prose(Span span) {
    return prose[span.end()] - prose[span.start()];
  }

  /** Whether a paragraph is a sentence or long, and mostly no link. */
  boolean isProse(int i) {
    HtmlParagraph paragraph = paragraphs.get(i);
    int own = own(paragraph);
    return paragraph.section() == null
        && own > paragraph.linked()
        && (own >= LONG || (own >= SENTENCE && isSentence(i) && !isHeading(i)));
  }

  /** Whether it ends like a sentence, or introduces what follows. */
  boolean isSentence(int i) {
    String text = paragraphs.get(i).text();
    int last = text.length() - 1;
    while (last > 0 && CLOSING_MARKS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return STOPS.indexOf(text.charAt(last)) >= 0;
  }

  boolean isHeading(int i) {
    String name = paragraphs.get(i).block().normalName();
    return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
  }

  /** Characters of a paragraph that are not in links. */
  static int own(HtmlParagraph paragraph) {
    return size(paragraph.text()) - paragraph.linked();
  }

  private static int size(String text) {
    int size = text.length();
    for (int i = 0; i < text.length(); i++) {
      size += Character.isIdeographic(text.charAt(i)) ? IDEOGRAPH - 1 : 0;
    }
    return size;
  }
}
