package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.quotidian.source.ArticleLines.gzip;
import static org.quotidian.source.ArticleLines.tar;
import static org.quotidian.source.ArticleLines.utf8;
import static org.quotidian.source.ArticleLines.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.model.SourceItem;

/** Compressed files and archives, also nested, with one or many articles in each. */
class ArchivesTest {

  private static final Limits LIMITS = new Limits(100_000, 50_000);

  private static final String LINES =
      """
      {"id": "vn-1", "title": "Chợ nổi vắng khách", "text": "Ghe ít dần từ sau Tết."}
      {"headline": "Market moves", "body": "The market moves inland."}
      {"title": broken
      """;
  private static final String TABLE = "id,title,text\r\n7,Mưa lớn,\"Trời mưa cả đêm.\"\r\n";
  private static final String PAGE = "<title>Kè mới</title><p>Kè mới dài hai cây số.";

  private final Path folder;

  ArchivesTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @ParameterizedTest
  @CsvSource({"gz,gz", "bzip2,bz2", "xz,xz"})
  void readsRecordsInAPackedFile(String packing, String ending) throws Exception {
    write("a.jsonl." + ending, packed(packing, utf8(LINES)));
    write("b.csv." + ending, packed(packing, utf8(TABLE)));
    write("c.json." + ending, packed(packing, utf8("[{\"id\": 4, \"text\": \"Bốn.\"}]")));
    write("d.html." + ending, packed(packing, utf8(PAGE)));

    assertThat(articles())
        .satisfiesExactly(
            s -> assertThat(s).isEqualTo("vn-1|Chợ nổi vắng khách|||TITLE,BODY"),
            s -> assertThat(s).isEqualTo("#2|Market moves|||TITLE,BODY"),
            s -> assertThat(s).startsWith("#3|! it is not valid JSON"),
            s -> assertThat(s).isEqualTo("7|Mưa lớn|||TITLE,BODY"),
            s -> assertThat(s).isEqualTo("4||||BODY"),
            s -> assertThat(s).isEqualTo("|Kè mới|||TITLE,BODY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tar.gz", "a.tgz", "a.tar", "a.zip"})
  void readsRecordsInAnArchive(String name) throws Exception {
    Object[] entries = {
      "báo/c.html", PAGE, "d.jsonl", LINES, "e.csv.gz", gzip(utf8(TABLE)), ".DS_Store", "x"
    };
    byte[] archive = tar(entries);
    write(
        name, name.endsWith("zip") ? zip(entries) : name.endsWith("gz") ? gzip(archive) : archive);

    assertThat(articles())
        .satisfiesExactly(
            s -> assertThat(s).isEqualTo("báo/c.html|Kè mới|||TITLE,BODY"),
            s -> assertThat(s).isEqualTo("d.jsonl#vn-1|Chợ nổi vắng khách|||TITLE,BODY"),
            s -> assertThat(s).isEqualTo("d.jsonl#2|Market moves|||TITLE,BODY"),
            s -> assertThat(s).startsWith("d.jsonl#3|! it is not valid JSON"),
            s -> assertThat(s).isEqualTo("e.csv.gz#7|Mưa lớn|||TITLE,BODY"));
  }

  @Test
  void readsAnArchiveInAnArchive() throws Exception {
    write("a.tar.gz", gzip(tar("b.zip", zip("c.txt", "Mưa\n\nMưa lớn cả đêm."), "d.txt", "Nắng.")));

    assertThat(articles()).containsExactly("b.zip#c.txt|Mưa|||TITLE,BODY", "d.txt||||BODY");
  }

  @Test
  void keysOfOneFileDiffer() throws Exception {
    write("a.zip", zip("a.jsonl", "{\"id\": 2, \"text\": \"Một.\"}\n{\"text\": \"Hai.\"}\n"));

    assertThat(ArticleLines.find(folder, LIMITS))
        .extracting(SourceItem::record)
        .doesNotHaveDuplicates();
  }

  @Test
  void namesTheLimitOnNesting() throws Exception {
    byte[] bytes = zip("a.txt", "Trong cùng.");
    for (int i = 0; i < 50; i++) {
      bytes = zip("a.zip", bytes);
    }
    write("a.zip", bytes);

    assertThat(articles()).singleElement().asString().contains("limits.nesting allows: 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl.gz", "tar.gz", "zip"})
  void namesTheLimitOnTheRatio(String ending) throws Exception {
    byte[] lines = utf8(("{\"text\": \"" + "a".repeat(50_000) + "\"}\n").repeat(1000));
    byte[] packed = lines;
    if (ending.equals("zip")) {
      packed = zip("a.jsonl", lines);
    } else {
      packed = gzip(ending.equals("tar.gz") ? tar("a.jsonl", lines) : lines);
    }
    write("a." + ending, packed);

    List<SourceItem> items = ArticleLines.find(folder, LIMITS);

    assertThat(items).hasSizeBetween(200, 250);
    assertThat(items.get(items.size() - 1).problem()).contains("limits.ratio", "200 times");
    assertThat(items.subList(0, items.size() - 2)).allMatch(item -> item.problem() == null);
  }

  @Test
  void namesTheLimitOnTheSizeOfARecord() throws Exception {
    write("a.tar.gz", gzip(tar("a.txt", "a".repeat(200_000), "b.txt", "Ngắn.")));

    assertThat(articles())
        .satisfiesExactly(
            s -> assertThat(s).startsWith("a.txt|! unpacked, ").contains("limits.file-size"),
            s -> assertThat(s).isEqualTo("b.txt||||BODY"));
  }

  @Test
  void namesThatLeaveTheArchiveAreOnlyNames() throws Exception {
    write("a.tar", tar("../../x.txt", "Ngoài.", "/etc/y.txt", "Gốc.", "link->", "/etc/passwd"));

    assertThat(articles())
        .satisfiesExactly(
            s -> assertThat(s).isEqualTo("../../x.txt||||BODY"),
            s -> assertThat(s).isEqualTo("/etc/y.txt||||BODY"),
            s ->
                assertThat(s).startsWith("link|! ").contains("links in archives are not followed"));
    assertThat(folder.resolve("../../x.txt")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"gz,gz,15000", "bzip2,bz2,0", "xz,xz,15000"}) // bzip2 compresses 900 kB in one block
  void keepsTheRecordsBeforeACut(String packing, String ending, int kept) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append("{\"id\": ").append(i).append(", \"text\": \"").append(i * 31L).append("\"}\n");
    }
    byte[] packed = packed(packing, utf8(lines.toString()));
    write("a.jsonl." + ending, Arrays.copyOf(packed, packed.length - 20));

    List<SourceItem> items = ArticleLines.find(folder, LIMITS);

    assertThat(items).hasSizeGreaterThan(kept);
    assertThat(items.get(items.size() - 1).problem())
        .containsAnyOf("cut off", "Unexpected end of stream");
  }

  @Test
  void aTarWithAnEndlessNameIsAProblem() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry name =
          new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
      name.setSize(3_000_000);
      tar.putArchiveEntry(name);
      tar.write(new byte[3_000_000]);
      tar.closeArchiveEntry();
    }
    write("a.tar.gz", gzip(bytes.toByteArray()));

    assertThat(articles()).singleElement().asString().contains("longer than allowed");
  }

  /** Without the cursor this would decompress 50 million lines. */
  @Test
  void readingManyRecordsInOrderIsOnePass() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      lines.append("{\"id\": \"k").append(i).append("\", \"text\": \"Tin số ").append(i);
      lines.append(", hôm nay.\"}\n");
    }
    write("a.jsonl.gz", gzip(utf8(lines.toString())));

    List<String> articles = assertTimeoutPreemptively(Duration.ofSeconds(60), this::articles);

    assertThat(articles)
        .containsExactlyElementsOf(
            IntStream.range(0, 10_000).mapToObj(i -> "k" + i + "||||BODY").toList());
  }

  @Test
  void theCursorFindsRecordsInAnyOrder() throws Exception {
    write("a.zip", zip("a.txt", "Một.", "b.txt", "Hai.", "c.txt", "Ba."));
    List<SourceItem> items = new ArrayList<>(ArticleLines.find(folder, LIMITS));
    Collections.reverse(items);

    try (RecordCursor cursor = new RecordCursor(ReadingSettings.of(LIMITS))) {
      for (SourceItem item : items) {
        FetchedRecord fetched = cursor.fetch(item);
        assertThat(new ArticleReader(LIMITS).read(item, fetched, "test").record())
            .isEqualTo(item.record());
        assertThat(new ArticleReader(LIMITS).read(item, "test").record()).isEqualTo(item.record());
      }
    }
  }

  @Test
  void aRecordThatIsGoneIsSaid() throws Exception {
    write("a.zip", zip("a.txt", "Một.", "b.txt", "Hai."));
    List<SourceItem> items = ArticleLines.find(folder, LIMITS);
    write("a.zip", zip("b.txt", "Hai, đổi."));

    try (RecordCursor cursor = new RecordCursor(ReadingSettings.of(LIMITS))) {
      FetchedRecord gone = cursor.fetch(items.get(0));
      FetchedRecord changed = cursor.fetch(items.get(1));
      assertThatThrownBy(() -> new ArticleReader(LIMITS).read(items.get(0), gone, "test"))
          .hasMessageContaining("no longer does");
      assertThat(new ArticleReader(LIMITS).read(items.get(1), changed, "test").text())
          .isEqualTo("Hai, đổi.");
    }
  }

  @Test
  void theCursorGivesUpWhenAsked() throws Exception {
    write("a.zip", zip("a.txt", "Một."));
    SourceItem item = ArticleLines.find(folder, LIMITS).get(0);

    try (RecordCursor cursor = new RecordCursor(ReadingSettings.of(LIMITS), () -> true)) {
      assertThat(cursor.fetch(item)).isNull();
    }
  }

  private List<String> articles() throws IOException {
    return ArticleLines.of(folder, LIMITS);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static byte[] packed(String packing, byte[] bytes)
      throws IOException, CompressorException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed =
        new CompressorStreamFactory().createCompressorOutputStream(packing, out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }
}
