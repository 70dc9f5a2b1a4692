package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.QuoteRow;

/** The rankings of names are tested in {@link ViewsTest}, with the views that they must match. */
class CorpusStatisticsTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private CorpusStatistics statistics(String corpus) {
      return new CorpusStatistics(client, corpus);
    }

    private static QuoteRow quote(
        Run run, String source, int number, String type, double confidence) {
      QuoteRow quote = quote(id(run, source), source, number, 4);
      return new QuoteRow(
          quote.articleId(),
          source,
          "",
          "",
          number,
          type,
          0,
          0,
          1,
          "",
          "",
          quote.speaker(),
          0,
          1,
          quote.canonicalSpeaker(),
          "PERSON",
          "",
          null,
          null,
          "",
          confidence);
    }

    private void writeQuotes(Run run, String source, QuoteRow... quotes) {
      ArticleRows rows = rows(run, source);
      store.write(
          run,
          List.of(
              new ArticleRows(
                  rows.article(),
                  1,
                  "a note",
                  "",
                  rows.sentences(),
                  rows.entities(),
                  List.of(quotes))),
          List.of(),
          DONE,
          FAILED);
    }

    @Test
    void anEmptyCorpusHasNothingToCount() {
      CorpusStatistics none = statistics("none");

      assertThat(none.rows())
          .containsExactly(
              Map.entry("articles", 0),
              Map.entry("sentences", 0),
              Map.entry("entities", 0),
              Map.entry("quotes", 0),
              Map.entry("failures", 0));
      assertThat(none.languages()).isEmpty();
      assertThat(none.failures()).isEmpty();
      assertThat(none.duplicates()).isZero();
      assertThat(none.notes()).isZero();
      assertThat(none.mostQuoted(List.of("PERSON"), 9)).isEmpty();
    }

    @Test
    void articlesWithNotesAreCounted() {
      Run run = begin("news");
      write(run, "without");
      writeQuotes(run, "with");

      assertThat(statistics("news").notes()).isEqualTo(1);
    }

    @Test
    void rowsAreCountedForOneCorpusWithoutWhatIsLeftOut() {
      Run run = begin("news");
      write(run, "a", "b", "c");
      fail(run, "d", "e");
      write(begin("other"), "a");
      client
          .sql("update article set skipped = true, duplicate_of = ? where article_id = ?")
          .params(id(run, "a"), id(run, "b"))
          .update();

      assertThat(statistics("news").rows())
          .containsExactly(
              Map.entry("articles", 3),
              Map.entry("sentences", 2),
              Map.entry("entities", 2),
              Map.entry("quotes", 2),
              Map.entry("failures", 2));
      assertThat(statistics("news").duplicates()).isEqualTo(1);
      assertThat(statistics("other").duplicates()).isZero();
      assertThat(statistics("news").languages()).containsExactly(Map.entry("en", 3));
      assertThat(statistics("news").quoteTypes()).containsExactly(Map.entry("direct", 2));
      assertThat(statistics("news").failures())
          .containsExactly(new CorpusStatistics.Failures("read", "TooLarge", 2));
    }

    @Test
    void typesComeMostFirst() {
      Run run = begin("news");
      writeQuotes(run, "a", quote(run, "a", 0, "mixed", 1), quote(run, "a", 1, "indirect", 1));
      writeQuotes(run, "b", quote(run, "b", 0, "direct", 1), quote(run, "b", 1, "indirect", 1));

      assertThat(statistics("news").quoteTypes())
          .containsExactly(Map.entry("indirect", 2), Map.entry("direct", 1), Map.entry("mixed", 1));
      assertThat(statistics("news").mostQuoted(List.of("PERSON"), 9))
          .containsExactly(new CorpusStatistics.Source("Mira Holt", "PERSON", 1, 1, 2, 2));
      assertThat(statistics("news").mostQuoted(List.of("LOCATION", "ORGANIZATION"), 9)).isEmpty();
      assertThat(statistics("news").mostNamed("PERSON", 9))
          .containsExactly(new CorpusStatistics.Name("Mira Holt", 2, 2));
    }

    @Test
    void confidenceIsCountedInTenths() {
      Run run = begin("news");
      double[] confidences = {0, 0.09, 0.1, 0.3, 0.29999999999999998, 0.95, 1};
      QuoteRow[] quotes = new QuoteRow[confidences.length];
      for (int i = 0; i < quotes.length; i++) {
        quotes[i] = quote(run, "a", i, "direct", confidences[i]);
      }
      writeQuotes(run, "a", quotes);

      assertThat(statistics("news").confidenceTenths())
          .containsExactly(Map.entry(0, 2), Map.entry(1, 1), Map.entry(3, 2), Map.entry(9, 2));
    }
  }
}
