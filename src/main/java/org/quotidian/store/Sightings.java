package org.quotidian.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.quotidian.model.ArticleId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When each article of a corpus was first seen, the signature of its text, and which articles are
 * duplicates.
 */
public final class Sightings {

  private static final int PAGE = 5000;
  private static final String BEFORE_ALL = "";

  private final JdbcTemplate jdbcTemplate;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /**
   * @param transactions those of the run, which fail if it has lost its corpus
   */
  public Sightings(JdbcTemplate jdbcTemplate, PlatformTransactionManager transactions) {
    this.jdbcTemplate = jdbcTemplate;
    this.jdbc = JdbcClient.create(jdbcTemplate);
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * An article with rows.
   *
   * @param runId the run in which it was first seen, and {@code seq} its position in that run; 0
   *     for one that no run has recorded yet, because its file is gone
   */
  public record Sighting(String articleId, String signature, int runId, int seq) {}

  /**
   * Records which articles this run is the first to see. This depends on the manifest and not on
   * the order of processing, so that threads, workers and kills make no difference. It is done in
   * pages, because HSQLDB holds the changes of a statement in memory.
   */
  public void note(Run run) {
    int last = new Manifest(jdbcTemplate).largestSeq(run.runId());
    for (int from = 0; from <= last; from += PAGE) {
      int first = from;
      transaction.executeWithoutResult(status -> note(run, first, first + PAGE));
    }
  }

  private void note(Run run, int from, int to) {
    jdbc.sql(
            """
            insert into sighting (article_id, corpus, run_id, seq)
            select m.article_id, ?, m.run_id, m.seq from manifest m
            where m.run_id = ? and m.seq >= ? and m.seq < ? and not exists (
              select 1 from sighting s where s.article_id = m.article_id)
            """)
        .params(run.corpus(), run.runId(), from, to)
        .update();
  }

  /** All articles of a corpus that have rows, by article id. */
  public void each(String corpus, Consumer<Sighting> each) {
    List<Sighting> page = page(corpus, BEFORE_ALL);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = page(corpus, page.get(page.size() - 1).articleId());
    }
  }

  private List<Sighting> page(String corpus, String after) {
    return jdbc.sql(
            """
            select g.article_id, g.min_hash as signature, coalesce(s.run_id, 0) as run_id,
              coalesce(s.seq, 0) as seq
            from signature g left join sighting s on s.article_id = g.article_id
            where g.corpus = ? and g.article_id > ?
            order by g.corpus, g.article_id fetch first %d rows only
            """
                .formatted(PAGE))
        .params(corpus, after)
        .query(Sighting.class)
        .list();
  }

  /**
   * Stores which articles of a corpus are duplicates; all others are not. Each page is a
   * transaction of its own; if it is interrupted, it must be done again.
   *
   * @param ids {@link ArticleId#number numbers} of the articles, ascending
   * @param firsts for each the index in {@code ids} of the article that it duplicates, or -1
   * @param skip whether duplicates are excluded from results
   * @return how many articles this changed
   */
  public int mark(String corpus, long[] ids, int[] firsts, boolean skip) {
    BitSet changes = changes(corpus, ids, firsts, skip);
    for (int i = changes.nextSetBit(0); i >= 0; ) {
      List<Integer> page = new ArrayList<>();
      for (; i >= 0 && page.size() < PAGE; i = changes.nextSetBit(i + 1)) {
        page.add(i);
      }
      transaction.executeWithoutResult(
          status ->
              jdbcTemplate.batchUpdate(
                  "update article set duplicate_of = ?, skipped = ? where article_id = ?",
                  page,
                  PAGE,
                  (statement, article) -> {
                    int first = firsts[article];
                    statement.setString(1, first < 0 ? null : ArticleId.ofNumber(ids[first]));
                    statement.setBoolean(2, first >= 0 && skip);
                    statement.setString(3, ArticleId.ofNumber(ids[article]));
                  }));
    }
    return changes.cardinality();
  }

  /** The indexes of the articles whose marks are wrong. */
  private BitSet changes(String corpus, long[] ids, int[] firsts, boolean skip) {
    BitSet changes = new BitSet();
    for (int i = 0; i < firsts.length; i++) {
      changes.set(i, firsts[i] >= 0);
    }
    transaction.executeWithoutResult( // in which rows are fetched a few at a time
        status ->
            jdbc.sql(
                    """
                    select article_id, duplicate_of, skipped from article
                    where corpus = ? and duplicate_of is not null
                    """)
                .param(corpus)
                .query(
                    row -> {
                      int i =
                          Arrays.binarySearch(ids, ArticleId.number(row.getString("article_id")));
                      if (i >= 0) {
                        boolean right =
                            firsts[i] >= 0
                                && ids[firsts[i]] == ArticleId.number(row.getString("duplicate_of"))
                                && row.getBoolean("skipped") == skip;
                        changes.set(i, !right);
                      }
                    }));
    return changes;
  }
}
