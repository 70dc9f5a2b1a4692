package org.quotidian.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The files that each run saw, in the order of its walk, so that the next run can skip those that
 * have not changed. They are stored in pages, because with one row per file they would dominate the
 * cost of a night without changes.
 */
public final class InputFiles {

  private final JdbcClient jdbc;

  public InputFiles(JdbcTemplate jdbcTemplate) {
    this.jdbc = JdbcClient.create(jdbcTemplate);
  }

  /**
   * Adds the next files of a run, as a page.
   *
   * @param basis identifies the conditions under which the list is valid
   */
  public void add(int runId, int page, String basis, List<KnownFile> files) {
    jdbc.sql("insert into input_files (run_id, page, basis, unread, files) values (?, ?, ?, ?, ?)")
        .params(
            runId,
            page,
            basis,
            files.stream().filter(file -> !file.isRead()).count(),
            files.stream().map(KnownFile::line).collect(Collectors.joining("\n")))
        .update();
  }

  /** The conditions under which the list of a run is valid; empty if there is no list. */
  public Optional<String> basis(int runId) {
    return jdbc.sql(
            """
            select basis from input_files where run_id = ?
            order by run_id, page fetch first row only
            """)
        .param(runId)
        .query(String.class)
        .optional();
  }

  /** How many files a run saw without reading them. */
  public long unread(int runId) {
    return jdbc.sql("select coalesce(sum(unread), 0) from input_files where run_id = ?")
        .param(runId)
        .query(Long.class)
        .single();
  }

  /** The files of a run, in the order of its walk, read page by page. */
  public Iterator<KnownFile> of(int runId) {
    return new Pages(runId);
  }

  /** Deletes the list of a run. */
  public void forget(int runId) {
    jdbc.sql("delete from input_files where run_id = ?").param(runId).update();
  }

  /** Deletes the lists of all runs of a corpus except two. */
  public void forgetOthers(String corpus, int runId, int otherRunId) {
    jdbc.sql(
            """
            delete from input_files where run_id <> ? and run_id <> ?
              and run_id in (select run_id from run where corpus = ?)
            """)
        .params(runId, otherRunId, corpus)
        .update();
  }

  private record Page(int page, String files) {}

  private final class Pages implements Iterator<KnownFile> {

    private final int runId;
    private int last = -1;
    private Iterator<KnownFile> files = Collections.emptyIterator();

    Pages(int runId) {
      this.runId = runId;
    }

    @Override
    public boolean hasNext() {
      while (!files.hasNext()) {
        Optional<Page> next =
            jdbc.sql(
                    """
                    select page, files from input_files where run_id = ? and page > ?
                    order by run_id, page fetch first row only
                    """)
                .params(runId, last)
                .query(Page.class)
                .optional();
        if (next.isEmpty()) {
          return false;
        }
        last = next.get().page();
        files = Arrays.stream(next.get().files().split("\n", -1)).map(KnownFile::parse).iterator();
      }
      return true;
    }

    @Override
    public KnownFile next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return files.next();
    }
  }
}
