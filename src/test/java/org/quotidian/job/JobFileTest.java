package org.quotidian.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class JobFileTest {

  private static final String SMALLEST =
      """
      corpus: nightly
      input: [articles]
      output: output/nightly
      """;

  @TempDir private Path folder;

  @Test
  void whatIsLeftOutHasADefault() throws IOException {
    JobSettings job = read(SMALLEST);

    assertThat(job.corpus()).isEqualTo("nightly");
    assertThat(job.input()).containsExactly("articles");
    assertThat(job.languages()).containsExactly("auto");
    assertThat(job.incremental()).isTrue();
    assertThat(job.disappeared()).isEqualTo(JobSettings.Disappeared.KEEP);
    assertThat(job.limits().fileSize()).isEqualTo(DataSize.ofMegabytes(50));
    assertThat(job.limits().failures()).isEqualTo(-1);
    assertThat(job.csv().bom()).isTrue();
    assertThat(job.report())
        .isEqualTo(new JobSettings.Report(true, 1000, 5000, JobSettings.Report.Language.AUTO));
    assertThat(job.database().url()).isEqualTo("jdbc:hsqldb:file:output/database/quotidian");
  }

  @Test
  void everyKeyCanBeSet() throws IOException {
    JobSettings job =
        read(
            SMALLEST
                + """
                languages: [en]
                threads: 3
                chunk-size: 7
                incremental: false
                disappeared: remove
                tell-failures: true
                encoding: TCVN3
                fields: {text: noi_dung, key: ma}
                limits: {file-size: 1KB, characters: 10, seconds: 2, nesting: 5, ratio: 9, failures: 7}
                csv: {bom: false, escape-formulas: false}
                report: {enabled: false, articles: 7, quotes: 8, language: vi}
                json-lines: true
                log-format: ecs
                metrics: {file: out/quotidian.prom, push-gateway: "http://gateway:9091"}
                database: {url: "jdbc:postgresql://db/quotidian", user: me, password: secret}
                """);

    assertThat(job.effectiveThreads()).isEqualTo(3);
    assertThat(job.effectiveChunkSize()).isEqualTo(7);
    assertThat(job.disappeared()).isEqualTo(JobSettings.Disappeared.REMOVE);
    assertThat(job.tellFailures()).isTrue();
    assertThat(job.limits())
        .isEqualTo(new JobSettings.Limits(DataSize.ofKilobytes(1), 10, 2, 5, 9, 7));
    assertThat(job.encoding()).isEqualTo("TCVN3");
    assertThat(job.fields())
        .isEqualTo(new JobSettings.Fields(null, null, "noi_dung", null, null, "ma"));
    assertThat(job.csv()).isEqualTo(new JobSettings.Csv(false, false));
    assertThat(job.report())
        .isEqualTo(new JobSettings.Report(false, 7, 8, JobSettings.Report.Language.VI));
    assertThat(job.jsonLines()).isTrue();
    assertThat(job.logFormat()).isEqualTo(JobSettings.LogFormat.ECS);
    assertThat(job.metrics().file()).isEqualTo("out/quotidian.prom");
    assertThat(job.database().password()).isEqualTo("secret");
  }

  @Test
  void aPasswordIsNotPrinted() throws IOException {
    assertThat(read(SMALLEST + "database: {password: secret}\n").toString())
        .doesNotContain("secret");
    assertThat(read(SMALLEST + "workers: {password: secret, url: 'tcp://x?p=secret'}\n").toString())
        .doesNotContain("secret");
  }

  @Test
  void timesOfWorkersAreChecked() {
    assertThatThrownBy(() -> read(SMALLEST + "workers: {lease: 10ms, poll: often}\n"))
        .hasMessageContaining("workers.poll")
        .hasMessageContaining("must be a time such as 500ms, 30s or 10m");
    assertThatThrownBy(() -> read(SMALLEST + "workers: {lease: 10ms}\n"))
        .hasMessageContaining("workers.lease: must be 1s or longer");
  }

  @Test
  void theCommandLineWinsOverTheFile() throws IOException {
    JobSettings job =
        JobFile.read(write(SMALLEST), Map.of("input[0]", "other", "limits.seconds", "5"), Map.of());

    assertThat(job.input()).containsExactly("other");
    assertThat(job.limits().seconds()).isEqualTo(5);
  }

  @Test
  void secretsComeFromTheEnvironment() throws IOException {
    JobSettings job =
        JobFile.read(
            write(SMALLEST + "database: {user: '${DB_USER:nobody}', password: '${DB_PASSWORD}'}\n"),
            Map.of(),
            Map.of("DB_PASSWORD", "secret"));

    assertThat(job.database().user()).isEqualTo("nobody");
    assertThat(job.database().password()).isEqualTo("secret");
  }

  @Test
  void theEnvironmentNamesTheDatabaseOfAnyJob() throws IOException {
    JobSettings job =
        JobFile.read(
            write(SMALLEST),
            Map.of(),
            Map.of("QUOTIDIAN_DATABASE_URL", "jdbc:postgresql://db/quotidian"));

    assertThat(job.database().url()).isEqualTo("jdbc:postgresql://db/quotidian");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thread: 2                     | :4: thread: unknown key; did you mean threads?
          limits: {file-sise: 2MB}      | :4: limits.file-sise: unknown key; did you mean limits.file-size?
          something-else: 1             | :4: something-else: unknown key; known keys:
          threads: -1                   | :4: threads: must be greater than or equal to 0
          threads: many                 | :4: threads: 'many' cannot be used
          disappeared: burn             | :4: disappeared: 'burn' cannot be used
          limits: {seconds: 0}          | :4: limits.seconds: must be greater than or equal to 1
          limits: {nesting: 0}          | :4: limits.nesting: must be greater than or equal to 1
          limits: {ratio: 0}            | :4: limits.ratio: must be greater than or equal to 1
          limits: {nessting: 9}         | :4: limits.nessting: unknown key; did you mean limits.nesting?
          fields: {txt: body}           | :4: fields.txt: unknown key; did you mean fields.text?
          fields: {text: '--'}          | :4: fields.text: must be the name of a field or column
          encoding: ' '                 | :4: encoding: must not be blank
          languages: ''                 | :4: languages: must name a language, such as vi, or be auto
          languages:                    | :4: languages: must name a language, such as vi, or be auto
          languages: ['']               | :4: languages[0]: must name a language, such as vi, or be auto
          language: vi                  | :4: language: unknown key; did you mean languages?
          report: {language: fr}        | :4: report.language: 'fr' cannot be used: must be one of auto, vi, en
          report: {quotes: -1}          | :4: report.quotes: must be greater than or equal to 0
          limits: {file-size: big}      | :4: limits.file-size: 'big' cannot be used
          database: {url: jdbc:mysql:x} | :4: database.url: must begin with jdbc:hsqldb: or jdbc:postgresql:
          report: out                   | :4: report: cannot be used: has keys of its own: report.
          log-format: xml               | :4: log-format: 'xml' cannot be used
          metrics: {file: run.txt}      | :4: metrics.file: must end in .prom
          metrics: {push-gateway: gw:1} | :4: metrics.push-gateway: must begin with http:// or https://
          metrics: {otlp: collector}    | :4: metrics.otlp: must begin with http:// or https://
          metrics: {interval: 10ms}     | :4: metrics.interval: must be 1s or longer
          'languages: [vi'              | not valid YAML
          'corpus: again'               | duplicate key corpus
          """)
  void aMistakeIsNamedWithItsLine(String line, String message) throws IOException {
    Path file = write(SMALLEST + line + "\n");

    assertThatThrownBy(() -> JobFile.read(file, Map.of(), Map.of()))
        .isInstanceOf(JobFileException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void allMistakesAreNamedAtOnce() throws IOException {
    Path file = write("input: []\noutput: out\nthreads: -1\nseconds: 4\n");

    assertThatThrownBy(() -> JobFile.read(file, Map.of(), Map.of()))
        .hasMessageContaining("corpus: must")
        .hasMessageContaining("input: must name at least one")
        .hasMessageContaining(":3: threads: must")
        .hasMessageContaining(":4: seconds: unknown key");
  }

  @Test
  void aMistakeOnTheCommandLineIsNotBlamedOnTheFile() throws IOException {
    Path file = write(SMALLEST);

    assertThatThrownBy(() -> JobFile.read(file, Map.of("threads", "-3"), Map.of()))
        .hasMessageContaining("command line: threads: must");
  }

  @Test
  void aMissingFileIsSaidWithTheFolderItWasSoughtIn() {
    assertThatThrownBy(() -> JobFile.read(Path.of("none.yml"), Map.of(), Map.of()))
        .hasMessageContaining("none.yml: there is no such job file")
        .hasMessageContaining(Path.of("").toAbsolutePath().toString());
  }

  @Test
  void aliasesStandForNoMoreThanAJobFileNeeds() throws IOException {
    assertThat(read(SMALLEST + "fields: {title: &a tin, lead: *a}\n").fields().lead())
        .isEqualTo("tin");
    assertThatThrownBy(() -> read(SMALLEST + "a: &a [*a]\n"))
        .isInstanceOf(JobFileException.class)
        .hasMessageContaining("job.yml:4: *a is used inside its own definition");
    StringBuilder bomb = new StringBuilder(SMALLEST).append("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> read(bomb.toString()))
        .isInstanceOf(JobFileException.class)
        .hasMessageMatching(".*job.yml:\\d+: expands to more than 100000 values");
    assertThatThrownBy(() -> read(SMALLEST + "a: " + "[".repeat(10_000) + "]".repeat(10_000)))
        .isInstanceOf(JobFileException.class)
        .hasMessageContaining("job.yml:4: more than 50 nested lists and maps");
    assertThatThrownBy(() -> read(SMALLEST + "a: *b\n"))
        .isInstanceOf(JobFileException.class)
        .hasMessageContaining("job.yml:4: not valid YAML: found undefined alias b");
    assertThatThrownBy(() -> read(SMALLEST + "encoding: " + "${A:".repeat(100_000)))
        .isInstanceOf(JobFileException.class);
  }

  @Test
  void whatIsNoTextIsSaid() throws IOException {
    assertThatThrownBy(() -> JobFile.read(folder, Map.of(), Map.of()))
        .isInstanceOf(JobFileException.class)
        .hasMessageContaining(folder + ": is a folder");
    assertThatThrownBy(() -> read(SMALLEST + "#".repeat(2_000_000)))
        .isInstanceOf(JobFileException.class)
        .hasMessageContaining("job.yml: is larger than 1 MB");
    assertThatThrownBy(() -> read(SMALLEST + "a: \u0000\n"))
        .isInstanceOf(JobFileException.class)
        .hasMessageContaining("job.yml:4: not a text file: it contains the character U+0000");
    Path latin = folder.resolve("latin.yml");
    Files.write(latin, (SMALLEST + "# caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> JobFile.read(latin, Map.of(), Map.of()))
        .isInstanceOf(JobFileException.class)
        .hasMessageContaining("latin.yml:4: not UTF-8 text");
  }

  @ParameterizedTest
  @CsvSource({"jobs/sample.yml", "jobs/nightly.yml", "jobs/corpus.yml"})
  void theJobFilesThatComeWithTheProgramAreValid(String file) {
    assertThat(JobFile.read(Path.of(file), Map.of(), Map.of()).input()).isNotEmpty();
  }

  private JobSettings read(String yaml) throws IOException {
    return JobFile.read(write(yaml), Map.of(), Map.of());
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("job.yml"), yaml);
  }
}
