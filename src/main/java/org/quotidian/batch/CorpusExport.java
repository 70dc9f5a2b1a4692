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

/** Writes everything stored of a corpus to files in its output folder. */
public final class CorpusExport {

  /** The names of the CSV files without their extension, in the order in which they are written. */
  public static final List<String> TABLES = Table.ALL.stream().map(Table::name).toList();

  private static final Logger log = LoggerFactory.getLogger(CorpusExport.class);

  /** The folder that holds the files until all are complete. */
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

  /**
   * Writes all files, one after the other, then replaces the old ones. If one fails, none is
   * replaced.
   */
  public void write() {
    write(() -> {}, 1);
  }

  /**
   * @param beforeEachRow may throw to abort; all files then stay as they were
   * @param atOnce how many files are written at the same time, each over its own connection
   */
  void write(Runnable beforeEachRow, int atOnce) {
    Path unfinished = folder.resolve(UNFINISHED);
    try {
      FileSystemUtils.deleteRecursively(unfinished); // left behind by a run that was killed
      write(unfinished, beforeEachRow, atOnce);
      if (!jsonLines) {
        // An old file would not match the new tables.
        Files.deleteIfExists(folder.resolve(JsonLines.FILE_NAME));
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

  /** Tries to remove the folder. If that fails, the next export removes it. */
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

  /** Waits for all files, then throws the exception of one that failed. */
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

  /** Names of the files that are written. */
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

  /**
   * Identifies the folder and the format of the files. If it is unchanged, the same rows need no
   * new export.
   */
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
