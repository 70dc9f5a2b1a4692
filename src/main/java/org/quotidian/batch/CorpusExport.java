package org.quotidian.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quotidian.export.CsvExport;
import org.quotidian.export.CsvFormat;
import org.quotidian.export.DataPackage;
import org.quotidian.export.JsonLines;
import org.quotidian.export.ReadMe;
import org.quotidian.export.Table;
import org.quotidian.job.JobSettings;
import org.quotidian.model.ArticleId;
import org.quotidian.store.CorpusRows;

/** Writes everything stored of a corpus to the files of its output folder. */
public final class CorpusExport {

  /** The CSV files, without their ending, in the order in which they are written. */
  public static final List<String> TABLES = Table.ALL.stream().map(Table::name).toList();

  private final CorpusRows rows;
  private final String corpus;
  private final Path folder;
  private final CsvFormat format;
  private final boolean jsonLines;
  private final JobSettings.Duplicates duplicates;

  public CorpusExport(CorpusRows rows, JobSettings settings) {
    this.rows = rows;
    this.corpus = settings.corpus();
    this.folder = Path.of(settings.output());
    this.format = new CsvFormat(settings.csv().bom(), settings.csv().escapeFormulas());
    this.jsonLines = settings.jsonLines();
    this.duplicates = settings.duplicates();
  }

  /** Writes all files; each is replaced whole. */
  public void write() {
    write(() -> {});
  }

  /**
   * @param beforeEachRow may throw to give up; files not yet written stay as they were
   */
  void write(Runnable beforeEachRow) {
    new CsvExport(folder, format, beforeEachRow)
        .table(Table.ARTICLES, rows::articles)
        .table(Table.SENTENCES, rows::sentences)
        .table(Table.ENTITIES, rows::entities)
        .table(Table.QUOTES, rows::quotes)
        .table(Table.FAILURES, rows::failures);
    if (jsonLines) {
      JsonLines.write(folder, rows::stored, beforeEachRow);
    } else {
      removeOldJsonLines();
    }
    new DataPackage(corpus, format).write(folder, Table.ALL);
    ReadMe.write(folder, corpus);
  }

  /** One that an earlier run left would no longer agree with the CSV files. */
  private void removeOldJsonLines() {
    try {
      Files.deleteIfExists(folder.resolve(JsonLines.FILE_NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the files it writes. */
  public List<String> files() {
    List<String> files = new ArrayList<>(Table.ALL.stream().map(Table::file).toList());
    if (jsonLines) {
      files.add(JsonLines.FILE_NAME);
    }
    files.add(DataPackage.FILE_NAME);
    files.add(ReadMe.FILE_NAME);
    return files;
  }

  public Path folder() {
    return folder;
  }

  /** Names the folder and the form of the files: the same again needs no new export. */
  String signature() {
    return ArticleId.of(
        folder.toAbsolutePath().normalize().toString(),
        format.toString(),
        String.join(" ", files()) + " " + duplicates);
  }

  boolean isComplete() {
    return files().stream().allMatch(file -> Files.isRegularFile(folder.resolve(file)));
  }
}
