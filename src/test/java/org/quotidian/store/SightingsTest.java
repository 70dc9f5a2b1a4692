package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.model.ArticleId;
import org.quotidian.store.Sightings.Sighting;

class SightingsTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private Sightings sightings() {
      return new Sightings(jdbc, transactions());
    }

    private List<Sighting> each(String corpus) {
      List<Sighting> all = new ArrayList<>();
      sightings().each(corpus, all::add);
      return all;
    }

    private static Sighting seen(Run run, String source, int runId, int seq) {
      return new Sighting(id(run, source), "signature of " + source, runId, seq);
    }

    @Test
    void anArticleIsSeenByTheFirstRunThatFoundIt() {
      Run first = begin("news");
      find(first, "a", "b");
      write(first, "a", "b");
      sightings().note(first);
      Run second = begin("news");
      find(second, "b", "c");
      write(second, "b", "c");
      sightings().note(second);
      sightings().note(second);

      assertThat(each("news"))
          .containsExactlyInAnyOrder(
              seen(first, "a", first.runId(), 0),
              seen(first, "b", first.runId(), 1),
              seen(second, "c", second.runId(), 1));
    }

    @Test
    void allArticlesOfTheCorpusWithRowsComeByTheirIdentity() {
      Run run = begin("news");
      find(run, "a", "failed", "not yet worked on");
      write(run, "a", "gone");
      fail(run, "failed");
      sightings().note(run);
      write(begin("other"), "a");

      assertThat(each("news"))
          .isEqualTo(
              Stream.of(seen(run, "a", run.runId(), 0), seen(run, "gone", 0, 0))
                  .sorted(Comparator.comparing(Sighting::articleId))
                  .toList());
    }

    @Test
    void aRunThatFoundNothingHasSeenNothing() {
      sightings().note(begin("news"));

      assertThat(count("sighting")).isZero();
    }

    private List<String> marks() {
      return client
          .sql(
              """
              select a.source || ' of ' || f.source || case when a.skipped then ', skipped' else '' end
              from article a join article f on f.article_id = a.duplicate_of order by 1
              """)
          .query(String.class)
          .list();
    }

    @Test
    void marksFollowWhatTheComparisonFound() {
      Run run = begin("news");
      write(run, "a", "b", "c");
      write(begin("other"), "a");
      long[] ids =
          Stream.of("a", "b", "c").mapToLong(s -> ArticleId.number(id(run, s))).sorted().toArray();

      assertThat(sightings().mark("news", ids, new int[] {-1, 0, 0}, false)).isEqualTo(2);
      assertThat(marks()).hasSize(2).noneMatch(mark -> mark.contains("skipped"));
      assertThat(sightings().mark("news", ids, new int[] {-1, 0, 0}, false))
          .as("marked so already")
          .isZero();
      assertThat(sightings().mark("news", ids, new int[] {-1, 0, 0}, true)).isEqualTo(2);
      assertThat(marks()).hasSize(2).allMatch(mark -> mark.endsWith(", skipped"));
      assertThat(sightings().mark("news", ids, new int[] {-1, -1, 1}, false)).isEqualTo(2);
      assertThat(marks()).hasSize(1).noneMatch(mark -> mark.contains("skipped"));
      assertThat(sightings().mark("news", ids, new int[] {-1, -1, -1}, false)).isEqualTo(1);
      assertThat(marks()).isEmpty();
    }
  }
}
