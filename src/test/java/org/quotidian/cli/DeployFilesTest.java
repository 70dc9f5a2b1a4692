package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.model.Version;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The deployment files are well-formed and agree with each other and with the program. */
class DeployFilesTest {

  private static final Path FOLDER = Path.of("jobs/deploy");
  private static final String JOB_FILE = "/opt/quotidian/jobs/deploy/remote.yml";

  @Test
  void theJobFileIsValid() {
    JobSettings job = JobFile.read(FOLDER.resolve("remote.yml"), Map.of(), List.of());

    assertThat(job.workers().mode()).isEqualTo(JobSettings.Mode.REMOTE);
    assertThat(job.database().password()).isEmpty();
    assertThat(job.workers().password()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes.yml", "keda.yml"})
  void everyKubernetesObjectIsNamed(String file) throws IOException {
    assertThat(documents(file))
        .isNotEmpty()
        .allSatisfy(
            object -> assertThat(object).containsKeys("apiVersion", "kind", "metadata", "spec"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes.yml", "compose.yml"})
  void whatRunsIsThere(String file) throws IOException {
    List<String> images = new ArrayList<>();
    List<List<?>> commands = new ArrayList<>();
    for (Map<String, Object> document : documents(file)) {
      visit(
          document,
          (key, value) -> {
            if (key.equals("image")) {
              images.add((String) value);
            }
            if (key.equals("args")
                || key.equals("command")
                    && value instanceof List<?> list
                    && list.contains(JOB_FILE)) {
              commands.add((List<?>) value);
            }
          });
    }

    assertThat(images)
        .contains("quotidian:" + Version.current())
        .allMatch(image -> image.matches(".+:\\d[\\w.-]*"));
    assertThat(commands)
        .extracting(command -> (Object) command.get(0))
        .containsExactlyInAnyOrder("run", "worker");
    assertThat(commands)
        .allSatisfy(
            command -> {
              assertThat(MainCommand.commandLine().getSubcommands())
                  .containsKey((String) command.get(0));
              assertThat(command.get(1)).isEqualTo(JOB_FILE);
            });
  }

  @Test
  void theAutoscalerWatchesTheQueueOfTheJob() throws IOException {
    JobSettings job = JobFile.read(FOLDER.resolve("remote.yml"), Map.of(), List.of());
    List<Object> queues = new ArrayList<>();
    for (Map<String, Object> document : documents("keda.yml")) {
      visit(
          document,
          (key, value) -> {
            if (key.equals("queueName")) {
              queues.add(value);
            }
          });
    }

    assertThat(queues).containsExactly("quotidian." + job.corpus());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes.yml", "compose.yml", "keda.yml", "remote.yml"})
  void noPasswordIsWrittenDown(String file) throws IOException {
    for (Map<String, Object> document : documents(file)) {
      visit(
          document,
          (key, value) -> {
            if (key.toLowerCase(java.util.Locale.ROOT).endsWith("password")
                && value instanceof String text) {
              assertThat(text).as(key).startsWith("${");
            }
          });
    }
  }

  private static List<Map<String, Object>> documents(String file) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : yaml.loadAll(Files.readString(FOLDER.resolve(file)))) {
      Map<String, Object> copy = new java.util.LinkedHashMap<>();
      ((Map<?, ?>) document).forEach((key, value) -> copy.put(String.valueOf(key), value));
      documents.add(copy);
    }
    return documents;
  }

  /** Calls {@code visitor} with every key and value at every depth. */
  private static void visit(Object node, BiConsumer<String, Object> visitor) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            visitor.accept(String.valueOf(key), value);
            if (!String.valueOf(key).startsWith("x-")) {
              visit(value, visitor);
            }
          });
    } else if (node instanceof Iterable<?> list) {
      list.forEach(item -> visit(item, visitor));
    }
  }
}
