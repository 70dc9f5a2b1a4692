package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.batch.OutputFiles;

/**
 * One file of many records, with the process killed in the middle: no record is lost or duplicated.
 * A large one: {@code -Dquotidian.large.megabytes=2048}.
 */
@Tag("process")
@Tag("slow")
class LargeFileTest {

  private static final long BYTES = Long.getLong("quotidian.large.megabytes", 3) << 20;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"large.jsonl", "large.jsonl.gz"})
  void noRecordIsLostOrDoubledWhenTheProcessDies(String name) throws Exception {
    Path input = Files.createDirectories(folder.resolve("input"));
    int records = write(input.resolve(name), BYTES);
    Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: large
        input: [input]
        output: output
        threads: 2
        database: {url: "jdbc:hsqldb:file:database/quotidian"}
        """);

    QuotidianProcess killed = QuotidianProcess.start(folder, "run", "job.yml");
    while (killed.isAlive()
        && QuotidianProcess.progress(folder.resolve("database")) < records / 2) {
      Thread.sleep(20);
    }
    killed.kill();
    int before = QuotidianProcess.progress(folder.resolve("database"));
    QuotidianProcess again = QuotidianProcess.start(folder, "run", "job.yml");
    assertThat(again.exitCode()).as(again.screen()).isZero();

    assertThat(before).isBetween(records / 2, records - 1);
    List<String> ids = OutputFiles.column(folder.resolve("output/articles.csv"), "record");
    assertThat(ids).hasSize(records).doesNotHaveDuplicates().contains("r0", "r" + (records - 1));
    assertThat(OutputFiles.rows(folder.resolve("output/failures.csv"))).isEmpty();
  }

  /**
   * Writes records of about 2 kB: one short sentence, and what crawlers store beside the text.
   * Returns their number.
   */
  private static int write(Path file, long bytes) throws IOException {
    int records = 0;
    Random random = new Random(17);
    byte[] kept = new byte[1000];
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                file.toString().endsWith(".gz")
                    ? new GZIPOutputStream(Files.newOutputStream(file))
                    : Files.newOutputStream(file),
                StandardCharsets.UTF_8),
            1 << 16)) {
      for (long written = 0; written < bytes; records++) {
        random.nextBytes(kept);
        String line =
            "{\"id\": \"r%d\", \"text\": \"Heute hält der Zug Nummer %d in Bad Lauda nicht.\", \"html\": \"%s\"}\n"
                .formatted(records, records, HexFormat.of().formatHex(kept));
        out.write(line);
        written += line.length();
      }
    }
    return records;
  }
}
