package org.quotidian.batch;

import java.nio.file.Path;
import java.util.List;
import org.quotidian.export.CsvExport;
import org.quotidian.export.CsvFormat;
import org.quotidian.job.JobSettings;
import org.quotidian.model.ArticleId;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.store.CorpusRows;

/** Writes everything stored of a corpus to the CSV files of its output folder. */
public final class CorpusExport {

  /** The CSV files, in the order in which they are written. */
  public static final List<String> TABLES =
      List.of("articles", "sentences", "entities", "quotes", "failures");

  private final CorpusRows rows;
  private final Path folder;
  private final CsvFormat format;

  public CorpusExport(CorpusRows rows, JobSettings settings) {
    this.rows = rows;
    this.folder = Path.of(settings.output());
    this.format = new CsvFormat(settings.csv().bom(), settings.csv().escapeFormulas());
  }

  /** Writes all files; each is replaced whole. */
  public void write() {
    new CsvExport(folder, format)
        .table("articles", ArticleRow.class, rows::articles)
        .table("sentences", SentenceRow.class, rows::sentences)
        .table("entities", EntityRow.class, rows::entities)
        .table("quotes", QuoteRow.class, rows::quotes)
        .table("failures", FailureRow.class, rows::failures);
  }

  public Path folder() {
    return folder;
  }

  /** Names the folder and the form of the files: the same again needs no new export. */
  String signature() {
    return ArticleId.of(folder.toAbsolutePath().normalize().toString(), format.toString(), "");
  }

  boolean isComplete() {
    return CsvExport.isComplete(folder, TABLES);
  }
}
