package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.model.SourceItem;

/** Tables with an article in each row. */
@Tag("slow")
class TablesTest {

  private static final Limits LIMITS = new Limits(100_000, 50_000);

  private final Path folder;

  TablesTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsTables(String separator) throws Exception {
    String[] rows = {
      "id,title,Nội dung,ngay_dang",
      "1,\"Phà nghỉ, lâu\",\"Phà tạm dừng.\n\n\"\"Tôi chờ\"\", bà Mận nói.\",14/03/2019"
          .replace(",14", ",14"),
      "2,Ferry stops,It stops.,",
      "3,a,b,c,d,e",
    };
    write(
        "a.csv",
        String.join("\r\n", rows).replace(",", separator).replace("nghỉ" + separator, "nghỉ,"));

    assertThat(articles())
        .containsExactly(
            "1|Phà nghỉ, lâu||2019-03-14|TITLE,BODY,BODY",
            "2|Ferry stops|||TITLE,BODY",
            "#3|! the row has 6 cells, but the header has 4");
  }

  @Test
  void saysWhichColumnsThereAre() throws Exception {
    write("a.csv", "who,when\nx,y\n");

    assertThat(articles())
        .containsExactly("|! no column is known to contain the text; there are: who, when");
  }

  @Test
  void readsFieldsThatAJobNames() throws Exception {
    write("a.csv", "who,what\nLê Na,Phà nghỉ.\n");
    FieldNames names =
        FieldNames.usual().with(FieldNames.Field.TEXT, "What").with(FieldNames.Field.AUTHOR, "who");

    ReadingSettings settings = new ReadingSettings(LIMITS, names, new TextDecoder());
    SourceItem item = new SourceFinder(List.of("."), folder, settings).iterator().next();

    assertThat(new ArticleReader(settings).read(item, "test").author()).isEqualTo("Lê Na");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2,X.\n3,Y.\n", "2,\"X.\"\n3,\"Y.\"\n", "2,\"X.\n\"\"Z.\"\"\"\n3,Y.\n"})
  void aQuotationMarkThatIsNotClosedCostsOneRow(String rest) throws Exception {
    write("a.csv", "id,text\n0,\"A.\n\nB.\"\n1,\"never closed\n" + rest + "4,The end.\n");

    assertThat(articles())
        .containsExactly(
            "0||||BODY,BODY",
            "#2|! a quotation mark that opens in line 5 of the file is not closed; reading continues with"
                + " the next line",
            rest.contains("Z") ? "2||||BODY,BODY" : "2||||BODY",
            "3||||BODY",
            "4||||BODY");
  }

  @Test
  void everyQuotationMarkThatIsNotClosedCostsLittleTime() throws Exception {
    write("a.csv", "id,text\n" + "1,\"\"b\n".repeat(15_000));

    assertThat(articles()).hasSize(15_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A 5\" pipe.            | A 5\" pipe.",
        "He said \"no\".        | He said \"no\".",
        "\"A 5\" pipe, long.\"  | A 5\" pipe, long.",
        "\"He said \"no\".\"    | He said \"no\".",
        "\"\"\"No\"\", he said.\" | \"No\", he said.",
        "`  \"Wet, he said.\" ` | Wet, he said.",
        "\"1,\"\",\"\",\"         | 1,\",\",",
      })
  void marksWithinACellBelongToTheText(String cell, String text) throws Exception {
    write("a.csv", "id,text,title\n1," + cell + ",\n2,The end.,Two\n");

    assertThat(articles()).containsExactly("1||||BODY", "2|Two|||TITLE,BODY");
    assertThat(new ArticleReader(LIMITS).read(find().get(0), "test").text()).isEqualTo(text);
  }

  @Test
  void twoColumnsOfOneNameAreReportedIfTheyAreRead() throws Exception {
    write("a.csv", "id,Text,note,Note,te-xt\n1,One.,,,Two.\n");
    write("b.csv", "id,note,Note,text\n1,,,One.\n");
    write("c.csv", "id,url,text,story,story,,URL\n1,a,One.,Two.,Three.,,b\n2,a,,Two.,Three.,,b\n");

    assertThat(articles())
        .containsExactly(
            "|! columns 2 and 5 have the same name, te-xt, so that it is unclear which to read; rename"
                + " one of them in the first row",
            "1||||BODY",
            "1||||BODY",
            "2||||BODY");
    assertThat(new ArticleReader(LIMITS).read(find().get(3), "test").text())
        .as("the first of them, in a row without text")
        .isEqualTo("Two.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;", "\uFEFFsep=;", "\"sep=;\"", "SEP=;"})
  void aLineForTheSpreadsheetSaysWhatSeparates(String line) throws Exception {
    write("a.csv", line + "\r\nid;text, all of it;text\r\n1;a, b, c;\"The end.\"\r\n");

    assertThat(articles()).containsExactly("1||||BODY");
    assertThat(new ArticleReader(LIMITS).read(find().get(0), "test").text()).isEqualTo("The end.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a", "a.dat"})
  void tellsTablesByTheirContent(String name) throws Exception {
    write(name, "id\ttitle\ttext\n1\tPhà\tNghỉ ba tuần.\n2\tCầu\tMở từ mai.\n");

    assertThat(articles()).containsExactly("1|Phà|||TITLE,BODY", "2|Cầu|||TITLE,BODY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Title, text\n\nThe ferry stops.",
        "Text, date and author\nOne, two, three.",
        "Date; text"
      })
  void takesATextThatBeginsLikeATableForText(String text) throws Exception {
    write("a.txt", text);

    assertThat(articles()).singleElement().asString().startsWith("|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Titel;Text;Datum;Autor",
        "Titre;Texte;Date de publication;Auteur",
        "Título;Contenido;Fecha;Autor"
      })
  void knowsColumnsInOtherLanguages(String header) throws Exception {
    write(
        "a.csv",
        header
            + "\nKai schließt;\"Der Kai schließt im Mai, sagte sie.\";12.03.2024 08:15;Ida Bratt\n");

    assertThat(articles()).containsExactly("#1|Kai schließt|Ida Bratt|2024-03-12T08:15|TITLE,BODY");
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
