package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.batch.GeneratedArticles;

/**
 * Whatever goes wrong, nothing that is printed or logged contains a password. Commands are executed
 * like those of a process, in the JVM of the test, which need not start and load models for each.
 */
@Tag("process")
@Tag("slow")
class SecretsTest {

  private static final String SECRET = "pfeffer77";

  /** No server listens there. */
  private static final String SERVER = "127.0.0.1:1";

  @TempDir private Path folder;

  @Test
  void aDatabaseFileKeepsItsPassword() throws Exception {
    String shown = "jdbc:hsqldb:file:" + folder + "/database/q";
    String url = shown + ";user=SA;password=" + SECRET;
    job(url, "");

    assertThat(printed("status")).contains("No run yet in " + shown);
    assertThat(printed("sql", "select 1")).contains("No run yet in ");
    assertThat(printed("purge", "--keep", "1")).contains("No run yet in ");
    assertThat(printed("run")).contains("Run 1 of corpus secret");
    assertThat(printed("sql", "select count(*) from article")).contains("2");
    assertThat(printed("status", "99")).contains("There is no run 99");
    assertThat(printed("run", "--workers", "remote")).contains("need PostgreSQL");
    assertThat(
            printed(
                "status",
                "--set",
                "database.password=x",
                "--set",
                "database.url=" + url.replace(SECRET, SECRET + "x")))
        .contains("cannot use the database");
    assertNothingTells();
  }

  @Test
  void aServerKeepsItsPassword() throws Exception {
    for (String url :
        List.of(
            "jdbc:postgresql://" + SERVER + "/q?user=me&password=" + SECRET,
            "jdbc:postgresql://me:" + SECRET + "@" + SERVER + "/q",
            "jdbc:postgresql://" + SERVER + "/q?sslpassword=" + SECRET)) {
      job(url, "");
      for (String command : List.of("run", "status", "doctor", "export", "stop")) {
        assertThat(printed(command)).contains("jdbc:postgresql://" + SERVER + "/q");
      }
    }
    for (String url :
        List.of(
            "jdbc:postgresql://me:a/" + SECRET + "@" + SERVER + "/q",
            "jdbc:oracle:thin:me/" + SECRET + "@" + SERVER)) {
      job(url, "");
      assertThat(printed("run")).contains("job.yml:4: database.url: ");
    }
    assertNothingTells();
  }

  @Test
  void noProcessTellsItEither() throws Exception {
    job("jdbc:postgresql://me:" + SECRET + "@" + SERVER + "/q", "");
    List<QuotidianProcess> programs = new ArrayList<>(); // at once: they only fail
    for (String command : List.of("run", "status", "doctor")) {
      programs.add(QuotidianProcess.start(folder, command, folder.resolve("job.yml").toString()));
    }
    for (QuotidianProcess program : programs) {
      program.exitCode();
      assertThat(program.screen())
          .contains("jdbc:postgresql://" + SERVER + "/q")
          .doesNotContain(SECRET);
    }
    assertNothingTells();
  }

  @Test
  void whereFiguresAreToldIsToldWithoutThePassword() throws Exception {
    String gateway = "http://me:" + SECRET + "@" + SERVER;
    job(
        "jdbc:hsqldb:file:" + folder + "/database/q",
        "metrics: {push-gateway: \"%s\", otlp: \"%s/v1/metrics\"}".formatted(gateway, gateway));

    assertThat(printed("run")).contains("Run 1 of corpus secret");
    assertThat(folder.resolve("output/quotidian.log")).content().contains("could not be sent");
    job(
        "jdbc:hsqldb:file:" + folder + "/database/q",
        "metrics: {otlp: \"%s/v1/metrics\"}".formatted(gateway));
    assertThat(printed("run", "--full")).contains("Run 2 of corpus secret");
    assertThat(folder.resolve("output/quotidian.log")).content().contains(SERVER);
    assertNothingTells();
  }

  private void job(String url, String more) throws IOException {
    Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: secret
        input: ["%1$s/input"]
        output: "%1$s/output"
        database: {url: "%2$s"}
        report: {enabled: false}
        %3$s
        """
            .formatted(folder, url, more));
    GeneratedArticles.write(folder.resolve("input"), 2, 1);
  }

  /**
   * What the command prints.
   *
   * @param options of the command, which has the job file as its first argument
   */
  private String printed(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, folder + "/job.yml"));
    arguments.addAll(List.of(options));
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    System.setOut(new PrintStream(screen, true, StandardCharsets.UTF_8));
    System.setErr(System.out);
    try {
      MainCommand.execute(arguments.toArray(String[]::new));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    String printed = screen.toString(StandardCharsets.UTF_8);
    assertThat(printed).doesNotContain(SECRET).isNotEmpty();
    return printed;
  }

  private void assertNothingTells() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("job.yml")) {
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
              .as(file.toString())
              .doesNotContain(SECRET);
        }
      }
    }
  }
}
