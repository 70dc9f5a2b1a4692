package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LedgerTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    @Test
    void anEntryTellsHowTheLastWorkOnAnArticleEnded() {
      Run run = begin("news");
      write(run, "done");
      fail(run, "failed");

      Map<String, Ledger.Entry> entries =
          ledger.entries(List.of(id(run, "done"), id(run, "failed"), id(run, "new")));

      assertThat(entries.values())
          .containsExactlyInAnyOrder(
              new Ledger.Entry(id(run, "done"), "DONE", "done", DONE),
              new Ledger.Entry(id(run, "failed"), "FAILED", "failed", FAILED));
      assertThat(ledger.entries(List.of())).isEmpty();
    }

    @Test
    void anEntrySettlesTheSameContentUnderTheSameFingerprintOnly() {
      Run run = begin("news");
      Ledger.Entry done = new Ledger.Entry("1", "DONE", "content", "program");
      Ledger.Entry failed = new Ledger.Entry("1", "FAILED", "content", "program and limits");
      ManifestItem same = item(run, 0, "a", "content");

      assertThat(done.settles(same, "program", "other limits")).isTrue();
      assertThat(done.settles(same, "other program", "")).isFalse();
      assertThat(done.settles(item(run, 0, "a", "new content"), "program", "")).isFalse();
      assertThat(done.settles(item(run, 0, "a", null), "program", "")).isFalse();
      assertThat(failed.settles(same, "program", "program and limits")).isTrue();
      assertThat(failed.settles(same, "program", "program and other limits")).isFalse();
    }

    @Test
    void articlesThatCouldNotBeReadHaveNoHashAndStaySettled() {
      Run run = begin("news");
      ManifestItem unreadable = item(run, 0, "a", null);
      store.write(
          run,
          List.of(),
          List.of(new Failure(unreadable.articleId(), "a", "", null, "discover", "Io", "why")),
          DONE,
          FAILED);

      assertThat(ledger.entries(List.of(unreadable.articleId())).values())
          .singleElement()
          .matches(entry -> entry.settles(unreadable, DONE, FAILED));
    }

    @Test
    void whatIsTooLongOrHoldsNulIsMadeToFit() {
      Run run = begin("news");
      store.write(
          run,
          List.of(),
          List.of(new Failure("1", "a", "", "", "read", "E".repeat(201), "\0" + "m".repeat(4000))),
          DONE,
          FAILED);

      new CorpusRows(client, "news")
          .failures(
              failure -> {
                assertThat(failure.error()).hasSize(200).endsWith("E…");
                assertThat(failure.message()).hasSize(4000).startsWith(" mm").endsWith("m…");
              });
      assertThat(count("ledger")).isEqualTo(1);
    }

    @Test
    void articlesAreCountedAndListedByCorpus() {
      Run news = begin("news");
      write(news, "a", "b");
      fail(news, "c");
      write(begin("other"), "a");

      assertThat(ledger.articles("news")).isEqualTo(3);
      assertThat(ledger.first("news", 2))
          .isEqualTo(Stream.of("a", "b", "c").map(s -> id(news, s)).sorted().limit(2).toList());
      List<String> told = new ArrayList<>();
      ledger.each("news", (id, source) -> told.add(id + " " + source));
      assertThat(told)
          .isEqualTo(Stream.of("a", "b", "c").map(s -> id(news, s) + " " + s).sorted().toList());
    }

    @Test
    void articlesThatTheRunDidNotFindAreGone() {
      Run first = begin("news");
      write(first, "gone", "gone too", "here");
      write(begin("other"), "gone");
      Run second = begin("news");
      find(second, "here", "new");

      assertThat(ledger.disappeared(second, 9))
          .isEqualTo(Stream.of("gone", "gone too").map(s -> id(first, s)).sorted().toList());
      assertThat(ledger.disappeared(second, 1)).hasSize(1);
      assertThat(
              ledger.notFound(second, List.of(id(first, "gone"), id(first, "here"), "unheard of")))
          .containsExactly(id(first, "gone"));
      assertThat(ledger.notFound(second, List.of())).isEmpty();
    }

    @Test
    void manyArticlesAreLookedForInParts() {
      Run run = begin("news");
      write(run, "a", "b");
      List<String> ids = new ArrayList<>(List.of(id(run, "a")));
      for (int i = 0; i < 700; i++) {
        ids.add("unheard of " + i);
      }
      ids.add(id(run, "b"));

      assertThat(ledger.notFound(run, ids)).containsExactly(id(run, "a"), id(run, "b"));
    }
  }
}
