package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InputFilesTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private InputFiles files() {
      return new InputFiles(jdbc);
    }

    private static KnownFile file(String place) {
      return new KnownFile(place, "17 4", 1, false, true, true);
    }

    private List<KnownFile> of(int runId) {
      List<KnownFile> all = new ArrayList<>();
      files().of(runId).forEachRemaining(all::add);
      return all;
    }

    @Test
    void filesComeInTheOrderOfTheWalkOverAllPages() {
      files().add(1, 0, "basis", List.of(file("b"), file("a")));
      files().add(1, 1, "basis", List.of(file("ệ\r\n\\n"), file("x/")));
      files().add(2, 0, "basis", List.of(file("other")));

      assertThat(of(1)).containsExactly(file("b"), file("a"), file("ệ\r\n\\n"), file("x/"));
      assertThat(of(3)).isEmpty();
    }

    @Test
    void behindTheLastThereIsNone() {
      Iterator<KnownFile> none = files().of(1);

      assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theListTellsWhatItHoldsForAndHowManyFilesWereNotRead() {
      files().add(1, 0, "basis", List.of(file("a").unread(), file("b")));
      files().add(1, 1, "basis", List.of(file("c").unread()));

      assertThat(files().basis(1)).contains("basis");
      assertThat(files().unread(1)).isEqualTo(2);
      assertThat(files().basis(2)).isEmpty();
      assertThat(files().unread(2)).isZero();
    }

    @Test
    void ofACorpusTheListsOfTwoRunsAreKept() {
      List<Run> all = List.of(begin("news"), begin("other"), begin("news"), begin("news"));
      all.forEach(run -> files().add(run.runId(), 0, "", List.of(file("a"))));

      files().forgetOthers("news", all.get(2).runId(), all.get(3).runId());
      assertThat(all).extracting(run -> of(run.runId()).size()).containsExactly(0, 1, 1, 1);

      files().forget(all.get(2).runId());
      assertThat(all).extracting(run -> of(run.runId()).size()).containsExactly(0, 1, 0, 1);
    }
  }
}
