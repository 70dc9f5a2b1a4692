package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code train quotes} with the Vietnamese pipeline, on a few articles of our own. */
@Tag("models")
class TrainQuotesTest {

  @TempDir private Path folder;

  @Test
  void learnsFromAllArticlesButThoseHeldOut() throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      lines.append(article("a" + i, "kể", i % 2 == 0, ""));
      lines.append(article("b" + i, "nói", true, ",\"held_out\":true"));
    }
    Path annotation = Files.writeString(folder.resolve("quotes.jsonl"), lines);
    Path weights = folder.resolve("weights");
    CommandLine commandLine = MainCommand.commandLine();
    var out = new StringWriter();
    commandLine.setOut(new PrintWriter(out));

    int code =
        commandLine.execute(
            "train",
            "quotes",
            "--language",
            "Vietnamese",
            "--annotation",
            annotation.toString(),
            "--output",
            weights.toString());

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().strip()).isEqualTo(weights.toString());
    assertThat(Files.readString(weights.resolve("clause-weights.tsv")))
        .contains("gap=rằng\t", "kể & gap=rằng\t")
        .doesNotContain("nói");
  }

  @Test
  void learnsOnlyHowSureQuotesAreIfAsked() throws IOException {
    Path annotation =
        Files.writeString(
            folder.resolve("quotes.jsonl"),
            article("a1", "kể", true, "") + article("a2", "kể", true, ""));
    Path weights = folder.resolve("weights");
    CommandLine commandLine = MainCommand.commandLine();
    commandLine.setOut(new PrintWriter(new StringWriter()));

    int code =
        commandLine.execute(
            "train",
            "quotes",
            "--confidence",
            "--language",
            "vi",
            "--annotation",
            annotation.toString(),
            "--output",
            weights.toString());

    assertThat(code).isEqualTo(ExitCode.DONE);
    try (var files = Files.list(weights)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactly("confidence-weights.tsv");
    }
  }

  /** Every second one has a complementiser, and only behind it is something said. */
  private static String article(String doc, String verb, boolean said, String more) {
    String text =
        said
            ? "Tin bến tàu\\nÔng Trần Văn Hải " + verb + " rằng bến tàu đã đóng cửa."
            : "Tin bến tàu\\nÔng Trần Văn Hải " + verb + " về bến tàu hôm qua ở chợ.";
    int start = text.indexOf("rằng ") + 4; // the line end is two characters here, one there
    String quote =
        said
            ? "{\"type\":\"indirect\",\"start\":%d,\"end\":%d,\"speaker_start\":12,\"speaker_end\":28,\"canonical\":\"Trần Văn Hải\"}"
                .formatted(start, start + "bến tàu đã đóng cửa".length())
            : "";
    return "{\"doc\":\"%s\",\"text\":\"%s\",\"quotes\":[%s]%s}\n".formatted(doc, text, quote, more);
  }
}
