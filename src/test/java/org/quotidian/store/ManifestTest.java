package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.model.SourceItem;
import org.quotidian.store.LineStore.ItemLines;
import org.quotidian.store.LineStore.Lines;

class ManifestTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private List<String> pending(Run run) {
      return sources(manifest.pending(run.runId(), -1, 99, 99));
    }

    private static List<String> sources(List<ManifestItem> items) {
      return items.stream().map(item -> item.found().source()).toList();
    }

    @Test
    void anItemIsReadAsItWasFound() {
      Run run = begin("news");
      ManifestItem record =
          new ManifestItem(
              0,
              "1",
              new SourceItem(
                  Path.of("/đầu vào/a b.warc"),
                  "tin tức.warc",
                  "<urn:1>",
                  5,
                  "s",
                  null,
                  1L << 33,
                  "a note"),
              "");
      ManifestItem unreadable =
          new ManifestItem(
              1,
              "2",
              new SourceItem(Path.of("/x"), "x", "", 0, null, "it cannot be read: denied", -1, ""),
              "");

      assertThat(find(run, record, unreadable)).isEqualTo(2);

      assertThat(manifest.pending(run.runId(), -1, 99, 99)).containsExactly(record, unreadable);
      assertThat(manifest.add(run, List.of(), DONE, FAILED)).isZero();
    }

    @Test
    void onlyNewAndChangedArticlesArePending() {
      Run first = begin("news");
      write(first, "same", "changed");
      fail(first, "failed", "failed and changed");
      Run second = begin("news");

      int pending =
          find(
              second,
              item(second, 0, "changed", "new content"),
              item(second, 1, "failed", "failed"),
              item(second, 2, "failed and changed", "new content"),
              item(second, 3, "new", "new"),
              item(second, 4, "same", "same"));

      assertThat(pending).isEqualTo(3);
      assertThat(pending(second)).containsExactly("changed", "failed and changed", "new");
    }

    @Test
    void whatFailedIsPendingUnderOtherLimitsAndAllOfItUnderAnotherProgram() {
      Run first = begin("news");
      write(first, "done");
      fail(first, "failed");

      Run limits = begin("news");
      manifest.add(
          limits,
          List.of(item(limits, 0, "done", "done"), item(limits, 1, "failed", "failed")),
          DONE,
          "new");
      Run program = begin("news");
      manifest.add(
          program,
          List.of(item(program, 0, "done", "done"), item(program, 1, "failed", "failed")),
          "new",
          "new");

      assertThat(pending(limits)).containsExactly("failed");
      assertThat(pending(program)).containsExactly("done", "failed");
    }

    @Test
    void inAFullRunAllIsPending() {
      write(begin("news"), "done");
      Run full = runs.begin("news", true, "", "", "");

      find(full, item(full, 0, "done", "done"));

      assertThat(pending(full)).containsExactly("done");
    }

    @Test
    void whatIsLeftIsThePendingWithoutLedgerEntryOfThisRun() {
      write(begin("news"), "b");
      Run run = begin("news");
      find(
          run,
          item(run, 0, "a", "a"),
          item(run, 1, "b", "new content"),
          item(run, 2, "c", "c"),
          item(run, 3, "d", "d"));

      write(run, "a");
      fail(run, "c");

      assertThat(pending(run)).containsExactly("b", "d");
      assertThat(runs.remaining(run.runId())).isEqualTo(2);
    }

    @Test
    void itemsComeInOrderAndInPages() {
      Run run = begin("news");
      find(run, "a", "b", "c", "d", "e");
      find(begin("other"), "x", "y");

      assertThat(sources(manifest.pending(run.runId(), 0, 3, 2))).containsExactly("b", "c");
      assertThat(sources(manifest.pending(run.runId(), 2, 3, 2))).containsExactly("d");
      assertThat(manifest.pending(run.runId(), 3, 3, 2)).isEmpty();
    }

    @Test
    void linesAreMissingOfWhatCanBeReadAndIsNewOrChanged() {
      Run run = begin("news");
      find(
          run,
          item(run, 0, "known", "content"),
          item(run, 1, "changed", "new content"),
          item(run, 2, "new", "content"),
          item(run, 3, "unreadable", null));
      new LineStore(jdbc)
          .write(
              "news",
              "f",
              List.of(
                  new Lines(id(run, "known"), "content", ""),
                  new Lines(id(run, "changed"), "content", "")));

      assertThat(sources(manifest.withoutLines(run.runId(), -1, "f", 9)))
          .containsExactly("changed", "new");
      assertThat(sources(manifest.withoutLines(run.runId(), -1, "another", 2)))
          .containsExactly("known", "changed");
      assertThat(sources(manifest.withoutLines(run.runId(), 1, "another", 9)))
          .containsExactly("new");
    }

    @Test
    void articlesWhoseLinesChangedSidesBecomePending() {
      Run first = begin("news");
      find(first, "a", "b", "c");
      manifest.freeze(first.runId(), List.of(new ItemLines(0, "2"), new ItemLines(1, "5")));
      write(first, "a", "b", "c");
      Run second = begin("news");
      find(second, "a", "b", "c");
      assertThat(pending(second)).isEmpty();

      manifest.freeze(second.runId(), List.of(new ItemLines(0, "2"), new ItemLines(2, "1")));

      assertThat(manifest.pending(second.runId(), -1, 99, 99))
          .extracting(item -> item.found().source() + " " + item.repeated())
          .as("b has such a line no more, c has one now")
          .containsExactly("b ", "c 1");
      assertThat(runs.find(second.runId()).orElseThrow().pending()).isEqualTo(2);
    }

    @Test
    void whatIsForgottenIsThatOfOneRun() {
      Run first = begin("news");
      Run second = begin("news");
      find(first, "a", "b");
      find(second, "a");

      manifest.forget(first.runId());

      assertThat(manifest.sources(first.runId())).isEmpty();
      assertThat(manifest.sources(second.runId())).containsExactly("a");
    }

    @Test
    void ofACorpusTwoRunsAreKept() {
      Run old = begin("news");
      Run other = begin("other");
      Run last = begin("news");
      Run now = begin("news");
      List.of(old, other, last, now).forEach(run -> find(run, "a"));

      manifest.forgetOthers("news", now.runId(), last.runId());

      assertThat(List.of(old, other, last, now))
          .extracting(run -> manifest.sources(run.runId()).size())
          .containsExactly(0, 1, 1, 1);
    }

    @Test
    void ofAFinishedRunOnlyWhatIsNotSettledIsKept() {
      Run run = begin("news");
      find(
          run,
          item(run, 0, "changed since", "new content"),
          item(run, 1, "done", "done"),
          item(run, 2, "failed", "failed"),
          item(run, 3, "not worked on", "x"),
          item(run, 4, "unreadable", null));
      write(run, "changed since", "done");
      fail(run, "failed");

      manifest.forgetSettled(run.runId());

      assertThat(manifest.sources(run.runId()))
          .containsExactlyInAnyOrder("changed since", "not worked on", "unreadable");
    }

    @Test
    void aFileOfManyRecordsIsOneSource() {
      Run run = begin("news");
      for (int i = 0; i < 3; i++) {
        manifest.add(
            run,
            List.of(
                new ManifestItem(
                    i,
                    "" + i,
                    new SourceItem(Path.of("/x.csv"), "x.csv", "" + i, 1, "s", null, i, ""),
                    "")),
            DONE,
            FAILED);
      }
      assertThat(manifest.sources(run.runId())).containsExactly("x.csv");
    }
  }
}
