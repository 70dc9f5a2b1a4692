package org.quotidian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  public record Line(String someText, @Nullable Integer start, double confidence) {}

  private static final CsvFormat PLAIN = new CsvFormat(false, true);

  @TempDir private Path folder;

  @Test
  void writesRfc4180WithAHeaderInSnakeCase() throws IOException {
    write(PLAIN, new Line("Hà Nội", 3, 0.5), new Line("a,\"b\"\nc", null, 1));

    assertThat(content())
        .isEqualTo("some_text,start,confidence\r\nHà Nội,3,0.50\r\n\"a,\"\"b\"\"\nc\",,1.00\r\n");
  }

  @Test
  void beginsWithAByteOrderMarkForSpreadsheets() throws IOException {
    write(new CsvFormat(true, true), new Line("x", 1, 1));

    assertThat(content()).startsWith("\uFEFFsome_text,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "＝1", "－ nói"})
  void aFormulaIsEscaped(String formula) {
    assertThat(PLAIN.cell(formula)).isEqualTo("'" + formula);
    assertThat(new CsvFormat(false, false).cell(formula)).isEqualTo(formula);
  }

  @Test
  void numbersAreNoFormulas() {
    assertThat(PLAIN.cell(-5)).isEqualTo("-5");
    assertThat(PLAIN.cell("1-2")).isEqualTo("1-2");
  }

  @Test
  void theOldFileStaysUntilTheNewOneIsWhole() throws IOException {
    write(PLAIN, new Line("old", 1, 1));

    try (CsvFile<Line> csv = new CsvFile<>(file(), Line.class, PLAIN)) {
      csv.write(new Line("new", 2, 1));
      assertThat(content()).contains("old").doesNotContain("new");
    }

    assertThat(content()).contains("old").doesNotContain("new");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(folder.resolve("file"), "in the way");
    CsvExport export = new CsvExport(folder.resolve("file"), PLAIN, () -> {});

    assertThatThrownBy(
            () -> export.table(new Table<>("rows", Line.class, "", List.of()), each -> {}))
        .hasMessageContaining("rows.csv");
  }

  private void write(CsvFormat format, Line... lines) throws IOException {
    try (CsvFile<Line> csv = new CsvFile<>(file(), Line.class, format)) {
      for (Line line : lines) {
        csv.write(line);
      }
      assertThat(csv.publish()).isEqualTo(lines.length);
    }
  }

  private Path file() {
    return folder.resolve("lines.csv");
  }

  private String content() throws IOException {
    return Files.readString(file());
  }
}
