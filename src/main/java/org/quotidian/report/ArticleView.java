package org.quotidian.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.StoredArticle;

/**
 * An article as its page shows it. The component names are those used in the template.
 *
 * @param heading the headline, which is not repeated among the paragraphs
 */
record ArticleView(
    String id,
    String title,
    String source,
    String record,
    String author,
    String published,
    String notes,
    String textLanguage,
    boolean inside,
    String back,
    Paragraph heading,
    List<Paragraph> paragraphs,
    List<Said> quotes) {

  private static final int MOST_WORDS = 160; // code points of a quote in the list

  record Paragraph(String section, List<MarkedText.Piece> pieces) {

    static Paragraph plain(String text) {
      return new Paragraph("title", List.of(MarkedText.Piece.plain(text)));
    }

    String text() {
      return pieces.stream().map(MarkedText.Piece::text).collect(Collectors.joining());
    }
  }

  /**
   * A quote in the list beside the text.
   *
   * @param number from 1
   * @param as the words that refer to the speaker, if they differ from the full name
   */
  record Said(
      int number,
      String type,
      String speaker,
      String as,
      String cue,
      String via,
      String words,
      String confidence) {}

  /**
   * @param inside whether the page is part of the report
   */
  static ArticleView of(StoredArticle stored, boolean inside) {
    ArticleRow article = stored.article();
    String title = title(article.title(), article.source());
    List<Paragraph> paragraphs = paragraphs(stored);
    boolean begins = !paragraphs.isEmpty() && paragraphs.get(0).text().strip().equals(title);
    return new ArticleView(
        article.articleId(),
        title,
        article.source(),
        article.record(),
        article.author(),
        article.published(),
        article.notes(),
        article.language().equals(Article.UNDETERMINED) ? "" : article.language(),
        inside,
        inside ? "#read" : "../report.html",
        begins ? paragraphs.get(0) : Paragraph.plain(title),
        begins ? paragraphs.subList(1, paragraphs.size()) : paragraphs,
        stored.quotes().stream().map(ArticleView::said).toList());
  }

  /** The title to show for an article: its headline, or its file name if it has none. */
  static String title(String title, String source) {
    return title.isBlank() ? source : title;
  }

  private static List<Paragraph> paragraphs(StoredArticle stored) {
    Map<Integer, List<SentenceRow>> byParagraph = new LinkedHashMap<>();
    for (SentenceRow sentence : stored.sentences()) {
      byParagraph.computeIfAbsent(sentence.paragraph(), p -> new ArrayList<>()).add(sentence);
    }
    MarkedText text = new MarkedText(stored);
    return byParagraph.values().stream()
        .map(
            sentences ->
                new Paragraph(
                    sentences.get(0).section(),
                    text.pieces(
                        sentences.get(0).start(), sentences.get(sentences.size() - 1).end())))
        .filter(paragraph -> !paragraph.pieces().isEmpty())
        .toList();
  }

  private static Said said(QuoteRow quote) {
    return new Said(
        quote.quote() + 1,
        quote.type(),
        quote.canonicalSpeaker(),
        quote.speaker().equals(quote.canonicalSpeaker()) ? "" : quote.speaker(),
        quote.cue(),
        quote.via(),
        shortened(quote.text(), MOST_WORDS),
        String.format(Locale.ROOT, "%.2f", quote.confidence()));
  }

  /**
   * @param most the maximum length in code points
   */
  static String shortened(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
