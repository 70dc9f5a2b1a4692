package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.model.SourceItem;

/** Only what was found is read, never something that has replaced it since then. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // opening a pipe blocks
class FoundFileTest {

  private static final Limits LIMITS = new Limits(100_000, 10_000);

  private static final String RECORDS =
      """
      {"id": "a", "title": "Rain", "text": "It rained in Alden."}
      {"id": "b", "title": "Sun", "text": "The sun came out in Alden."}
      """;

  private final Path input;
  private final Path outside;

  FoundFileTest(@TempDir Path folder) throws IOException {
    input = Files.createDirectories(folder.toRealPath().resolve("input/sub"));
    outside = Files.createDirectories(folder.toRealPath().resolve("outside"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.jsonl", "a.jsonl.gz", "a.zip", "a.csv"})
  void aFileReplacedByALinkIsNotRead(String name) throws IOException {
    SourceItem item = find(write(input, name));
    write(outside, name);
    Files.delete(input.resolve(name));
    Files.createSymbolicLink(input.resolve(name), outside.resolve(name));

    assertThat(problems(item)).allMatch(problem -> problem.contains("it is now a link"));
    assertThat(FoundFile.isReadable(item.file())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.jsonl", "a.jsonl.gz", "a.zip", "a.csv"})
  void nothingIsReadBehindAFolderReplacedByALink(String name) throws IOException {
    SourceItem item = find(write(input, name));
    Files.move(input, outside.resolve("moved"));
    Files.createSymbolicLink(input, outside.resolve("moved"));

    assertThat(problems(item))
        .allMatch(
            problem ->
                problem.contains("in its path is now a link, to " + outside.resolve("moved")));
    assertThat(FoundFile.isReadable(item.file())).isFalse();
  }

  @ParameterizedTest
  @Tag("process")
  @ValueSource(strings = {"a.txt", "a.jsonl", "a.jsonl.gz", "a.zip", "a.csv"})
  void aPipeInThePlaceOfAFileIsNotWaitedFor(String name) throws Exception {
    SourceItem item = find(write(input, name));
    Files.delete(input.resolve(name));
    pipe(input.resolve(name));

    assertThat(problems(item)).allMatch(problem -> problem.contains("it is now a pipe"));
    assertThat(FoundFile.isReadable(item.file())).isFalse();
  }

  @Test
  @Tag("process")
  void aFileThatBecomesAPipeWhileItIsLookedForIsNotWaitedForEither() throws Exception {
    Path file = write(input, "a.txt");
    Files.delete(file);
    pipe(file);

    assertThat(new FileHash(LIMITS).item(file, "a.txt", 10).problem()).contains("it is now a pipe");
    assertThatThrownBy(() -> new RecordFiles(ReadingSettings.of(LIMITS)).records(file, "a.txt"))
        .hasMessageContaining("it is now a pipe");
  }

  @Test
  void aFileWrittenAnewIsRead() throws Exception {
    SourceItem item = find(write(input, "a.txt"));
    Files.writeString(outside.resolve("new"), "Fog in Alden\n\nNobody saw it.");
    Files.move(outside.resolve("new"), input.resolve("b.txt"));
    Files.delete(input.resolve("a.txt"));
    Files.move(input.resolve("b.txt"), input.resolve("a.txt"));

    assertThat(new ArticleReader(LIMITS).read(item, "test").text()).startsWith("Fog in Alden");
    assertThat(FoundFile.isReadable(item.file())).isTrue();
  }

  /** When the item is read by itself, and when its file is read in order. */
  private List<String> problems(SourceItem item) throws IOException {
    ArticleReader reader = new ArticleReader(LIMITS);
    try (RecordCursor cursor = new RecordCursor(ReadingSettings.of(LIMITS))) {
      FetchedRecord fetched = item.record().isEmpty() ? null : cursor.fetch(item);
      return Stream.of(problem(reader, item, null), problem(reader, item, fetched)).toList();
    }
  }

  private static String problem(
      ArticleReader reader, SourceItem item, @Nullable FetchedRecord fetched) {
    try {
      return "read: " + reader.read(item, fetched, "test").text();
    } catch (SourceException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private SourceItem find(Path file) {
    List<SourceItem> items =
        ArticleLines.find(input, LIMITS, file.resolve("..").normalize().toString());
    assertThat(items).isNotEmpty().allMatch(item -> item.problem() == null);
    return items.get(0);
  }

  private static Path write(Path folder, String name) throws IOException {
    return Files.write(folder.resolve(name), content(name));
  }

  private static byte[] content(String name) throws IOException {
    if (name.endsWith(".txt")) {
      return utf8("Rain in Alden\n\nIt rained in Alden.");
    }
    if (name.endsWith(".csv")) {
      return utf8("id,title,text\n1,Rain,It rained in Alden.\n2,Sun,The sun came out.\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (name.endsWith(".zip")) {
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("in.txt"));
        zip.write(content(".txt"));
      }
    } else {
      try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
        out.write(utf8(RECORDS));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void pipe(Path file) throws Exception {
    Process process = new ProcessBuilder("mkfifo", file.toString()).start();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
