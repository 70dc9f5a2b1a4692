package org.quotidian.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Two articles, one Vietnamese and one English, in each format. */
final class SampleFiles {

  static final List<String> VIETNAMESE =
      List.of(
          "Bến phà Lạch Trường đóng cửa ba tuần",
          "Bến phà Lạch Trường sẽ đóng cửa ba tuần kể từ thứ Hai để thay dây cáp, ban quản lý bến cho"
              + " biết.",
          "“Chúng tôi phải chờ nước rút mới làm được”, ông Tô Văn Bền, trưởng bến, nói.",
          "Hành khách chờ ở bến sáng nay. Ảnh: Lê Na",
          "Trong thời gian này, xe buýt chạy nửa giờ một chuyến qua cầu Đông.");

  static final List<String> ENGLISH =
      List.of(
          "Norrvik ferry to stop for three weeks",
          "The ferry to Norrvik will stop for three weeks from Monday while its cable is replaced, the"
              + " harbour office said.",
          "\"We have to wait for low water,\" said Ruth Adeyemi, who runs the landing.",
          "Passengers wait at the landing. Photo: Ann Lund/AFP",
          "Buses will go over the east bridge every half hour until the ferry is back.");

  /**
   * A page tree whose only page is the tree itself, after a table that names itself as its
   * predecessor.
   */
  static final String LOOPING_PDF =
      """
      %PDF-1.4
      1 0 obj
      << /Type /Catalog /Pages 2 0 R >>
      endobj
      2 0 obj
      << /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>
      endobj
      xref
      0 3
      0000000000 65535 f\s
      0000000009 00000 n\s
      0000000058 00000 n\s
      trailer
      << /Size 3 /Root 1 0 R /Prev 135 >>
      startxref
      135
      %%EOF
      """;

  private SampleFiles() {}

  /** By name; the extension begins at the first full stop. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      files.put("vi.txt", utf8(text(VIETNAMESE)));
      files.put("en.txt", utf8("\uFEFF" + text(ENGLISH).replace("\n", "\r\n")));
      files.put("vi.html", utf8(page("vi", VIETNAMESE, "Lê Na", "Tin liên quan")));
      files.put("en.htm", utf8(page("en", ENGLISH, "Ann Lund", "Read more")));
      files.put(
          "vi.json",
          utf8(
              "{"
                  + fields(VIETNAMESE, "tieu_de", "noi_dung", "ngay_dang", "tac_gia", "Lê Na")
                  + "}"));
      files.put("en.jsonl", utf8(lines()));
      files.put("vi.csv", utf8(table(";", "mã", "Tiêu đề", "Nội dung", "Ngày đăng", VIETNAMESE)));
      files.put("en.tsv", utf8(table("\t", "id", "headline", "body", "published_at", ENGLISH)));
      files.put(
          "both.zip",
          zip(
              "vi/bao.txt",
              text(VIETNAMESE),
              "en/news.html",
              page("en", ENGLISH, "Ann Lund", "Read more")));
      files.put("vi.txt.gz", gzip(utf8(text(VIETNAMESE))));
      files.put("en.html.bz2", bzip2(utf8(page("en", ENGLISH, "Ann Lund", "Read more"))));
      files.put("en.pdf", pdf(ENGLISH));
      files.put("vi.docx", docx(VIETNAMESE));
      files.put("vi.odt", odt(VIETNAMESE));
      files.put("en.rtf", utf8(rtf(ENGLISH)));
      files.put("vi.eml", utf8(mail(VIETNAMESE)));
      putExports(files, "vi", VIETNAMESE, "Lê Na");
      putExports(files, "en", ENGLISH, "Ann Lund");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** {@link #all}, and each further format in both languages. */
  static Map<String, byte[]> inBothLanguages() {
    Map<String, byte[]> files = new LinkedHashMap<>(all());
    try {
      files.put(
          "en.json",
          utf8("{" + fields(ENGLISH, "title", "text", "published", "author", "Ann Lund") + "}"));
      files.put("en.csv", utf8(table(",", "id", "title", "text", "date", ENGLISH)));
      files.put("vi.tsv", utf8(table("\t", "mã", "Tiêu đề", "Nội dung", "Ngày đăng", VIETNAMESE)));
      files.put("en.docx", docx(ENGLISH));
      files.put("en.odt", odt(ENGLISH));
      files.put("vi.rtf", utf8(rtf(VIETNAMESE)));
      files.put("en.eml", utf8(mail(ENGLISH)));
      files.put("vi.tar.gz", gzip(ArticleLines.tar("vi/bao.txt", text(VIETNAMESE))));
      putPages(files, "vi", VIETNAMESE, "Lê Na");
      putPages(files, "en", ENGLISH, "Ann Lund");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Files of news archives, and a table as a spreadsheet writes it. */
  private static void putExports(
      Map<String, byte[]> files, String language, List<String> article, String author)
      throws IOException {
    List<String> body = article.subList(1, article.size());
    List<String> uni = new ArrayList<>(List.of(article.get(0), "Bến Sông News", "March 14, 2019"));
    uni.addAll(List.of("Copyright 2019 Bến Sông News", "Byline: " + author, "Body"));
    uni.addAll(body);
    uni.addAll(List.of("Load-Date: March 15, 2019", "End of Document"));
    List<String> factiva = new ArrayList<>(List.of(article.get(0), author, "92 words"));
    factiva.addAll(List.of("14 March 2019", "Bến Sông News", "BENSONG", "(c) 2019 Bến Sông News."));
    factiva.addAll(body);
    factiva.add("Document BENSONG020190314ef3e0001x");
    files.put(language + ".nexis.txt", utf8(nexis(article.get(0), author, text(body))));
    files.put(language + ".nexis.docx", docx(uni));
    files.put(language + ".factiva.rtf", utf8(rtf(factiva)));
    files.put(
        language + ".europresse.html",
        utf8(europresse(article.get(0), author, String.join("</p><p>", body))));
    files.put(
        language + ".utf16.csv",
        ("sep=;\r\n" + table(";", "id", "title", "text", "date", article))
            .getBytes(StandardCharsets.UTF_16));
  }

  private static String nexis(String title, String author, String body) {
    return """
                               1 of 1 DOCUMENT

                                Bến Sông News

                           March 14, 2019 Thursday

        %s

        BYLINE: %s

        LENGTH: 92 words

        %s
        LOAD-DATE: March 15, 2019

                         Copyright 2019 Bến Sông News
                             All Rights Reserved
        """
        .formatted(title, author, body);
  }

  private static String europresse(String title, String author, String body) {
    return """
        <html><head><meta charset="utf-8"></head><body><article>
        <span class="DocPublicationName">Bến Sông News</span>
        <span class="DocHeader">jeudi 14 mars 2019, p. 4</span>
        <p class="titreArticleVisu">%s</p><p class="sm-margin-bottomNews">%s</p>
        <div class="docOcurrContainer"><p>%s</p></div>
        <div class="publiC-lblNodoc">news·20190314·BS·0007</div></article></body></html>
        """
        .formatted(title, author, body);
  }

  private static void putPages(
      Map<String, byte[]> files, String language, List<String> article, String author)
      throws IOException {
    String page = page(language, article, author, "Related");
    files.put(language + ".mhtml", utf8(savedPage(page)));
    files.put(language + ".warc", utf8(webArchive(page)));
    files.put(language + ".html.xz", xz(utf8(page)));
    files.put(language + ".nitf.xml", utf8(nitf(article, author)));
    files.put(language + ".newsml.xml", utf8(newsMl(article, author)));
    files.put(language + ".tei.xml", utf8(tei(article, author)));
    files.put(language + ".other.xml", utf8(otherXml(article, author)));
  }

  private static String nitf(List<String> article, String author) {
    return """
        <nitf><head><docdata><date.issue norm="20190314T103500+0700"/></docdata></head><body>
        <body.head><hedline><hl1>%s</hl1></hedline><byline>By <person>%s</person></byline></body.head>
        <body.content><p>%s</p><p>%s</p>
        <media media-type="image"><media-caption><p>%s</p></media-caption></media>
        <p>%s</p></body.content></body></nitf>
        """
        .formatted(
            article.get(0), author, article.get(1), article.get(2), article.get(3), article.get(4));
  }

  private static String newsMl(List<String> article, String author) {
    return """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:news:1">
        <itemMeta><itemClass qcode="ninat:text"/><firstCreated>2019-03-14T10:35:00+07:00</firstCreated></itemMeta>
        <contentMeta><by>%s</by><headline>%s</headline></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml">
        <html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p><p>%s</p>
        <figure><figcaption>%s</figcaption></figure><p>%s</p></body></html></inlineXML></contentSet></newsItem>
        """
        .formatted(
            author, article.get(0), article.get(1), article.get(2), article.get(3), article.get(4));
  }

  private static String tei(List<String> article, String author) {
    return """
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>%1$s</title><author>%2$s</author></titleStmt>
        <sourceDesc><bibl><date when="2019-03-14">14.3.</date></bibl></sourceDesc></fileDesc></teiHeader>
        <text><body><div><head>%1$s</head><p>%3$s</p><p>%4$s</p>
        <figure><head>%5$s</head></figure><p>%6$s</p></div></body></text></TEI>
        """
        .formatted(
            article.get(0), author, article.get(1), article.get(2), article.get(3), article.get(4));
  }

  private static String otherXml(List<String> article, String author) {
    return """
        <article><title>%s</title><author>%s</author><published>2019-03-14</published>
        <content><p>%s</p><p>%s</p><caption>%s</caption><p>%s</p></content></article>
        """
        .formatted(
            article.get(0), author, article.get(1), article.get(2), article.get(3), article.get(4));
  }

  private static String savedPage(String page) {
    return """
        From: <Saved by a browser>
        Subject: page
        Date: Thu, 14 Mar 2019 08:00:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="----b"

        ------b
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: base64

        %s
        ------b--
        """
        .formatted(Base64.getMimeEncoder().encodeToString(utf8(page)).replace("\r\n", "\n"))
        .replace("\n", "\r\n");
  }

  private static String webArchive(String page) {
    String answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
    return """
        WARC/1.0
        WARC-Type: response
        WARC-Record-ID: <urn:uuid:5b0c2a4e-6d5f-4c1b-9f57-0f2d1a7c3e11>
        WARC-Date: 2019-03-14T03:35:00Z
        WARC-Target-URI: https://example.org/ferry
        Content-Type: application/http; msgtype=response
        Content-Length: %d

        """
            .formatted(utf8(answer).length)
            .replace("\n", "\r\n")
        + answer
        + "\r\n\r\n";
  }

  private static byte[] xz(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream xz = new XZCompressorOutputStream(out)) {
      xz.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(List<String> article) {
    return String.join("\n\n", article) + "\n";
  }

  private static String page(String language, List<String> article, String author, String related) {
    return """
        <!DOCTYPE html>
        <html lang="%1$s"><head><meta charset="utf-8"><title>%2$s | Bến Sông News</title>
        <meta property="og:title" content="%2$s"><meta name="author" content="%6$s">
        <meta property="article:published_time" content="2019-03-14T10:35:00+07:00">
        <script>var page = "<p>Script text</p>";</script></head>
        <body><header><nav><ul><li><a href="/">Home page</a></li><li><a href="/world">World</a></li></ul></nav></header>
        <main><h1>%2$s</h1>
        <p>%3$s</p>
        <p>%4$s</p>
        <figure><img src="ferry.jpg" alt=""><figcaption>%5$s</figcaption></figure>
        <p>%8$s</p>
        <div class="related"><h3>%7$s</h3><ul><li><a href="/1">Two electric buses for the island</a></li></ul></div>
        </main>
        <section id="comments"><p>Comment by a reader</p></section>
        <footer><p>All rights reserved</p></footer></body></html>
        """
        .formatted(
            language,
            article.get(0),
            article.get(1),
            article.get(2),
            article.get(3),
            author,
            related,
            article.get(4));
  }

  private static String fields(
      List<String> article, String title, String body, String date, String author, String name) {
    return """
        "%s": "%s", "%s": "%s", "%s": "2019-03-14", "%s": "%s\""""
        .formatted(
            title,
            article.get(0),
            body,
            String.join("\\n\\n", article.subList(1, article.size())).replace("\"", "\\\""),
            date,
            author,
            name);
  }

  private static String lines() {
    return "{\"id\": \"n-1\", "
        + fields(ENGLISH, "headline", "body", "publishedAt", "byline", "Ann Lund")
        + "}\n{\"id\": \"n-2\", "
        + fields(VIETNAMESE, "title", "content", "date", "author", "Lê Na")
        + "}\n";
  }

  private static String table(
      String separator, String id, String title, String body, String date, List<String> article) {
    String cell =
        "\"" + String.join("\n\n", article.subList(1, article.size())).replace("\"", "\"\"") + "\"";
    return String.join(separator, id, title, body, date)
        + "\r\n"
        + String.join(separator, "7", article.get(0), cell, "14.03.2019")
        + "\r\n";
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] bzip2(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
      bzip2.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] zip(String... namesAndTexts) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      entries.put(namesAndTexts[i], utf8(namesAndTexts[i + 1]));
    }
    return zip(entries);
  }

  static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] pdf(List<String> article) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        int y = 720;
        for (String paragraph : article) {
          for (String line : paragraph.split("(?<=\\G.{30,70}) ")) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(72, y -= 14);
            content.showText(line);
            content.endText();
          }
          y -= 20;
        }
      }
      pdf.save(out);
    }
    return out.toByteArray();
  }

  static byte[] docx(List<String> article) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument word = new XWPFDocument()) {
      article.forEach(p -> word.createParagraph().createRun().setText(p));
      word.write(out);
    }
    return out.toByteArray();
  }

  private static byte[] odt(List<String> article) throws IOException {
    String content =
        "<?xml version='1.0' encoding='UTF-8'?><office:document-content"
            + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><text:p>"
            + String.join("</text:p><text:p>", article)
            + "</text:p></office:text></office:body></office:document-content>";
    byte[] type = utf8("application/vnd.oasis.opendocument.text");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry mimetype = new ZipEntry("mimetype");
      mimetype.setMethod(ZipEntry.STORED);
      mimetype.setSize(type.length);
      CRC32 crc = new CRC32();
      crc.update(type);
      mimetype.setCrc(crc.getValue());
      zip.putNextEntry(mimetype);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(utf8(content));
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  static String rtf(List<String> article) {
    StringBuilder text = new StringBuilder();
    String.join("\\par\n", article)
        .codePoints()
        .forEach(c -> text.append(c < 128 ? Character.toString(c) : "\\u" + (short) c + "?"));
    return "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}\\f0 " + text + "\\par}";
  }

  private static String mail(List<String> article) {
    return """
        From: Lena <lena@example.org>
        To: press@example.org
        Subject: =?UTF-8?B?%s?=
        Date: Thu, 14 Mar 2019 10:35:00 +0700
        MIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8bit

        %s"""
        .formatted(
            Base64.getEncoder().encodeToString(utf8(article.get(0))),
            text(article.subList(1, article.size())))
        .replace("\n", "\r\n");
  }
}
