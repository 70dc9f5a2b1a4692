package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.store.Run;

/** Articles that cannot be read or take too long, and how many of them a run accepts. */
@Tag("slow")
class FailedArticlesTest extends JobOnFolder {
  @Test
  void whatCannotBeReadIsAFailureAndTheRestIsDone() throws IOException {
    GeneratedArticles.write(input, 20, 6);
    Files.writeString(input.resolve("empty.txt"), "");
    Files.write(input.resolve("zeros.txt"), new byte[] {'a', 0, 0, 'b', 0});
    Files.write(input.resolve("encoding.txt"), undecodable());
    try (RandomAccessFile large = new RandomAccessFile(input.resolve("large.txt").toFile(), "rw")) {
      large.setLength(200L << 20); // sparse: 200 MB that take no space
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
        .satisfies(row -> assertThat(row.get("message")).contains("no longer does"));
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
            row -> assertThat(row.get("message")).contains("it is now a link, but was a file"));

    Files.delete(article);
    Files.move(folder.resolve("kept"), article);
    run();
    assertThat(rows("failures")).isEmpty();
    assertThat(rows("articles")).hasSize(4);
  }

  /** Bytes that are not text in any encoding. */
  private static byte[] undecodable() {
    byte[] bytes = new byte[2000];
    new java.util.Random(1).nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
    }
    return bytes;
  }
}
