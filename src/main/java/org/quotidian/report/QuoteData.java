package org.quotidian.report;

import java.io.Writer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.quotidian.model.QuoteRow;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;

/**
 * The quotes in the report's table as JSON: an array of articles {@code {id, source, title, date,
 * page, quotes}}, in which each quote is an array {@code [number, type, words, speaker, speaker
 * type, confidence]}.
 */
final class QuoteData {

  private static final int MOST_WORDS = 600; // code points of a quote shown in the table

  private final JsonGenerator json;
  private final Predicate<String> hasPage;
  private String article = "";

  QuoteData(Writer out, Predicate<String> hasPage) {
    this.json =
        Script.JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
    this.hasPage = hasPage;
  }

  /**
   * @param quotes passes on the quotes, article by article
   */
  void write(Consumer<Consumer<QuoteRow>> quotes) {
    json.writeStartArray();
    quotes.accept(this::write);
    endArticle();
    json.writeEndArray();
    json.close();
  }

  private void write(QuoteRow quote) {
    if (!quote.articleId().equals(article)) {
      endArticle();
      beginArticle(quote);
    }
    json.writeStartArray();
    json.writeNumber(quote.quote() + 1);
    json.writeString(quote.type());
    json.writeString(ArticleView.shortened(quote.text(), MOST_WORDS));
    json.writeString(quote.canonicalSpeaker());
    json.writeString(quote.speakerType());
    json.writeNumber(Math.round(quote.confidence() * 100) / 100.0);
    json.writeEndArray();
  }

  private void beginArticle(QuoteRow quote) {
    article = quote.articleId();
    json.writeStartObject();
    json.writeStringProperty("id", article);
    json.writeStringProperty("source", quote.source());
    json.writeStringProperty("title", quote.title());
    json.writeStringProperty("date", quote.published());
    json.writeBooleanProperty("page", hasPage.test(article));
    json.writeArrayPropertyStart("quotes");
  }

  private void endArticle() {
    if (!article.isEmpty()) {
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
