package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.store.LineStore.ItemLines;
import org.quotidian.store.LineStore.Lines;

class LineStoreTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private List<ItemLines> lines(Run run, String fingerprint) {
      List<ItemLines> lines = new ArrayList<>();
      new LineStore(jdbc).each(run.runId(), fingerprint, lines::add);
      return lines;
    }

    @Test
    void linesComeInTheOrderOfTheManifestWhateverOrderTheyWereWrittenIn() {
      Run run = begin("news");
      find(run, "a", "b", "c");
      LineStore store = new LineStore(jdbc);
      store.write(
          "news",
          "f",
          List.of(new Lines(id(run, "c"), "c", "3 1"), new Lines(id(run, "a"), "a", "1")));
      store.write("news", "f", List.of());

      assertThat(lines(run, "f")).containsExactly(new ItemLines(0, "1"), new ItemLines(2, "3 1"));
    }

    @Test
    void linesCountForTheSameContentUnderTheSameFingerprintAndOnlyOfArticles() {
      Run run = begin("news");
      find(run, "a", "changed", "no article");
      new LineStore(jdbc)
          .write(
              "news",
              "f",
              List.of(
                  new Lines(id(run, "a"), "a", "1"),
                  new Lines(id(run, "changed"), "other content", "2"),
                  new Lines(id(run, "no article"), "no article", ""),
                  new Lines(id(run, "gone"), "gone", "4")));

      assertThat(lines(run, "f")).containsExactly(new ItemLines(0, "1"));
      assertThat(lines(run, "other")).isEmpty();
      assertThat(lines(begin("news"), "f")).as("of a run that found nothing").isEmpty();
    }

    @Test
    void linesThatAreReadAgainReplaceTheOldOnes() {
      Run run = begin("news");
      find(run, "a");
      LineStore store = new LineStore(jdbc);
      store.write("news", "f", List.of(new Lines(id(run, "a"), "old", "1")));
      store.write("news", "f", List.of(new Lines(id(run, "a"), "a", "2")));

      assertThat(lines(run, "f")).containsExactly(new ItemLines(0, "2"));
    }
  }
}
