package org.quotidian.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of articles and a job on it, with annotators that need no model. */
abstract class JobOnFolder {

  @TempDir Path folder;

  Path input = Path.of("");
  Path output = Path.of("");
  final StopSignal stop = new StopSignal();
  final java.util.Map<String, String> settings = new java.util.LinkedHashMap<>();

  @BeforeEach
  void corpus() throws IOException {
    input = Files.createDirectories(folder.resolve("input"));
    output = folder.resolve("output");
  }

  RunResult run() throws IOException {
    return run(Progress.NONE, new StopSignal());
  }

  RunResult run(Progress progress) throws IOException {
    return run(progress, stop);
  }

  RunResult run(Progress progress, StopSignal stop) throws IOException {
    return TestRun.of(TestRun.job(folder, settings), stop, progress);
  }

  interface Change {
    void make() throws IOException;
  }

  static Progress before(String step, Change change) {
    return new Progress() {
      @Override
      public void begin(String begun, long total) {
        if (begun.equals(step)) {
          try {
            change.make();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
      }

      @Override
      public void advance(int failed) {}

      @Override
      public void end() {}
    };
  }

  Progress stopAfter(int articles) {
    return new Progress() {
      private int count = Integer.MIN_VALUE;

      @Override
      public synchronized void begin(String step, long total) {
        count = step.equals("extract") ? 0 : Integer.MIN_VALUE;
      }

      @Override
      public synchronized void advance(int failed) {
        if (++count == articles) {
          stop.request();
        }
      }

      @Override
      public void end() {}
    };
  }

  List<Map<String, String>> rows(String table) throws IOException {
    return OutputFiles.rows(output.resolve(table + ".csv"));
  }

  String header(String table) throws IOException {
    return Files.readString(output.resolve(table + ".csv"))
        .lines()
        .findFirst()
        .orElseThrow()
        .substring(1);
  }
}
