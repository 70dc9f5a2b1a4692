package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.batch.GeneratedArticles;

/** What a start of the program does not load, because loading takes seconds that are not needed. */
@Tag("process")
@Tag("slow")
class StartTest {

  private static final List<String> MODELS =
      List.of(
          "edu.stanford.nlp.ie.crf.CRFClassifier",
          "edu.stanford.nlp.tagger.maxent.MaxentTagger",
          "opennlp.tools.ml.");

  @TempDir private Path folder;

  @BeforeEach
  void job() throws IOException {
    Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: start
        input: [input]
        output: output
        database: {url: "jdbc:hsqldb:file:database/quotidian"}
        """);
    GeneratedArticles.write(folder.resolve("input"), 2, 1);
  }

  @Test
  void helpLoadsNoLogNoSpringAndNoModel() throws Exception {
    Set<String> loaded = classesLoadedBy("--help");

    assertThat(loaded).contains("org.quotidian.cli.MainCommand");
    assertThat(of(loaded, List.of("ch.qos.logback.", "org.springframework."))).isEmpty();
    assertThat(of(loaded, MODELS)).isEmpty();
  }

  @Test
  void aRunWithNothingNewAndItsStatusLoadNoModel() throws Exception {
    assertThat(of(classesLoadedBy("run", "job.yml"), MODELS)).isNotEmpty();

    assertThat(of(classesLoadedBy("run", "job.yml"), MODELS)).isEmpty();
    assertThat(of(classesLoadedBy("status", "job.yml"), MODELS)).isEmpty();
  }

  private static List<String> of(Set<String> classes, List<String> starts) {
    return classes.stream().filter(name -> starts.stream().anyMatch(name::startsWith)).toList();
  }

  private Set<String> classesLoadedBy(String... arguments) throws Exception {
    Path log = Files.createTempFile(folder, "classes", ".txt");
    Map<String, String> environment =
        Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log + "::filesize=0");
    QuotidianProcess program =
        QuotidianProcess.start(folder, "org.quotidian.Quotidian", environment, arguments);
    assertThat(program.exitCode()).as(program.screen()).isZero();
    Set<String> classes = new TreeSet<>();
    for (String line : Files.readAllLines(log)) { // [0.072s][info][class,load] NAME source: …
      classes.add(line.substring(line.indexOf("] ") + 2).split(" ", 2)[0]);
    }
    return classes;
  }
}
