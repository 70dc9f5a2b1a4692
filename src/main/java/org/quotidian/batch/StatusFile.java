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
 * What a run says of itself in {@code status.json} in its output folder, for those who cannot ask
 * the HSQLDB file that it holds.
 *
 * @param run number of the run that wrote it
 * @param runs the newest runs in the database, newest first
 * @param steps of that run
 * @param failures of that run, once it has ended
 */
public record StatusFile(
    int run, List<Run> runs, List<RunStep> steps, List<CorpusStatistics.Failures> failures) {

  static final String NAME = "status.json";

  /** The file in an output folder; empty if there is none, or none of this version. */
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

  /** Replaces the file whole; it is not forced to disk, because it only tells of the moment. */
  void write(Path folder) throws IOException {
    WholeFile.writeUnforced(
        folder.resolve(NAME), JsonMapper.shared().writeValueAsString(this) + "\n");
  }
}
