package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class OfficeDocumentTest {

  private static final List<String> PARAGRAPHS =
      List.of(
          "Phà nghỉ ba tuần",
          "Phà sông Lạch tạm dừng ba tuần, ban quản lý bến cho biết.",
          "Hành khách chờ ở bến. Ảnh: Lê Na");

  private static final List<String> SECTIONS =
      List.of(
          "TITLE Phà nghỉ ba tuần",
          "BODY Phà sông Lạch tạm dừng ba tuần, ban quản lý bến cho biết.",
          "CAPTION Hành khách chờ ở bến. Ảnh: Lê Na");

  private final Limits limits = new Limits(1_000_000, 10_000);
  private final Formats formats = new Formats(ReadingSettings.of(limits));

  @Test
  void readsWord() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument word = new XWPFDocument()) {
      PARAGRAPHS.forEach(p -> word.createParagraph().createRun().setText(p));
      word.write(out);
    }

    assertThat(sections("a.docx", out.toByteArray())).isEqualTo(SECTIONS);
  }

  @Test
  void readsOpenDocument() throws Exception {
    String content =
        "<?xml version='1.0' encoding='UTF-8'?><office:document-content"
            + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
            + String.join("", PARAGRAPHS.stream().map(p -> "<text:p>" + p + "</text:p>").toList())
            + "</office:text></office:body></office:document-content>";

    assertThat(sections("a.odt", odt(content))).isEqualTo(SECTIONS);
  }

  @Test
  void readsNothingFromOtherFilesThroughXml() throws Exception {
    String content =
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><office:document-content"
            + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
            + "<text:p>Phà &e; nghỉ.</text:p></office:text></office:body></office:document-content>";

    String read;
    try {
      read = String.join(" ", sections("a.odt", odt(content)));
    } catch (SourceException e) {
      read = String.valueOf(e.getMessage());
    }
    assertThat(read).doesNotContain("root:");
  }

  @Test
  void readsPdf() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        int y = 700;
        for (String line :
            List.of(
                "Ferry stops for three weeks",
                "",
                "The ferry to Norrvik stops on Monday,",
                "the harbour office said.")) {
          content.beginText();
          content.newLineAtOffset(72, y -= 14);
          content.showText(line);
          content.endText();
        }
      }
      pdf.save(out);
    }

    assertThat(String.join(" ", sections("a.pdf", out.toByteArray())))
        .contains(
            "Ferry stops for three weeks",
            "The ferry to Norrvik stops on Monday, the harbour office said.");
  }

  @Test
  void readsRtf() throws Exception {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252 Ferry stops\\par The ferry to Norrvik stops on Monday.\\par}";

    assertThat(sections("a.rtf", rtf.getBytes(StandardCharsets.US_ASCII)))
        .containsExactly("TITLE Ferry stops", "BODY The ferry to Norrvik stops on Monday.");
  }

  @Test
  void readsMail() throws Exception {
    String mail =
        """
        From: Ann Lund <ann@example.org>
        To: press@example.org
        Subject: Ferry stops for three weeks
        Date: Thu, 14 Mar 2019 10:35:00 +0700
        MIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8

        The ferry to Norrvik stops on Monday.
        """
            .replace("\n", "\r\n");

    ArticleText article = read("a.eml", mail.getBytes(StandardCharsets.UTF_8));

    assertThat(article.title()).isEqualTo("Ferry stops for three weeks");
    assertThat(article.author()).contains("Ann Lund");
    assertThat(article.published()).isEqualTo("2019-03-14T10:35:00+07:00");
    assertThat(article.text()).contains("The ferry to Norrvik stops on Monday.");
  }

  @Test
  void aParagraphThatEndsInAnAbbreviationIsOne() throws Exception {
    String mail =
        """
        Subject: Hai tin
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8

        <p>Hôm nay có mưa lớn ở TP.</p><p>Hà Nội cũng vậy.</p><p>Ngày mai trời nắng.</p>
        """;

    assertThat(sections("a.eml", mail.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "TITLE Hai tin",
            "BODY Hôm nay có mưa lớn ở TP.",
            "BODY Hà Nội cũng vậy.",
            "BODY Ngày mai trời nắng.");
  }

  @Test
  void aTextThatBeginsLikeAMailIsText() throws Exception {
    String text = "From: the harbour office\nSubject: the ferry\n\nThe ferry stops on Monday.";

    assertThat(read("a.txt", text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
  }

  @Test
  void formatsAreToldByContent() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.save(out);
    }

    assertThatThrownBy(() -> read("a.txt", out.toByteArray()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("scanned document");
  }

  private List<String> sections(String name, byte[] bytes) throws SourceException {
    ArticleText article = read(name, bytes);
    return article.paragraphs().stream()
        .map(p -> p.section() + " " + article.text().substring(p.start(), p.end()))
        .toList();
  }

  private ArticleText read(String name, byte[] bytes) throws SourceException {
    return formats.of(new UnpackedItem(name, bytes)).read(bytes);
  }

  private static byte[] odt(String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      byte[] type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
      ZipEntry mimetype = new ZipEntry("mimetype");
      mimetype.setMethod(ZipEntry.STORED);
      mimetype.setSize(type.length);
      CRC32 crc = new CRC32();
      crc.update(type);
      mimetype.setCrc(crc.getValue());
      zip.putNextEntry(mimetype);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
