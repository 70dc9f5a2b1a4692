package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotidian.source.ArticleLines.gzip;
import static org.quotidian.source.ArticleLines.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WARC and MHTML. */
class WebArchiveTest {

  private static final Limits LIMITS = new Limits(100_000, 50_000);
  private static final String PAGE =
      "<html><head><title>Phà nghỉ</title><meta property='article:published_time' content='2019-03-14'>"
          + "</head><body><article><p>Phà sông Lạch tạm dừng.</p>"
          + "<figure><figcaption>Bến phà.</figcaption></figure></article></body></html>";

  /** A page in Brotli, which no library for Java compresses without native code. */
  private static final String BROTLI =
      "G68AYIxTrGyS/u8m6X/nY9EKKPC9EYrTqPCILnmg4HRywN56kERRogGVhHjQ3Mb43pYaUdAr3KFB"
          + "Uyir1frLUmzrPXRCO3sicZCtDBzHTGKuUCSTjHArssUHh3/nBuLw3UULZ2QTlOF/5oZ8UmqEoWo=";

  private final Path folder;

  WebArchiveTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @Test
  void readsTheAnswersOfServers() throws Exception {
    Files.write(folder.resolve("a.warc"), join(archive()));

    assertThat(ArticleLines.of(folder, LIMITS)).containsExactlyElementsOf(expected());
    assertThat(ArticleLines.find(folder, LIMITS)).allMatch(item -> item.offset() > 0);
  }

  @Test
  void readsPackedRecords() throws Exception {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (byte[] record : archive()) {
      members.write(gzip(record));
    }
    Files.write(folder.resolve("a.warc.gz"), members.toByteArray());
    Files.write(folder.resolve("b.warc.gz"), gzip(join(archive())));

    List<String> lines = ArticleLines.of(folder, LIMITS);

    assertThat(lines.subList(0, lines.size() / 2)).containsExactlyElementsOf(expected());
    assertThat(lines.subList(lines.size() / 2, lines.size())).containsExactlyElementsOf(expected());
  }

  @Test
  void aWrongLengthCostsOneRecord() throws Exception {
    byte[] tooLong =
        utf8(string(page("https://example.org/long")).replaceFirst("(Content-Length: )", "$19"));
    byte[] tooShort =
        utf8(string(page("https://example.org/short")).replaceFirst("(Content-Length: )\\d", "$1"));
    byte[] none = utf8("WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n\r\n");
    Files.write(
        folder.resolve("a.warc"),
        join(
            List.of(
                page("https://example.org/1"),
                tooLong,
                page("https://example.org/2"),
                tooShort,
                none,
                page("https://example.org/3"))));

    assertThat(ArticleLines.of(folder, LIMITS))
        .satisfiesExactly(
            s -> assertThat(s).startsWith("https://example.org/1|Phà nghỉ|"),
            s -> assertThat(s).startsWith("#2|! the record does not end where its Content-Length"),
            s -> assertThat(s).startsWith("https://example.org/2|Phà nghỉ|"),
            s -> assertThat(s).startsWith("#4|! the record does not end where its Content-Length"),
            s -> assertThat(s).startsWith("#5|! the record does not end where its Content-Length"),
            s -> assertThat(s).startsWith("https://example.org/3|Phà nghỉ|"));
  }

  @Test
  void aFileOfWrongLengthsEnds() throws Exception {
    String header = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 90000\r\n\r\n";
    Files.writeString(folder.resolve("a.warc"), header.repeat(10_000));

    List<String> lines = ArticleLines.of(folder, LIMITS);

    assertThat(lines).hasSizeLessThan(150);
    assertThat(lines.get(lines.size() - 1)).contains("too many records have a wrong length");
  }

  @Test
  void headersThatAreWrongDoNotHideThePage() throws Exception {
    byte[] page = utf8(PAGE);
    byte[] chunked = utf8("%x\r\n%s\r\n0\r\n".formatted(page.length, PAGE));
    Files.write(
        folder.resolve("a.warc"),
        join(
            List.of(
                response("1", "Transfer-Encoding: chunked", page),
                response("2", "Transfer-Encoding: chunked", chunked),
                response("3", "Content-Encoding: gzip", page),
                response("4", "Content-Encoding: br", page),
                response("5", "Content-Encoding: br", Base64.getDecoder().decode(BROTLI)),
                response("6", "X: none", gzip(page)),
                response("7", "Content-Encoding: deflate", deflated(page)),
                response(
                    "8",
                    "Transfer-Encoding: chunked\r\nContent-Encoding: gzip",
                    Arrays.copyOf(chunked, chunked.length - 20)))));

    assertThat(ArticleLines.of(folder, LIMITS))
        .containsExactly(
            "https://example.org/1|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION",
            "https://example.org/2|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION",
            "https://example.org/3|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION",
            "https://example.org/4|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION",
            "https://example.org/5|Phà||2019-03-14|TITLE,BODY",
            "https://example.org/6|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION",
            "https://example.org/7|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION",
            "https://example.org/8|! its content cannot be read: the response is cut off, or its chunks"
                + " have wrong lengths");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 6})
  void lineEndsBetweenRecordsMayBeMissing(int bytes) throws Exception {
    String end = "\r\n\r\n\r\n".substring(0, bytes);
    String records =
        string(page("https://example.org/1")).stripTrailing()
            + end
            + string(page("https://example.org/2")).stripTrailing();
    Files.writeString(folder.resolve("a.warc"), records);

    assertThat(ArticleLines.of(folder, LIMITS))
        .containsExactly(
            "https://example.org/1|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION",
            "https://example.org/2|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION");
  }

  private static byte[] response(String path, String header, byte[] body) throws IOException {
    byte[] http =
        join(
            List.of(
                utf8(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                        + header
                        + "\r\n\r\n"),
                body));
    String warc =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:5b0c2a4e-6d5f-4c1b-9f57-0f2d1a7c3e11>\r\n"
            + "WARC-Date: 2019-03-14T03:35:00Z\r\nWARC-Target-URI: https://example.org/%s\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n";
    return join(List.of(utf8(warc.formatted(path, http.length)), http, utf8("\r\n\r\n")));
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void readsMhtml() throws Exception {
    String mhtml =
        """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://example.org/1
        Subject: =?utf-8?Q?Ph=C3=A0?=
        Date: Fri, 1 May 2020 08:00:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="----b"

        ------b
        Content-Type: text/css
        Content-Transfer-Encoding: quoted-printable

        p { color: red }
        ------b
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: base64
        Content-Location: https://example.org/1

        %s
        ------b--
        """
            .formatted(Base64.getMimeEncoder().encodeToString(utf8(PAGE)))
            .replace("\r\n", "\n")
            .replace("\n", "\r\n");
    Files.writeString(folder.resolve("a.mhtml"), mhtml);
    Files.writeString(folder.resolve("b.mht"), mhtml.replace("text/html", "text/csv"));

    assertThat(ArticleLines.of(folder, LIMITS))
        .containsExactly(
            "|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION",
            "|! it contains no page: no part of it is text/html");
  }

  private static List<byte[]> archive() {
    return List.of(
        record("warcinfo", "", "application/warc-fields", "software: x\r\n"),
        record("request", "https://example.org/1", "application/http", "GET / HTTP/1.1\r\n\r\n"),
        page("https://example.org/1"),
        response("https://example.org/gone", "404 Not Found", "text/html", "<p>Gone."),
        response("https://example.org/a.png", "200 OK", "image/png", "x"),
        response(
            "https://example.org/2", "200 OK", "text/plain; charset=utf-8", "Rain\n\nIt rained."),
        record(
            "response",
            "https://example.org/3",
            "application/http; msgtype=response",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "b\r\n<p>It blew.\r\n0\r\n\r\n"),
        record("conversion", "https://example.org/4", "text/plain", "Snow\n\nIt snowed."),
        page("https://example.org/1"));
  }

  private static List<String> expected() {
    return List.of(
        "https://example.org/1|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION",
        "https://example.org/2|Rain|||TITLE,BODY",
        "https://example.org/3||||BODY",
        "https://example.org/4|Snow|||TITLE,BODY",
        "https://example.org/1#9|Phà nghỉ||2019-03-14|TITLE,BODY,CAPTION");
  }

  private static byte[] page(String address) {
    return response(address, "200 OK", "text/html; charset=utf-8", PAGE);
  }

  private static byte[] response(String address, String status, String type, String body) {
    String http =
        "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, type, utf8(body).length, body);
    return record("response", address, "application/http; msgtype=response", http);
  }

  private static byte[] record(String type, String address, String contentType, String content) {
    return utf8(
        ("WARC/1.0\r\nWARC-Type: %s\r\n%sWARC-Date: 2019-03-15T00:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
                + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n")
            .formatted(
                type,
                address.isEmpty() ? "" : "WARC-Target-URI: " + address + "\r\n",
                contentType,
                utf8(content).length,
                content));
  }

  private static String string(byte[] record) {
    return new String(record, StandardCharsets.UTF_8);
  }

  private static byte[] join(List<byte[]> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    records.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
