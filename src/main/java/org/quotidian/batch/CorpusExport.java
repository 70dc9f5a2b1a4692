package org.quotidian.batch;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.quotidian.export.CsvExport;
import org.quotidian.export.CsvFormat;
import org.quotidian.export.DataPackage;
import org.quotidian.export.JsonLines;
import org.quotidian.export.ReadMe;
import org.quotidian.export.Table;
import org.quotidian.job.JobSettings;
import org.quotidian.model.ArticleId;
import org.quotidian.store.CorpusRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.FileSystemUtils;

/** Writes everything stored of a corpus to the files of its output folder. */
public final class CorpusExport {

  /** The CSV files, without their ending, in the order in which they are written. */
  public static final List<String> TABLES = Table.ALL.stream().map(Table::name).toList();

  private static final Logger log = LoggerFactory.getLogger(CorpusExport.class);

  /** Folder in which the files are until all are written. */
  private static final String UNFINISHED = ".unfinished";

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

  /** Writes all files, one after the other; then all are replaced, or none if one failed. */
  public void write() {
    write(() -> {}, 1);
  }

  /**
   * @param beforeEachRow may throw to give up; all files stay as they were
   * @param atOnce how many files are written at the same time, each over a connection of its own
   */
  void write(Runnable beforeEachRow, int atOnce) {
    Path unfinished = folder.resolve(UNFINISHED);
    try {
      FileSystemUtils.deleteRecursively(unfinished); // of one that was killed
      write(unfinished, beforeEachRow, atOnce);
      if (!jsonLines) {
        Files.deleteIfExists(folder.resolve(JsonLines.FILE_NAME)); // it would no longer agree
      }
      for (String file : files()) {
        Files.move(unfinished.resolve(file), folder.resolve(file), ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder + ": " + e, e);
    } finally {
      deleteQuietly(unfinished);
    }
  }

  /** What cannot be removed is removed by the next export. */
  private static void deleteQuietly(Path unfinished) {
    try {
      FileSystemUtils.deleteRecursively(unfinished);
    } catch (IOException e) {
      log.warn("{} cannot be removed", unfinished, e);
    }
  }

  private void write(Path unfinished, Runnable beforeEachRow, int atOnce) {
    CsvExport csv = new CsvExport(unfinished, format, beforeEachRow);
    List<Runnable> files = new ArrayList<>(); // the longest first
    if (jsonLines) {
      files.add(() -> JsonLines.write(unfinished, rows::stored, beforeEachRow));
    }
    files.add(() -> csv.table(Table.ENTITIES, rows::entities));
    files.add(() -> csv.table(Table.SENTENCES, rows::sentences));
    files.add(() -> csv.table(Table.QUOTES, rows::quotes));
    files.add(() -> csv.table(Table.ARTICLES, rows::articles));
    files.add(() -> csv.table(Table.FAILURES, rows::failures));
    writeAll(files, atOnce);
    new DataPackage(corpus, format).write(unfinished, Table.ALL);
    ReadMe.write(unfinished, corpus);
  }

  /** Waits for all of them, then throws what one threw. */
  private static void writeAll(List<Runnable> files, int atOnce) {
    ExecutorService threads =
        Executors.newFixedThreadPool(atOnce, new CustomizableThreadFactory("export-"));
    try {
      CompletableFuture.allOf(
              files.stream()
                  .map(file -> CompletableFuture.runAsync(file, threads))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      threads.shutdown();
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
