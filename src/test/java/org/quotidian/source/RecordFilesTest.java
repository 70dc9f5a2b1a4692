package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotidian.source.ArticleLines.gzip;
import static org.quotidian.source.ArticleLines.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.model.SourceItem;

/** Files and archives of many articles, but tables. */
@Tag("slow")
class RecordFilesTest {

  private static final Limits LIMITS = new Limits(100_000, 50_000);

  private final Path folder;

  RecordFilesTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @Test
  void readsJsonLines() throws Exception {
    write(
        "a.jsonl",
        """
        {"id": "vn-1", "title": "Phà nghỉ ba tuần", "text": "Phà sông Lạch tạm dừng.\\n\\nBà Mận đi xe buýt.", "date": "2019-03-14", "author": "Lê Na"}

        {"url": "https://example.org/2", "headline": "Ferry stops", "body": "It stops on Monday.", "publishedAt": 1552559700}
        {"title": "Without a text"}
        {"title": broken
        {"id": "vn-1", "text": "The same id again."}
        """);

    assertThat(articles())
        .containsExactly(
            "vn-1|Phà nghỉ ba tuần|Lê Na|2019-03-14|TITLE,BODY,BODY",
            "https://example.org/2|Ferry stops||2019-03-14T10:35:00Z|TITLE,BODY",
            "#4|! no field is known to contain the text; there are: title",
            "#5|! it is not valid JSON",
            "vn-1#6||||BODY");
  }

  @Test
  void readsAJsonList() throws Exception {
    write(
        "a.json",
        "\uFEFF{\"count\": 2, \"x\": [1, 2], \"articles\": [ {\"id\": 7, \"text\": \"Một. “Hai”.\"},\n {\"text\": [\"Ba.\", \"Bốn.\"]} ]}");

    assertThat(articles()).containsExactly("7||||BODY", "#2||||BODY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.txt", "a"})
  void tellsJsonLinesByTheirContent(String name) throws Exception {
    write(
        name,
        """
        {"id": "vn-1", "title": "Phà nghỉ ba tuần", "text": "Phà sông Lạch tạm dừng."}
        {"id": "en-1", "title": "Ferry stops", "text": "It stops on Monday."}
        """);

    assertThat(articles())
        .containsExactly("vn-1|Phà nghỉ ba tuần|||TITLE,BODY", "en-1|Ferry stops|||TITLE,BODY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{Video} Phà nghỉ", "{\"a\": 1} là gì?", "{}"})
  void takesATextThatBeginsWithABraceForText(String title) throws Exception {
    write("a.txt", title + "\n\nPhà sông Lạch tạm dừng ba tuần.\n\nBà Mận đi xe buýt.");

    assertThat(articles()).singleElement().asString().endsWith("BODY,BODY");
  }

  @Test
  void readsAJsonObjectAsOneArticle() throws Exception {
    write(
        "a.json",
        "{\"title\": \"Ferry stops\", \"content\": \"<p>It stops.</p><p>On Monday.</p>\"}");

    assertThat(articles()).containsExactly("|Ferry stops|||TITLE,BODY,BODY");
  }

  @Test
  void keepsTheRecordsBeforeJsonBreaks() throws Exception {
    write("a.json", "[{\"id\": 1, \"text\": \"One.\"}, {\"id\": 2, \"text\": \"Two");

    assertThat(articles()).hasSize(2).first().isEqualTo("1||||BODY");
    assertThat(articles().get(1)).startsWith("#2|! from here on it is not valid JSON");
  }

  @Test
  void readsFilesInAZip() throws Exception {
    Files.write(
        folder.resolve("a.zip"),
        zip(
            "vi/a.txt",
            "Phà nghỉ\n\nPhà sông Lạch tạm dừng.",
            "b.html",
            "<title>Ferry</title><p>It stops.",
            "../../x",
            "Out.",
            ".hidden",
            "x",
            "c.jsonl",
            "{}"));

    assertThat(articles())
        .containsExactly(
            "../../x||||BODY",
            "b.html|Ferry|||TITLE,BODY",
            "c.jsonl#1|! no field is known to contain the text; there are: ",
            "vi/a.txt|Phà nghỉ|||TITLE,BODY");
    assertThat(Files.exists(folder.resolve("../../x"))).isFalse();
  }

  @Test
  void readsGzip() throws Exception {
    Files.write(
        folder.resolve("a.html.gz"),
        gzip("<title>Ferry</title><p>It stops.".getBytes(StandardCharsets.UTF_8)));

    assertThat(articles()).containsExactly("|Ferry|||TITLE,BODY");
  }

  @Test
  void aBombIsAProblemNotACrash() throws Exception {
    byte[] zeros = new byte[50_000_000];
    Files.write(folder.resolve("bomb.gz"), gzip(zeros));
    Files.write(
        folder.resolve("bomb.zip"), zip("a.txt", new String(zeros, StandardCharsets.US_ASCII)));
    Files.write(
        folder.resolve("cut.gz"),
        Arrays.copyOf(gzip("Ferry".repeat(99).getBytes(StandardCharsets.US_ASCII)), 20));
    Files.write(
        folder.resolve("nested.gz"),
        gzip(gzip(gzip(gzip("Ferry".getBytes(StandardCharsets.US_ASCII))))));
    Files.writeString(folder.resolve("no.zip"), "This is no archive.");

    assertThat(articles())
        .satisfiesExactly(
            s -> assertThat(s).contains("unpacked", "limits.file-size"),
            s -> assertThat(s).contains("unpacked", "limits.file-size"),
            s -> assertThat(s).contains("cut off"),
            s -> assertThat(s).contains("limits.nesting"),
            s -> assertThat(s).contains("as a zip archive"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void readsTablesAndLinesInUtf16(String charset) throws Exception {
    byte[] table =
        "id,title,text\n1,Phà,\"Nghỉ ba tuần.\n\nTừ mai.\"\n2,Cầu,Mở.\n".getBytes(charset);
    byte[] lines =
        "{\"id\": 1, \"text\": \"Phà.\"}\n{\"id\": 2, \"text\": \"Cầu.\"}\n".getBytes(charset);
    Files.write(folder.resolve("a.csv"), charset.equals("UTF-32") ? marked(table) : table);
    Files.write(folder.resolve("b.jsonl"), charset.equals("UTF-32") ? marked(lines) : lines);
    Files.write(
        folder.resolve("c.zip"),
        zip(
            "a.jsonl",
            charset.equals("UTF-32") ? marked(lines) : lines,
            "b.txt",
            "Cầu mở.".getBytes(charset.equals("UTF-32") ? "UTF-16" : charset)));

    List<String> expected =
        List.of(
            "1|Phà|||TITLE,BODY,BODY",
            "2|Cầu|||TITLE,BODY",
            "1||||BODY",
            "2||||BODY",
            "a.jsonl#1||||BODY",
            "a.jsonl#2||||BODY",
            "b.txt||||BODY");
    assertThat(articles()).isEqualTo(expected);
    String setting = charset.equals("UTF-32") ? "UTF-16" : charset.toLowerCase(Locale.ROOT);
    assertThat(articles(TextDecoder.of(setting))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void aJobThatSaysUtf16NeedsNoMark(String charset) throws Exception {
    Files.write(folder.resolve("a.txt"), "Phà nghỉ\n\nPhà tạm dừng.".getBytes(charset));

    assertThat(articles(TextDecoder.of("UTF-16"))).containsExactly("|Phà nghỉ|||TITLE,BODY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dump", "dump.bin", "dump.txt"})
  void tellsArchivesByTheirContent(String name) throws Exception {
    Files.write(folder.resolve(name), zip("a.txt", "Phà nghỉ."));

    assertThat(articles()).containsExactly("a.txt||||BODY");
  }

  @Test
  void aDamagedByteCostsOneCharacterOfARecord() throws Exception {
    byte[] lines =
        "{\"text\": \"Phà x nghỉ ba tuần.\", \"id\": 1}\n".getBytes(StandardCharsets.UTF_8);
    lines[new String(lines, StandardCharsets.ISO_8859_1).indexOf(" x ") + 1] = (byte) 0xFF;
    Files.write(folder.resolve("a.jsonl"), lines);

    assertThat(articles()).containsExactly("1||||BODY");
    assertThat(new ArticleReader(LIMITS).read(find().get(0), "test").lost()).isEqualTo(1);
  }

  @Test
  void aKeyThatAnEarlierRecordHasIsNoted() throws Exception {
    write(
        "a.jsonl",
        """
        {"id": 7, "text": "One."}
        {"id": 8, "text": "Two."}
        {"id": 7, "text": "Three."}
        """);

    assertThat(find()).extracting(SourceItem::record).containsExactly("7", "8", "7#3");
    assertThat(find())
        .extracting(SourceItem::note)
        .containsExactly(
            "",
            "",
            "an earlier record of the file has the same key, so that the number of the record was"
                + " added");
  }

  @Test
  void aLineAboveTheLimitIsPassedOver() throws Exception {
    write(
        "a.jsonl",
        "{\"text\": \"" + "x".repeat(200_000) + "\"}\n{\"id\": 2, \"text\": \"Short.\"}\n");

    assertThat(articles())
        .containsExactly("#1|! the line is longer than limits.file-size allows", "2||||BODY");
  }

  @Test
  void findsARecordThatMovedByItsKey() throws Exception {
    write("a.jsonl", "{\"id\": 1, \"text\": \"One.\"}\n{\"id\": 2, \"text\": \"Two.\"}\n");
    SourceItem second = find().get(1);

    write(
        "a.jsonl",
        "{\"id\": 0, \"text\": \"Before all others.\"}\n{\"id\": 2, \"text\": \"Two, changed.\"}\n");

    assertThat(new ArticleReader(LIMITS).read(second, "test").text()).isEqualTo("Two, changed.");
    write("a.jsonl", "{\"id\": 0, \"text\": \"Alone.\"}\n");
    Assertions.assertThrows(
        SourceException.class, () -> new ArticleReader(LIMITS).read(second, "test"));
  }

  @Test
  void readsARecordWithoutItsOffset() throws Exception {
    write("a.jsonl", "{\"id\": 1, \"text\": \"One.\"}\n{\"id\": 2, \"text\": \"Two.\"}\n");
    SourceItem found = find().get(1);
    SourceItem bare =
        new SourceItem(
            found.file(), found.source(), found.record(), found.size(), found.sha256(), null);

    assertThat(new ArticleReader(LIMITS).read(bare, "test").text()).isEqualTo("Two.");
  }

  /** Files of every kind, each damaged in some way: an article or a failure, never a crash. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.txt",
        "a.html",
        "a.json",
        "a.jsonl",
        "a.csv",
        "a.tsv",
        "a.zip",
        "a.txt.gz",
        "a.bz2",
        "a.pdf",
        "a.docx",
        "a.eml"
      })
  void damagedFilesAreArticlesOrFailures(String name) throws Exception {
    Random random = new Random(name.hashCode());
    List<byte[]> seeds = new ArrayList<>();
    String text = "Phà nghỉ\n\n“Chúng tôi chờ”, ông Bền nói.\n\nẢnh: AFP";
    seeds.add(text.getBytes(StandardCharsets.UTF_8));
    seeds.add(
        ("<html><title>Phà</title><article><p>" + text + "</article>")
            .getBytes(StandardCharsets.UTF_8));
    seeds.add(
        "[{\"id\": 1, \"text\": \"a\"}, {\"id\": 1, \"id\": 2, \"text\": [\"b\"]}]"
            .getBytes(StandardCharsets.UTF_8));
    seeds.add("id,title,text\r\n1,\"a\",\"b\nc\"\r\n2,d,e\r\n".getBytes(StandardCharsets.UTF_8));
    seeds.add(zip("a.txt", text, "b/c.html", "<p>" + text));
    seeds.add(gzip(text.getBytes(StandardCharsets.UTF_8)));
    seeds.add("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.UTF_8));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 200; i++) {
            byte[] bytes = seeds.get(i % seeds.size()).clone();
            for (int changes = random.nextInt(8); changes > 0; changes--) {
              bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(
                folder.resolve(name), Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1));
            assertThat(articles()).isNotNull();
          }
        });
  }

  private static byte[] marked(byte[] utf32) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF});
    out.write(utf32);
    return out.toByteArray();
  }

  private List<SourceItem> find() {
    return ArticleLines.find(folder, LIMITS);
  }

  private List<String> articles() throws IOException {
    return ArticleLines.of(folder, LIMITS).stream()
        .map(line -> line.replaceAll("valid JSON: .*", "valid JSON"))
        .toList();
  }

  private List<String> articles(TextDecoder decoder) throws IOException {
    return ArticleLines.of(folder, new ReadingSettings(LIMITS, FieldNames.usual(), decoder));
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
