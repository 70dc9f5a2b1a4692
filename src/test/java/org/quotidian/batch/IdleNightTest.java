package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run that changes no row does not write again what the last one left in order. */
@Tag("slow")
class IdleNightTest {

  @TempDir private Path folder;

  private final Map<String, String> settings = new LinkedHashMap<>();

  @BeforeEach
  void articles() throws IOException {
    GeneratedArticles.write(folder.resolve("input"), 6, 3);
    Files.copy(folder.resolve("input/000/article-00002.txt"), folder.resolve("input/copy.txt"));
  }

  @Test
  void reportDuplicatesAndCountsStayAsTheyWere() throws IOException {
    run();
    String report = Files.readString(output("report.html"));
    String summary = Files.readString(output("summary.json"));
    Files.writeString(output("report.html"), report + "<!-- the old one -->");
    Files.writeString(output("summary.json"), summary.replace("\"en\" : 3", "\"en\" : 33"));
    update("update article set duplicate_of = null");

    run();

    assertThat(output("report.html")).content().endsWith("<!-- the old one -->");
    assertThat(output("summary.json"))
        .content()
        .contains("\"run\" : 2", "\"en\" : 33", "\"unchanged\" : 7", "\"done\" : 0");
    assertThat(duplicates()).isZero();

    Files.writeString(folder.resolve("input/new.txt"), "New.\n\nThe sun came out in Alden.");
    run();

    assertThat(output("report.html")).content().doesNotContain("the old one");
    assertThat(output("summary.json")).content().contains("\"run\" : 3", "\"en\" : 4");
    assertThat(duplicates()).isEqualTo(1);
  }

  @Test
  void whatIsNotThereAnyMoreIsMadeAgain() throws IOException {
    run();
    Files.delete(output("report.html"));
    Files.writeString(output("summary.json"), "{ no summary");

    run();

    assertThat(output("report.html")).exists();
    assertThat(output("summary.json")).content().contains("\"run\" : 2", "\"en\" : 3");
  }

  @Test
  void otherSettingsMakeAnotherReport() throws IOException {
    run();
    String before = Files.readString(output("report.html"));

    settings.put("report.language", "vi");
    run();

    assertThat(output("report.html")).content().isNotEqualTo(before);
  }

  @Test
  void aRunThatWasLeftUnfinishedIsNoNightToRelyOn() throws IOException {
    run();
    Files.writeString(folder.resolve("input/new.txt"), "New.\n\nThe sun came out in Alden.");
    StopSignal stop = new StopSignal();
    TestRun.of(TestRun.job(folder, settings), stop, stopAfterExtract(stop));
    settings.put("limits.nesting", "4"); // abandons the run, but finished articles stay

    assertThat(run().pending()).isZero();

    assertThat(output("summary.json")).content().contains("\"run\" : 3", "\"en\" : 4");
    assertThat(output("report.html")).content().contains("new.txt");
  }

  private static Progress stopAfterExtract(StopSignal stop) {
    return new Progress() {
      private String step = "";

      @Override
      public void begin(String step, long total) {
        this.step = step;
      }

      @Override
      public void advance(int failed) {}

      @Override
      public void end() {
        if (step.equals("extract")) {
          stop.request();
        }
      }
    };
  }

  private Run run() throws IOException {
    RunResult result = TestRun.of(TestRun.job(folder, settings));
    assertThat(result.errors()).isEmpty();
    assertThat(result.run().warning()).isEmpty();
    return result.run();
  }

  private Path output(String name) {
    return folder.resolve("output").resolve(name);
  }

  private void update(String sql) throws IOException {
    try (RunLock lock = lock();
        ConfigurableApplicationContext context = open(lock)) {
      context.getBean(JdbcClient.class).sql(sql).update();
    }
  }

  private int duplicates() throws IOException {
    try (RunLock lock = lock();
        ConfigurableApplicationContext context = open(lock)) {
      return context
          .getBean(JdbcClient.class)
          .sql("select count(*) from article where duplicate_of is not null")
          .query(Integer.class)
          .single();
    }
  }

  private RunLock lock() throws IOException {
    return RunLock.acquire(BatchApplication.address(TestRun.job(folder, settings)), "test");
  }

  private ConfigurableApplicationContext open(RunLock lock) throws IOException {
    return BatchApplication.open(
        TestRun.job(folder, settings), lock, new StopSignal(), Progress.NONE, new TestAnnotators());
  }
}
