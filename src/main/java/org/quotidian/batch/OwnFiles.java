package org.quotidian.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quotidian.export.DataPackage;
import org.quotidian.export.JsonLines;
import org.quotidian.export.ReadMe;
import org.quotidian.job.Inputs;
import org.quotidian.job.JobSettings;
import org.quotidian.report.HtmlReport;
import org.quotidian.report.Summary;
import org.quotidian.source.FileNames;
import org.quotidian.source.InputException;
import org.quotidian.source.SourceFinder;

/**
 * Prevents a job from reading its own output. Otherwise each run would read the results of the last
 * one.
 */
public final class OwnFiles {

  /** File endings of an HSQLDB database and of the locks beside it. */
  private static final List<String> DATABASE_ENDINGS =
      List.of(".script", ".data", ".log", ".properties", ".backup", ".lobs", ".lock", ".look");

  private OwnFiles() {}

  /**
   * Says before any work what is wrong with the inputs.
   *
   * @throws InputException if one of them does not exist, or takes what the job itself writes
   */
  public static void check(JobSettings job) {
    SourceFinder finder = Inputs.finder(job);
    Path output = real(Path.of(job.output()));
    for (String name : outputNames()) {
      if (finder.covers(output.resolve(name))) {
        throw new InputException(
            "output: the job would read its own results as articles: the inputs "
                + String.join(", ", job.input())
                + " include "
                + output.resolve(name)
                + ". Choose an output folder outside the inputs, or list only the folders of"
                + " the articles in input");
      }
    }
    BatchApplication.address(job)
        .file()
        .ifPresent(database -> checkDatabase(job, database, finder));
    String metrics = job.metrics().file();
    if (!metrics.isEmpty() && finder.covers(real(FileNames.resolve(Path.of(""), metrics)))) {
      throw new InputException(
          "metrics.file: the inputs include " + metrics + ": choose another folder");
    }
  }

  private static void checkDatabase(JobSettings job, Path database, SourceFinder finder) {
    for (String ending : DATABASE_ENDINGS) {
      Path file = real(database.resolveSibling(database.getFileName() + ending));
      if (finder.covers(file)) {
        throw new InputException(
            "database.url: the job would read its own database as articles: the inputs "
                + String.join(", ", job.input())
                + " include "
                + file
                + ". Choose a place for the database outside the inputs, or list only the folders"
                + " of the articles in input");
      }
    }
  }

  private static List<String> outputNames() {
    List<String> names = new ArrayList<>();
    CorpusExport.TABLES.forEach(table -> names.add(table + ".csv"));
    names.addAll(
        List.of(
            JsonLines.FILE_NAME,
            DataPackage.FILE_NAME,
            ReadMe.FILE_NAME,
            Summary.FILE_NAME,
            HtmlReport.FILE_NAME,
            HtmlReport.PAGES + "/0123456789abcdef.html",
            StatusFile.NAME,
            BatchApplication.LOG_FILE));
    return names;
  }

  /** The real path, even if its last parts do not exist yet. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path there = absolute; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(absolute));
      } catch (IOException e) {
        continue; // this part does not exist yet
      }
    }
    return absolute;
  }
}
