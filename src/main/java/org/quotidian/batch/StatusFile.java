package org.quotidian.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quotidian.export.WholeFile;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.Run;
import org.quotidian.store.RunStep;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The status that a run writes to {@code status.json} in its output folder, for other processes
 * that cannot query the HSQLDB file while the run uses it.
 *
 * @param run number of the run that wrote it
 * @param runs the newest runs in the database, newest first
 * @param steps of that run
 * @param failures of that run, once it has ended
 */
public record StatusFile(
    int run, List<Run> runs, List<RunStep> steps, List<CorpusStatistics.Failures> failures) {

  static final String NAME = "status.json";

  /**
   * Reads the file in an output folder. Empty if there is none or if it has another format version.
   */
  public static Optional<StatusFile> read(Path folder) {
    try {
      String json = Files.readString(folder.resolve(NAME));
      return Optional.of(JsonMapper.shared().readValue(json, StatusFile.class));
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.resolve(NAME) + ": " + e, e);
    }
  }

  /**
   * Replaces the file completely. It is not forced to disk, because it describes only the moment.
   */
  void write(Path folder) throws IOException {
    WholeFile.writeUnforced(
        folder.resolve(NAME), JsonMapper.shared().writeValueAsString(this) + "\n");
  }
}
