package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schedules that come with the program, as far as they can be tested here. */
@Tag("process")
class ScheduleTest {

  private static final Path FOLDER = Path.of("jobs/schedule");

  @TempDir private Path folder;

  @Test
  void systemdUnderstandsItsUnits() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/systemd-analyze")),
        "no systemd-analyze on this machine");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/java")), "no /usr/bin/java on this machine");

    assertThat(
            output(
                "systemd-analyze",
                "verify",
                "--man=no",
                FOLDER.resolve("quotidian.service").toString(),
                FOLDER.resolve("quotidian.timer").toString()))
        .doesNotContain("quotidian.service", "quotidian.timer");
    assertThat(output("systemd-analyze", "calendar", "*-*-* 02:15:00")).contains("Next elapse");
  }

  @Test
  void cronRunsItsLineAndMailsAFailure() throws Exception {
    List<String> lines =
        Files.readAllLines(FOLDER.resolve("crontab")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .as("cron's own locale has no Vietnamese names")
        .isEqualTo("LC_ALL=C.UTF-8");
    assertThat(lines.get(1)).matches("\\d+ \\d+ \\* \\* \\* .*").doesNotContain("%");
    String command =
        lines.get(1).split(" ", 6)[5].replace("/opt/quotidian", folder.toAbsolutePath().toString());
    Files.createDirectories(folder.resolve("output"));

    assertThat(output("sh", "-c", withJava("echo refused; exit 1", command)))
        .isEqualTo("refused\nexit code 1\n");
    assertThat(output("sh", "-c", withJava("echo done", command))).isEqualTo("exit code 0\n");
  }

  /** The line for cron with a substitute for the program. */
  private static String withJava(String body, String command) {
    return "java() { (" + body + "); }; (" + command + "); echo exit code $?";
  }

  @Test
  void kubernetesForbidsASecondRunAndKnowsTheExitCodes() throws Exception {
    Map<?, ?> cronJob = document("CronJob");
    assertThat(cronJob.get("apiVersion")).isEqualTo("batch/v1");
    assertThat(at(cronJob, "spec", "concurrencyPolicy")).isEqualTo("Forbid");
    Object job = at(cronJob, "spec", "jobTemplate", "spec");
    assertThat(at(job, "template", "spec", "restartPolicy"))
        .as("podFailurePolicy takes no other")
        .isEqualTo("Never");

    Object container = list(at(job, "template", "spec", "containers")).get(0);
    List<?> rules = list(at(job, "podFailurePolicy", "rules"));
    assertThat(at(rules.get(0), "action")).isEqualTo("FailJob");
    assertThat(at(rules.get(0), "onExitCodes", "values"))
        .isEqualTo(List.of(ExitCode.WRONG_USAGE, ExitCode.ARTICLES_FAILED));
    assertThat(at(rules.get(1), "action")).isEqualTo("Ignore");
    assertThat(at(rules.get(1), "onExitCodes", "values")).isEqualTo(List.of(ExitCode.STOPPED));
    for (Object rule : rules.subList(0, 2)) {
      assertThat(at(rule, "onExitCodes", "containerName")).isEqualTo(at(container, "name"));
    }
    assertThat(list(at(container, "volumeMounts")).stream().map(mount -> at(mount, "name")))
        .containsExactlyElementsOf(
            list(at(job, "template", "spec", "volumes")).stream()
                .map(volume -> at(volume, "name"))
                .toList());
  }

  @Test
  void theJobFileInKubernetesIsValidAndWhereTheContainerLooks() throws Exception {
    Object container =
        list(at(
                document("CronJob"),
                "spec",
                "jobTemplate",
                "spec",
                "template",
                "spec",
                "containers"))
            .get(0);
    assertThat(at(container, "args")).isEqualTo(List.of("run", "/etc/quotidian/nightly.yml"));
    Path file =
        Files.writeString(
            folder.resolve("nightly.yml"),
            String.valueOf(at(document("ConfigMap"), "data", "nightly.yml")));

    JobSettings job = JobFile.read(file, Map.of(), List.of());

    assertThat(job.tellFailures()).isTrue();
    assertThat(job.output()).isEqualTo("/data/output");
  }

  private static Map<?, ?> document(String kind) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<Map<?, ?>> documents = new ArrayList<>();
    yaml.loadAll(new StringReader(Files.readString(FOLDER.resolve("kubernetes.yml"))))
        .forEach(document -> documents.add((Map<?, ?>) document));
    return documents.stream()
        .filter(document -> kind.equals(document.get("kind")))
        .findFirst()
        .orElseThrow();
  }

  private static Object at(Object yaml, String... path) {
    Object value = yaml;
    for (String key : path) {
      value = Objects.requireNonNull(((Map<?, ?>) value).get(key), key);
    }
    return value;
  }

  private static List<?> list(Object yaml) {
    return (List<?>) yaml;
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
