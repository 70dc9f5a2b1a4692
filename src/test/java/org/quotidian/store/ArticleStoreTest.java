package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.StoredArticle;
import org.quotidian.store.LineStore.ItemLines;
import org.quotidian.store.LineStore.Lines;

class ArticleStoreTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private List<StoredArticle> stored(String corpus) {
      List<StoredArticle> stored = new ArrayList<>();
      new CorpusRows(client, corpus).stored(stored::add);
      return stored;
    }

    @Test
    void rowsAreReadBackAsTheyWereWritten() {
      Run run = begin("news");
      ArticleRows rows = rows(run, "tin tức/a.txt", "Bà Lê Thị Hoa nói: “Đúng.” 🙂");
      List<QuoteRow> quotes =
          List.of(
              quote(rows.article().id(), "tin tức/a.txt", 0, 14),
              quote(rows.article().id(), "tin tức/a.txt", 1, null));
      rows =
          new ArticleRows(
              rows.article(), 27, "a note", "signature", rows.sentences(), rows.entities(), quotes);

      store.write(run, List.of(rows), List.of(), DONE, FAILED);

      StoredArticle stored = stored("news").get(0);
      ArticleRow row = stored.article();
      assertThat(row)
          .isEqualTo(
              new ArticleRow(
                  rows.article().id(),
                  "tin tức/a.txt",
                  "",
                  "A title",
                  "An author",
                  "2026-05-04",
                  "en",
                  27,
                  1,
                  1,
                  2,
                  "tin tức/a.txt",
                  "",
                  run.runId(),
                  row.extractedAt(),
                  "a note"));
      assertThat(row.extractedAt())
          .isCloseTo(
              Instant.now(),
              new TemporalUnitWithinOffset(60, java.time.temporal.ChronoUnit.SECONDS));
      assertThat(stored.text()).isEqualTo(rows.article().text());
      assertThat(stored.sentences()).isEqualTo(rows.sentences());
      assertThat(stored.entities()).isEqualTo(rows.entities());
      assertThat(stored.quotes()).isEqualTo(quotes);
    }

    @Test
    void rowsThatAreWrittenAgainReplaceTheOldOnes() {
      write(begin("news"), "a", "b");
      Run second = begin("news");
      ArticleRows without = rows(second, "a", "Nobody speaks.");
      without =
          new ArticleRows(
              without.article(), 14, "", "other", without.sentences(), List.of(), List.of());

      store.write(second, List.of(without), List.of(), DONE, FAILED);

      assertThat(stored("news"))
          .filteredOn(article -> article.article().runId() == second.runId())
          .singleElement()
          .satisfies(
              article -> {
                assertThat(article.text()).isEqualTo("Nobody speaks.");
                assertThat(article.quotes()).isEmpty();
              });
      assertThat(List.of(count("article"), count("sentence"), count("quote"), count("signature")))
          .containsExactly(2, 2, 1, 2);
    }

    @Test
    void anArticleThatFailsLosesItsRows() {
      Run run = begin("news");
      write(run, "a", "b");

      fail(run, "a");

      assertThat(stored("news"))
          .extracting(article -> article.article().source())
          .containsExactly("b");
      assertThat(ledger.entries(List.of(id(run, "a"))).values())
          .extracting(Ledger.Entry::status)
          .containsExactly("FAILED");
      assertThat(count("sentence") + count("entity") + count("quote")).isEqualTo(3);
    }

    @Test
    void rowsAndLedgerAreWrittenTogetherOrNotAtAll() {
      Run run = begin("news");
      assertThatThrownBy(
              () ->
                  inTransaction(
                      () -> {
                        write(run, "a");
                        throw new IllegalStateException("killed");
                      }))
          .hasMessage("killed");

      assertThat(count("article") + count("ledger") + count("quote")).isZero();
    }

    @Test
    void theLedgerKeepsWhichLinesTheRowsWereMadeWithout() {
      Run run = begin("news");
      find(run, "a", "b", "c");
      manifest.freeze(run.runId(), List.of(new ItemLines(0, "3"), new ItemLines(1, "7")));

      write(run, "a", "c", "in no manifest");
      fail(run, "b");

      assertThat(
              client
                  .sql("select source || ' ' || repeated from ledger order by source")
                  .query(String.class)
                  .list())
          .containsExactly("a 3", "b 7", "c ", "in no manifest ");
    }

    @Test
    void whatIsRemovedLeavesNothingBehindAndOthersAlone() {
      Run run = begin("news");
      find(run, "a", "b", "c");
      write(run, "a", "b");
      fail(run, "c");
      new Sightings(jdbc, transactions()).note(run);
      new LineStore(jdbc)
          .write("news", "f", List.of(lines(run, "a"), lines(run, "b"), lines(run, "c")));

      store.remove(List.of(id(run, "a"), id(run, "c"), "unheard of"));
      store.remove(List.of());

      for (String table :
          List.of(
              "article",
              "sentence",
              "entity",
              "quote",
              "signature",
              "ledger",
              "sighting",
              "short_lines")) {
        assertThat(client.sql("select article_id from " + table).query(String.class).list())
            .as(table)
            .containsExactly(id(run, "b"));
      }
    }

    private static Lines lines(Run run, String source) {
      return new Lines(id(run, source), source, "1");
    }
  }
}
