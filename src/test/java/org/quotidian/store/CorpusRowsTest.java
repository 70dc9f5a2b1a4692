package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.StoredArticle;

class CorpusRowsTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private CorpusRows rows() {
      return new CorpusRows(client, "news");
    }

    private static <T> List<T> all(Consumer<Consumer<T>> reading) {
      List<T> all = new ArrayList<>();
      reading.accept(all::add);
      return all;
    }

    private static <T> List<T> first(int most, BiConsumer<Integer, Consumer<T>> reading) {
      return all(each -> reading.accept(most, each));
    }

    /** More articles than fit on a page, between those of another corpus. */
    private List<String> writeMany() {
      write(begin("other"), sources(150));
      Run run = begin("news");
      write(run, sources(250));
      fail(run, "failed");
      return IntStream.range(0, 250).mapToObj(i -> id(run, "a" + i)).sorted().toList();
    }

    private static String[] sources(int number) {
      return IntStream.range(0, number).mapToObj(i -> "a" + i).toArray(String[]::new);
    }

    @Test
    void everyRowOfTheCorpusComesOnceInTheOrderOfArticles() {
      List<String> ids = writeMany();

      assertThat(all(rows()::articles)).extracting(ArticleRow::articleId).isEqualTo(ids);
      assertThat(all(rows()::sentences)).extracting(SentenceRow::articleId).isEqualTo(ids);
      assertThat(all(rows()::entities)).extracting(EntityRow::articleId).isEqualTo(ids);
      assertThat(all(rows()::quotes)).extracting(QuoteRow::articleId).isEqualTo(ids);
      assertThat(all(rows()::stored))
          .extracting(stored -> stored.article().articleId())
          .isEqualTo(ids);
      assertThat(all(rows()::failures)).extracting(FailureRow::source).containsExactly("failed");
      assertThat(all(new CorpusRows(client, "empty")::stored)).isEmpty();
    }

    @Test
    void rowsOfAnArticleComeByTheirPosition() {
      Run run = begin("news");
      String id = id(run, "a");
      ArticleRows written = rows(run, "a");
      store.write(
          run,
          List.of(
              new ArticleRows(
                  written.article(),
                  20,
                  "",
                  "",
                  IntStream.of(2, 0, 10, 1)
                      .mapToObj(i -> new SentenceRow(id, "a", i, 0, "body", i, i, ""))
                      .toList(),
                  IntStream.of(2, 0, 10, 1)
                      .mapToObj(i -> new EntityRow(id, "a", 0, i, "DATE", i, i, "", "", ""))
                      .toList(),
                  IntStream.of(2, 0, 10, 1).mapToObj(i -> quote(id, "a", i, null)).toList())),
          List.of(),
          DONE,
          FAILED);

      StoredArticle stored = all(rows()::stored).get(0);
      assertThat(stored.sentences()).extracting(SentenceRow::sentence).containsExactly(0, 1, 2, 10);
      assertThat(stored.entities()).extracting(EntityRow::entity).containsExactly(0, 1, 2, 10);
      assertThat(stored.quotes()).extracting(QuoteRow::quote).containsExactly(0, 1, 2, 10);
    }

    @Test
    void theFirstAreAsManyAsAreWanted() {
      List<String> ids = writeMany();

      assertThat(first(130, rows()::firstQuotes))
          .extracting(QuoteRow::articleId)
          .isEqualTo(ids.subList(0, 130));
      assertThat(first(3, rows()::firstStored))
          .extracting(stored -> stored.article().articleId())
          .isEqualTo(ids.subList(0, 3));
      assertThat(first(9, rows()::firstFailures)).hasSize(1);
      assertThat(first(0, rows()::firstFailures)).isEmpty();
    }

    @Test
    void longArticlesAreAllRead() {
      Run run = begin("news");
      for (int i = 0; i < 4; i++) {
        store.write(
            run, List.of(rows(run, "long" + i, "a ".repeat(300_000))), List.of(), DONE, FAILED);
      }
      assertThat(all(rows()::stored))
          .hasSize(4)
          .allMatch(stored -> stored.text().length() == 600_000);
    }

    @Test
    void aDuplicateThatIsLeftOutHasARowOfItsOwnAndNoOther() {
      Run run = begin("news");
      write(run, "a", "b");
      client
          .sql("update article set skipped = true, duplicate_of = ? where article_id = ?")
          .params(id(run, "a"), id(run, "b"))
          .update();

      assertThat(all(rows()::articles))
          .filteredOn(article -> article.source().equals("b"))
          .singleElement()
          .satisfies(
              article -> {
                assertThat(article.duplicateOf()).isEqualTo(id(run, "a"));
                assertThat(article.sentences() + article.entities() + article.quotes()).isZero();
              });
      assertThat(all(rows()::sentences)).extracting(SentenceRow::source).containsExactly("a");
      assertThat(all(rows()::entities)).extracting(EntityRow::source).containsExactly("a");
      assertThat(all(rows()::mentions)).extracting(EntityRow::source).containsExactly("a");
      assertThat(all(rows()::quotes)).extracting(QuoteRow::source).containsExactly("a");
      assertThat(all(rows()::stored))
          .filteredOn(stored -> stored.article().source().equals("b"))
          .allMatch(stored -> stored.sentences().isEmpty() && !stored.text().isEmpty());
    }

    @Test
    void mentionsAreThoseOfTheArticlesOwnText() {
      Run run = begin("news");
      ArticleRows written = rows(run, "a");
      String id = written.article().id();
      store.write(
          run,
          List.of(
              new ArticleRows(
                  written.article(),
                  20,
                  "",
                  "",
                  List.of(
                      new SentenceRow(id, "a", 0, 0, "boilerplate", 0, 1, ""),
                      new SentenceRow(id, "a", 1, 1, "body", 1, 2, "")),
                  List.of(
                      new EntityRow(id, "a", 0, 0, "PERSON", 0, 1, "by-line", "", ""),
                      new EntityRow(id, "a", 1, 1, "PERSON", 1, 2, "body", "", "")),
                  List.of())),
          List.of(),
          DONE,
          FAILED);

      assertThat(all(rows()::mentions)).extracting(EntityRow::text).containsExactly("body");
      assertThat(all(rows()::entities)).hasSize(2);
    }

    @Test
    void aFailureSaysWhereAndWhy() {
      Run run = begin("news");
      fail(run, "a");

      FailureRow failure = all(rows()::failures).get(0);
      assertThat(failure)
          .isEqualTo(new FailureRow("a", "", "read", "TooLarge", "too large", failure.failedAt()));
      assertThat(failure.failedAt())
          .isBetween(run.startedAt(), java.time.Instant.now().plusMillis(1));
    }
  }
}
