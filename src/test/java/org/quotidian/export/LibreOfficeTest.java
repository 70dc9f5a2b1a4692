package org.quotidian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.model.QuoteRow;

/** A CSV file opened in a real spreadsheet shows what was written and runs nothing. */
@Tag("process")
@Tag("browser")
class LibreOfficeTest {

  private static final long LONGEST_CONVERSION = 120; // seconds
  private static final CsvFormat FORMAT = new CsvFormat(true, true);

  private static final List<String> TEXTS =
      List.of(
          "Nước sông đang xuống chậm, ông Nguyễn Thị Ánh Tuyết nói ở Đắk Lắk",
          "says \"yes\", then; and\ttab",
          "two\nlines",
          "=1+1",
          "+84 912 345 678",
          "-2 độ",
          "@SUM(1;2)",
          "=HYPERLINK(\"http://example.org\";\"x\")",
          "＝1+1",
          "<script>alert(1)</script>",
          "😀 𠀀",
          "'quoted'");

  @TempDir private Path folder;

  @Test
  void everyCellIsWhatWasWritten() throws Exception {
    Path csv = folder.resolve("quotes.csv");
    try (CsvFile<QuoteRow> file = new CsvFile<>(csv, QuoteRow.class, FORMAT)) {
      for (int i = 0; i < TEXTS.size(); i++) {
        file.write(row(i, TEXTS.get(i)));
      }
      file.publish();
    }

    List<List<Element>> cells = cells(opened(csv));

    String[] header = Columns.of(QuoteRow.class).names();
    assertThat(cells.get(0)).extracting(LibreOfficeTest::text).containsExactly(header);
    int text = List.of(header).indexOf("text");
    for (int i = 0; i < TEXTS.size(); i++) {
      List<Element> row = cells.get(i + 1);
      assertThat(text(row.get(text))).isEqualTo(FORMAT.cell(TEXTS.get(i)));
      assertThat(row).noneMatch(cell -> cell.hasAttr("table:formula"));
      assertThat(row.get(List.of(header).indexOf("start")).attr("office:value"))
          .isEqualTo(String.valueOf(i));
      assertThat(row.get(List.of(header).indexOf("confidence")).attr("office:value"))
          .isEqualTo("0.25");
      assertThat(text(row.get(List.of(header).indexOf("speaker_start")))).isEmpty();
    }
  }

  private static QuoteRow row(int number, String text) {
    return new QuoteRow(
        "00ab00ab00ab00ab",
        "vi/a.txt",
        "Tiêu đề",
        "2024-05-01",
        number,
        "direct",
        0,
        number,
        number + 1,
        text,
        text,
        "",
        null,
        null,
        "",
        "",
        "",
        null,
        null,
        "",
        0.25);
  }

  /**
   * The file as a spreadsheet in XML, opened with the settings that the import dialog proposes for
   * a file with a byte order mark. Without the dialog, LibreOffice does not look for one.
   */
  private Path opened(Path csv) throws IOException, InterruptedException {
    Path soffice =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(path -> Path.of(path, "soffice"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(soffice != null, "no LibreOffice (soffice) on this machine");
    Path log = folder.resolve("soffice.txt");
    Process process =
        new ProcessBuilder(
                String.valueOf(soffice),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--infilter=CSV:44,34,76,1", // comma, quotation mark, UTF-8, from the first line
                "--convert-to",
                "fods",
                "--outdir",
                folder.toString(),
                csv.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(LONGEST_CONVERSION, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertThat(folder.resolve("quotes.fods")).as(Files.readString(log)).exists();
    return folder.resolve("quotes.fods");
  }

  private static List<List<Element>> cells(Path fods) throws IOException {
    List<List<Element>> rows = new ArrayList<>();
    for (Element row :
        Jsoup.parse(Files.readString(fods), "", Parser.xmlParser())
            .getElementsByTag("table:table-row")) {
      List<Element> cells = new ArrayList<>();
      for (Element cell : row.getElementsByTag("table:table-cell")) {
        String repeated = cell.attr("table:number-columns-repeated");
        for (int i = 0; i < (repeated.isEmpty() ? 1 : Integer.parseInt(repeated)); i++) {
          cells.add(cell);
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  /** Paragraphs are lines; several spaces and tabs are separate elements. */
  private static String text(Element cell) {
    List<String> lines = new ArrayList<>();
    for (Element paragraph : cell.getElementsByTag("text:p")) {
      paragraph.getElementsByTag("text:tab").forEach(tab -> tab.text("\t"));
      paragraph.getElementsByTag("text:s").forEach(space -> space.text(" "));
      lines.add(paragraph.wholeText());
    }
    return String.join("\n", lines);
  }
}
