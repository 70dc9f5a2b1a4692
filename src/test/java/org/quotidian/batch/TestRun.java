package org.quotidian.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.store.LostWrites;
import org.quotidian.store.RunLock;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a job with annotators that need no model. */
public final class TestRun {

  private TestRun() {}

  public static RunResult of(JobSettings job) {
    return of(job, new StopSignal(), Progress.NONE);
  }

  /** A job on the folder's {@code input}, with output and database beside it. */
  static JobSettings job(Path folder, Map<String, String> settings) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.yml"),
            """
            corpus: test
            input: ["%1$s/input"]
            output: "%1$s/output"
            database: {url: "jdbc:hsqldb:file:%1$s/database/test"}
            """
                .formatted(folder));
    return JobFile.read(file, settings, List.of());
  }

  static RunResult of(JobSettings job, StopSignal stop, Progress progress) {
    RunResult result;
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
        ConfigurableApplicationContext context =
            BatchApplication.open(job, lock, stop, progress, new TestAnnotators())) {
      result = context.getBean(Launcher.class).run();
    }
    LostWrites.check(); // like the command
    return result;
  }
}
