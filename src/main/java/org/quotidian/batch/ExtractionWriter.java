package org.quotidian.batch;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.ArticleRows;
import org.quotidian.store.ArticleStore;
import org.quotidian.store.DatabaseRoom;
import org.quotidian.store.Failure;
import org.quotidian.store.Run;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes the rows of a chunk and their ledger entries, in the chunk's transaction. */
final class ExtractionWriter implements ItemWriter<Extraction> {

  // Approximate cost of a row and a character in the database, including indexes and copies in
  // other rows.
  private static final long BYTES_A_ROW = 500;
  private static final long BYTES_A_CHARACTER = 12;

  private final Run run;
  private final Fingerprint fingerprint;
  private final ArticleStore store;
  private final DatabaseRoom room;
  private final LiveStatus status;
  private final Lease lease;

  ExtractionWriter(
      Run run,
      Fingerprint fingerprint,
      ArticleStore store,
      DatabaseRoom room,
      LiveStatus status,
      Lease lease) {
    this.run = run;
    this.fingerprint = fingerprint;
    this.store = store;
    this.room = room;
    this.status = status;
    this.lease = lease;
  }

  @Override
  public void write(Chunk<? extends Extraction> chunk) {
    lease.advance(chunk.size());
    List<ArticleRows> rows = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (Extraction extraction : chunk) {
      if (extraction instanceof Extraction.Done article) {
        rows.add(article.rows());
      } else if (extraction instanceof Extraction.Failed article) {
        failures.add(article.failure());
      }
    }
    room.make(rows.stream().mapToLong(ExtractionWriter::bytes).sum());
    store.write(run, rows, failures, fingerprint.done(), fingerprint.failed());
    status.extracted(run, rows.size(), failures.size());
  }

  private static long bytes(ArticleRows article) {
    long rows =
        3L + article.sentences().size() + article.entities().size() + article.quotes().size();
    return BYTES_A_ROW * rows + BYTES_A_CHARACTER * article.article().text().length();
  }
}
