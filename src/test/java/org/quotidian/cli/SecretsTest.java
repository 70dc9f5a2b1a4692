package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** Whatever goes wrong, nothing that is printed or logged contains a password. */
@Tag("process")
@Tag("slow")
class SecretsTest {

  private static final String SECRET = "pfeffer77";

  /** No server listens there. */
  private static final String SERVER = "127.0.0.1:1";

  @TempDir private Path folder;

  @Test
  void aDatabaseFileKeepsItsPassword() throws Exception {
    String url = "jdbc:hsqldb:file:database/q;user=SA;password=" + SECRET;
    job(url, "");

    assertThat(printed("status", "job.yml")).contains("No run yet in jdbc:hsqldb:file:database/q");
    assertThat(printed("sql", "job.yml", "select 1")).contains("No run yet in ");
    assertThat(printed("purge", "job.yml", "--keep", "1")).contains("No run yet in ");
    assertThat(printed("run", "job.yml")).contains("Run 1 of corpus secret");
    assertThat(printed("sql", "job.yml", "select count(*) from article")).contains("2");
    assertThat(printed("status", "job.yml", "99")).contains("There is no run 99");
    assertThat(printed("run", "job.yml", "--workers", "remote")).contains("need PostgreSQL");
    assertThat(
            printed(
                "status",
                "job.yml",
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
      List<QuotidianProcess> programs = new ArrayList<>(); // at once: they only fail
      for (String command : List.of("run", "status", "doctor", "export", "stop")) {
        programs.add(QuotidianProcess.start(folder, command, "job.yml"));
      }
      for (QuotidianProcess program : programs) {
        assertThat(printed(program)).contains("jdbc:postgresql://" + SERVER + "/q");
      }
    }
    for (String url :
        List.of(
            "jdbc:postgresql://me:a/" + SECRET + "@" + SERVER + "/q",
            "jdbc:oracle:thin:me/" + SECRET + "@" + SERVER)) {
      job(url, "");
      assertThat(printed("run", "job.yml")).contains("job.yml:4: database.url: ");
    }
    assertNothingTells();
  }

  @Test
  void whereFiguresAreToldIsToldWithoutThePassword() throws Exception {
    String gateway = "http://me:" + SECRET + "@" + SERVER;
    job(
        "jdbc:hsqldb:file:database/q",
        "metrics: {push-gateway: \"%s\", otlp: \"%s/v1/metrics\"}".formatted(gateway, gateway));

    assertThat(printed("run", "job.yml")).contains("Run 1 of corpus secret");
    assertThat(folder.resolve("output/quotidian.log")).content().contains("could not be sent");
    job("jdbc:hsqldb:file:database/q", "metrics: {otlp: \"%s/v1/metrics\"}".formatted(gateway));
    assertThat(printed("run", "job.yml", "--full")).contains("Run 2 of corpus secret");
    assertThat(folder.resolve("output/quotidian.log")).content().contains(SERVER);
    assertNothingTells();
  }

  private void job(String url, String more) throws IOException {
    Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: secret
        input: [input]
        output: output
        database: {url: "%s"}
        report: {enabled: false}
        %s
        """
            .formatted(url, more));
    GeneratedArticles.write(folder.resolve("input"), 2, 1);
  }

  private String printed(String... arguments) throws Exception {
    return printed(QuotidianProcess.start(folder, arguments));
  }

  private static String printed(QuotidianProcess program) throws Exception {
    program.exitCode();
    assertThat(program.screen()).doesNotContain(SECRET).isNotEmpty();
    return program.screen();
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
