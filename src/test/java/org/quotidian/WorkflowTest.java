package org.quotidian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for GitHub are well-formed and do what the manual says. */
class WorkflowTest {

  private static final Path FOLDER = Path.of(".github");

  @Test
  void itRunsTheTestCommandOfTheManualOnTheJdksOfTheManual() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Path workflow = FOLDER.resolve("workflows/ci.yml");

    assertThat(readme).contains("\nmvn verify ", "a JDK 17 (21 and 25 also work)");
    assertThat(maps(in(workflow, "jobs", "test", "steps")))
        .anySatisfy(step -> assertThat(step).containsEntry("run", "mvn verify"));
    assertThat(Path.of(".ci/run")).content().contains("\nmvn -B -ntp verify\n");
    assertThat(in(workflow, "jobs", "test", "strategy", "matrix", "java"))
        .isEqualTo(List.of("17", "21", "25"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFieldOfAFormHasALabel(Path form) throws IOException {
    assertThat(maps(in(form, "body")))
        .isNotEmpty()
        .allSatisfy(
            field -> {
              assertThat(field).containsKeys("type", "id", "attributes");
              assertThat(String.valueOf(field.get("attributes"))).contains("label=");
            });
  }

  @Test
  void dependenciesOfTheBuildAndOfTheWorkflowAreKeptUp() throws IOException {
    assertThat(maps(in(FOLDER.resolve("dependabot.yml"), "updates")))
        .extracting(update -> update.get("package-ecosystem"))
        .containsExactly("maven", "github-actions");
  }

  private static List<Path> forms() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("ISSUE_TEMPLATE"))) {
      return files.filter(file -> !file.endsWith("config.yml")).sorted().toList();
    }
  }

  private static Object in(Path file, String... keys) throws IOException {
    Object found = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    for (String key : keys) {
      found = Objects.requireNonNull(((Map<?, ?>) found).get(key), key);
    }
    return found;
  }

  @SuppressWarnings("unchecked") // lists of mappings, as in these files
  private static List<Map<String, Object>> maps(Object list) {
    return (List<Map<String, Object>>) list;
  }
}
