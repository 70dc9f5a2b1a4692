package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.JsonSchemas;
import org.quotidian.report.Summary;
import org.quotidian.store.Run;
import tools.jackson.databind.json.JsonMapper;

/** The job from folder to CSV, with annotators that need no model. */
class ExtractionJobTest {

  @TempDir private Path folder;

  private Path input = Path.of("");
  private Path output = Path.of("");
  private final StopSignal stop = new StopSignal();
  private final java.util.Map<String, String> settings = new java.util.LinkedHashMap<>();

  @BeforeEach
  void corpus() throws IOException {
    input = Files.createDirectories(folder.resolve("input"));
    output = folder.resolve("output");
  }

  @Test
  void everyArticleBecomesRowsWhoseOffsetsHold() throws IOException {
    GeneratedArticles.write(input, 30, 1);

    RunResult result = run();

    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(result.run().done()).isEqualTo(30);
    assertThat(rows("articles")).hasSize(30);
    assertThat(rows("sentences"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              String text = Files.readString(input.resolve(row.get("source")));
              int[] codePoints = text.codePoints().toArray();
              int start = Integer.parseInt(row.get("start"));
              int end = Integer.parseInt(row.get("end"));
              assertThat(new String(codePoints, start, end - start)).isEqualTo(row.get("text"));
            });
    assertThat(Files.list(output).map(file -> file.getFileName().toString()))
        .contains("summary.json", "quotidian.log")
        .noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void headersAreThoseOfTheDesign() throws IOException {
    GeneratedArticles.write(input, 1, 1);

    run();

    assertThat(header("articles"))
        .isEqualTo(
            "article_id,source,record,title,author,published,language,characters,sentences,entities,"
                + "quotes,sha256,duplicate_of,run_id,extracted_at");
    assertThat(header("sentences"))
        .isEqualTo("article_id,source,sentence,paragraph,section,start,end,text");
    assertThat(header("entities"))
        .isEqualTo("article_id,source,sentence,entity,type,start,end,text,canonical,normalized");
    assertThat(header("quotes"))
        .isEqualTo(
            "article_id,source,title,published,quote,type,sentence,start,end,text,verbatim,speaker,"
                + "speaker_start,speaker_end,canonical_speaker,speaker_type,cue,cue_start,cue_end,via,"
                + "confidence");
    assertThat(header("failures")).isEqualTo("source,record,stage,error,message,failed_at");
  }

  @Test
  void besideTheCsvFilesIsWhatTheyMean() throws IOException {
    GeneratedArticles.write(input, 2, 1);

    run();

    assertThat(Files.readString(output.resolve("README.txt")))
        .contains("AI NÓI GÌ: bộ bài báo \"test\"", "WHO SAID WHAT", "quotes.csv");
    assertThat(Files.readString(output.resolve("datapackage.json"))).contains("\"quotes.csv\"");
    assertThat(output.resolve("articles.jsonl")).doesNotExist();
  }

  @Test
  void jsonLinesComeAndGoWithTheSetting() throws IOException {
    GeneratedArticles.write(input, 120, 1); // more than a page
    settings.put("json-lines", "true");
    run();

    List<String> lines = Files.readAllLines(output.resolve("articles.jsonl"));
    assertThat(lines).hasSize(120);
    assertThat(
            lines.stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .mapToInt(article -> article.get("sentences").size())
                .sum())
        .isEqualTo(rows("sentences").size());

    settings.remove("json-lines");
    run();
    assertThat(output.resolve("articles.jsonl")).doesNotExist();
  }

  @Test
  void theLogIsJsonOnRequest() throws IOException {
    GeneratedArticles.write(input, 1, 1);
    settings.put("log-format", "ecs");

    run();

    assertThat(Files.readAllLines(output.resolve("quotidian.log")))
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(JsonMapper.shared().readTree(line).has("@timestamp")).isTrue());
  }

  @Test
  void theSummaryIsAsItsSchemaSays() throws IOException {
    GeneratedArticles.write(input, 3, 1);
    Files.writeString(input.resolve("empty.txt"), "");

    run();

    String summary = Files.readString(output.resolve("summary.json"));
    try (InputStream in = Summary.class.getResourceAsStream(Summary.SCHEMA)) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(JsonSchemas.mistakes(schema, summary, SpecificationVersion.DRAFT_2020_12))
          .isEmpty();
      assertThat(
              JsonSchemas.mistakes(
                  schema,
                  summary.replace("\"run\"", "\"ran\""),
                  SpecificationVersion.DRAFT_2020_12))
          .isNotEmpty();
    }
  }

  @Test
  void threadsAndChunksDoNotChangeABit() throws IOException {
    GeneratedArticles.write(input, 60, 2);
    settings.put("threads", "1");
    settings.put("chunk-size", "7");
    run();
    Map<String, String> one = OutputFiles.comparable(output);

    settings.put("threads", "4");
    settings.put("chunk-size", "40");
    settings.put("database.url", "jdbc:hsqldb:file:" + folder.resolve("other/db"));
    output = folder.resolve("other-output");
    settings.put("output", output.toString());
    run();

    assertThat(OutputFiles.comparable(output)).isEqualTo(one);
  }

  @Test
  void aSecondRunHasNothingToDo() throws IOException {
    GeneratedArticles.write(input, 5, 3);
    run();
    byte[] before = Files.readAllBytes(output.resolve("articles.csv"));

    RunResult second = run();

    assertThat(second.nothingToDo()).isTrue();
    assertThat(second.run().unchanged()).isEqualTo(5);
    assertThat(Files.readAllBytes(output.resolve("articles.csv"))).isEqualTo(before);
  }

  @Test
  void onlyNewAndChangedArticlesAreWorkedOn() throws IOException {
    GeneratedArticles.write(input, 10, 4);
    run();
    Files.writeString(input.resolve("000/article-00003.txt"), "Changed.\n\nIt rained in Alden.");
    Files.writeString(input.resolve("new.txt"), "New.\n\nThe sun came out in Alden.");

    RunResult second = run();

    assertThat(second.run().done()).isEqualTo(2);
    assertThat(rows("articles")).hasSize(11);
    assertThat(rows("articles").stream().filter(row -> "2".equals(row.get("run_id"))))
        .extracting(row -> row.get("source"))
        .containsExactlyInAnyOrder("000/article-00003.txt", "new.txt");
    assertThat(
            rows("sentences").stream()
                .filter(row -> "000/article-00003.txt".equals(row.get("source"))))
        .extracting(row -> row.get("text"))
        .contains("It rained in Alden.")
        .hasSize(2);
  }

  @Test
  void aFullRunWorksOnAllAgain() throws IOException {
    GeneratedArticles.write(input, 5, 4);
    run();
    settings.put("incremental", "false");

    assertThat(run().run().done()).isEqualTo(5);
    assertThat(rows("articles")).hasSize(5);
  }

  @Test
  void articlesThatAreGoneKeepTheirRowsUnlessTheJobSaysSo() throws IOException {
    GeneratedArticles.write(input, 5, 5);
    run();
    Files.delete(input.resolve("000/article-00002.txt"));

    run();
    assertThat(rows("articles")).hasSize(5);

    settings.put("disappeared", "remove");
    RunResult result = run();
    assertThat(result.run().removed()).isEqualTo(1);
    assertThat(result.nothingToDo()).isFalse();
    assertThat(rows("articles")).hasSize(4);
    assertThat(rows("sentences"))
        .noneMatch(row -> "000/article-00002.txt".equals(row.get("source")));
  }

  @Test
  void anEmptyInputRemovesNothing() throws IOException {
    GeneratedArticles.write(input, 3, 5);
    run();
    for (int i = 0; i < 3; i++) {
      Files.delete(input.resolve("000/article-0000" + i + ".txt"));
    }
    settings.put("disappeared", "remove");

    assertThat(run().run().removed()).isZero();
    assertThat(rows("articles")).hasSize(3);
  }

  @Test
  void whatCannotBeReadIsAFailureAndTheRestIsDone() throws IOException {
    GeneratedArticles.write(input, 20, 6);
    Files.writeString(input.resolve("empty.txt"), "");
    Files.write(input.resolve("zeros.txt"), new byte[] {'a', 0, 0, 'b', 0});
    Files.write(input.resolve("encoding.txt"), undecodable());
    try (RandomAccessFile large = new RandomAccessFile(input.resolve("large.txt").toFile(), "rw")) {
      large.setLength(200L << 20); // sparse: 200 MB that take no room
    }
    Files.createSymbolicLink(input.resolve("dangling.txt"), Path.of("nowhere.txt"));
    Files.createSymbolicLink(input.resolve("loop"), input);
    Files.createSymbolicLink(input.resolve("outside.txt"), Path.of("/etc/hostname"));
    Files.writeString(input.resolve("throws.txt"), "A title\n\nThis makes the annotator THROW.");
    Files.writeString(input.resolve("deep.txt"), "A title\n\nThis makes it RECURSE for ever.");
    Files.writeString(input.resolve("sleeps.txt"), "A title\n\nThis makes the annotator SLEEP.");
    Files.writeString(input.resolve("spins.txt"), "A title\n\nThis makes the annotator SPIN.");
    settings.put("limits.seconds", "1");

    RunResult result = run();

    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(result.run().done()).isEqualTo(20);
    Map<String, String> failures =
        rows("failures").stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("source"), row -> row.get("stage") + ": " + row.get("message")));
    assertThat(failures.keySet())
        .containsExactlyInAnyOrder(
            "empty.txt",
            "zeros.txt",
            "encoding.txt",
            "large.txt",
            "dangling.txt",
            "loop",
            "outside.txt",
            "throws.txt",
            "deep.txt",
            "sleeps.txt",
            "spins.txt");
    assertThat(failures.get("empty.txt")).startsWith("read: ").contains("empty");
    assertThat(failures.get("large.txt")).startsWith("discover: ").contains("limits.file-size");
    assertThat(failures.get("dangling.txt")).startsWith("discover: ").contains("link");
    assertThat(failures.get("loop")).startsWith("discover: ").contains("link");
    assertThat(failures.get("throws.txt")).startsWith("sentences: ").contains("poisoned");
    assertThat(failures.get("sleeps.txt")).startsWith("entities: ").contains("limits.seconds");
    assertThat(failures.get("spins.txt")).startsWith("entities: ").contains("limits.seconds");
    assertThat(run().nothingToDo()).isTrue();
  }

  @Test
  void anArticleRemovedAfterItWasFoundIsAFailureUntilItIsBack() throws IOException {
    GeneratedArticles.write(input, 3, 7);
    Path doomed = input.resolve("000/article-00001.txt");
    String content = Files.readString(doomed);

    run(
        new Progress() {
          @Override
          public void begin(String step, long total) {
            if (step.equals("extract")) {
              assertThat(doomed.toFile().delete()).isTrue();
            }
          }

          @Override
          public void advance(int failed) {}

          @Override
          public void end() {}
        });

    assertThat(rows("failures"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("message")).contains("gone"));
    assertThat(rows("articles")).hasSize(2);

    Files.writeString(doomed, content);
    assertThat(run().run().done()).isEqualTo(1);
    assertThat(rows("failures")).isEmpty();
    assertThat(rows("articles")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"500, 100", "3, 2"})
  void tooManyFailuresStopTheRunUntilTheLimitIsRaised(int empty, int limit) throws IOException {
    GeneratedArticles.write(input, 10, 8);
    for (int i = 0; i < empty; i++) {
      Files.writeString(input.resolve("empty-" + i + ".txt"), "");
    }
    settings.put("limits.failures", String.valueOf(limit));

    RunResult failed = run();

    assertThat(failed.run().status()).isEqualTo(Run.Status.FAILED);
    assertThat(failed.errors()).singleElement().asString().contains("limits.failures");
    settings.put("limits.failures", "-1");
    RunResult continued = run();
    assertThat(continued.continued()).isTrue();
    assertThat(continued.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(rows("failures")).hasSize(empty);
    assertThat(rows("articles")).hasSize(10);
  }

  @Test
  void aStoppedRunIsContinuedWhereItWas() throws IOException {
    GeneratedArticles.write(input, 50, 9);
    settings.put("chunk-size", "5");
    RunResult stopped = run(stopAfter(12));

    assertThat(stopped.run().status()).isEqualTo(Run.Status.STOPPED);
    // a thread may come to one of the first articles only after the other saw the stop
    assertThat(stopped.run().done()).isBetween(4, 25);
    assertThat(output.resolve("articles.csv")).doesNotExist();
    RunResult continued = run();
    assertThat(continued.continued()).isTrue();
    assertThat(continued.run().runId()).isEqualTo(stopped.run().runId());
    assertThat(continued.run().done()).isEqualTo(50);
    assertThat(rows("articles")).hasSize(50);
  }

  @Test
  void aRunStoppedAfterItsLastArticleExportsLater() throws IOException {
    GeneratedArticles.write(input, 10, 9);

    RunResult stopped =
        run(
            new Progress() {
              private boolean extracting;

              @Override
              public void begin(String step, long total) {
                extracting = step.equals("extract");
              }

              @Override
              public void advance(int failed) {}

              @Override
              public void end() {
                if (extracting) {
                  stop.request();
                }
              }
            });

    assertThat(stopped.run().status()).isEqualTo(Run.Status.STOPPED);
    assertThat(output.resolve("articles.csv")).doesNotExist();
    assertThat(run().run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(rows("articles")).hasSize(10);
  }

  @Test
  void anUnfinishedRunWithOtherInputsIsLeftForANewOne() throws IOException {
    GeneratedArticles.write(input, 50, 10);
    settings.put("chunk-size", "5");
    RunResult stopped = run(stopAfter(12));
    Path other = Files.createDirectories(folder.resolve("other"));
    GeneratedArticles.write(other, 4, 11);
    settings.put("input[0]", other.toString());

    RunResult next = run();

    assertThat(next.run().runId()).isGreaterThan(stopped.run().runId());
    assertThat(next.run().items()).isEqualTo(4);
  }

  @Test
  void articlesInOtherLanguagesGetSentencesOnly() throws IOException {
    Files.writeString(
        input.resolve("french.txt"),
        """
        Le marché de la vieille ville

        Le marché de la vieille ville a rouvert hier matin après deux mois de travaux. Les habitants
        du quartier étaient nombreux et les marchands se disent soulagés de retrouver leur place.
        « Nous avons attendu longtemps », dit une vendeuse de fromages de la rue voisine.
        """);

    run();

    assertThat(rows("articles"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("language")).isEqualTo("fr");
              assertThat(row.get("entities")).isEqualTo("0");
              assertThat(Integer.parseInt(row.get("sentences"))).isGreaterThan(2);
            });
  }

  @Test
  void whatIsReplacedByALinkInTheMidstIsAFailureUntilItIsBack() throws IOException {
    GeneratedArticles.write(input, 5, 12);
    Path article = input.resolve("000/article-00002.txt");
    Path outside = Files.move(input.resolve("000/article-00004.txt"), folder.resolve("outside"));

    run(
        before(
            "extract",
            () -> {
              Files.move(article, folder.resolve("kept"));
              Files.createSymbolicLink(article, outside);
            }));

    assertThat(rows("articles")).hasSize(3);
    assertThat(rows("failures"))
        .singleElement()
        .satisfies(
            row -> assertThat(row.get("message")).contains("it is a link now, and was a file"));

    Files.delete(article);
    Files.move(folder.resolve("kept"), article);
    run();
    assertThat(rows("failures")).isEmpty();
    assertThat(rows("articles")).hasSize(4);
  }

  private interface Change {
    void make() throws IOException;
  }

  private static Progress before(String step, Change change) {
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

  private Progress stopAfter(int articles) {
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

  private RunResult run() throws IOException {
    return run(Progress.NONE, new StopSignal());
  }

  private RunResult run(Progress progress) throws IOException {
    return run(progress, stop);
  }

  private RunResult run(Progress progress, StopSignal stop) throws IOException {
    return TestRun.of(TestRun.job(folder, settings), stop, progress);
  }

  private List<Map<String, String>> rows(String table) throws IOException {
    return OutputFiles.rows(output.resolve(table + ".csv"));
  }

  private String header(String table) throws IOException {
    return Files.readString(output.resolve(table + ".csv"))
        .lines()
        .findFirst()
        .orElseThrow()
        .substring(1);
  }

  /** Bytes that are no text in any encoding. */
  private static byte[] undecodable() {
    byte[] bytes = new byte[2000];
    new java.util.Random(1).nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
    }
    return bytes;
  }
}
