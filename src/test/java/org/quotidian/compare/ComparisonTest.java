package org.quotidian.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final String QUOTE = "a1,x.txt,direct,10,20,Nó rẻ,ông Lộc,Trần Lộc,PERSON,";
  private static final String ENTITY = "a1,x.txt,PERSON,30,33,Lộc,Trần Lộc,";

  @TempDir private Path folder;

  @Test
  void theSameResultsHaveNoDifference() throws IOException {
    write("before", "a1,x.txt,T,s1,vi", ENTITY, QUOTE);
    write("after", "a1,x.txt,T,s1,vi", ENTITY, QUOTE);

    assertThat(differences()).isEmpty();
    assertThat(Comparison.of(folder.resolve("before"), folder.resolve("after"), d -> {}))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a1,x.txt,direct,10,20,Nó rẻ,bà Mai,Lê Mai,PERSON,      | quote speaker: ông Lộc → bà Mai; quote canonical_speaker: Trần Lộc → Lê Mai
          a1,x.txt,mixed,10,20,Nó rẻ,ông Lộc,Trần Lộc,PERSON,    | quote type: direct → mixed
          a1,x.txt,direct,10,22,Nó rẻ đi,ông Lộc,Trần Lộc,PERSON,| quote span: Nó rẻ → Nó rẻ đi
          a1,x.txt,direct,50,60,Đắt,ông Lộc,Trần Lộc,PERSON,     | quote came:  → direct; quote went: direct →
          """)
  void aChangedQuoteIsToldByWhatChanged(String quote, String expected) throws IOException {
    write("before", "a1,x.txt,T,s1,vi", ENTITY, QUOTE);
    write("after", "a1,x.txt,T,s1,vi", ENTITY, quote);

    assertThat(String.join("; ", differences())).isEqualTo(expected);
  }

  @Test
  void entitiesComeGoAndChange() throws IOException {
    write("before", "a1,x.txt,T,s1,vi", ENTITY + "\na1,x.txt,LOCATION,40,45,Huế,Huế,", QUOTE);
    write(
        "after",
        "a1,x.txt,T,s1,vi",
        "a1,x.txt,PERSON,30,33,Lộc,Lộc,\na1,x.txt,DATE,60,65,hôm nay,,2024-05-01",
        QUOTE);

    assertThat(differences())
        .containsExactlyInAnyOrder(
            "entity canonical: Trần Lộc → Lộc", "entity came:  → DATE", "entity went: LOCATION →");
  }

  @Test
  void articlesComeAndGoAndOneWithOtherBytesIsOnlyNamed() throws IOException {
    write("before", "a1,x.txt,T,s1,vi\nb2,y.txt,T,s2,vi", ENTITY, QUOTE);
    write("after", "a1,x.txt,T,OTHER,vi\nc3,z.txt,T,s3,vi", "", "");

    assertThat(differences())
        .containsExactly("article text: s1 → OTHER", "article went:  →", "article came:  →");
  }

  @Test
  void escapingForSpreadsheetsIsNoDifference() throws IOException {
    write("before", "a1,x.txt,T,s1,vi", "", QUOTE.replace("Nó rẻ", "'-5 độ"));
    write("after", "a1,x.txt,T,s1,vi", "", QUOTE.replace("Nó rẻ", "-5 độ"));

    assertThat(differences()).isEmpty();
  }

  @Test
  void aFileOutOfOrderIsNamedWithItsLine() throws IOException {
    write("before", "b2,y.txt,T,s2,vi\na1,x.txt,T,s1,vi", "", "");
    write("after", "a1,x.txt,T,s1,vi", "", "");

    assertThatThrownBy(this::differences)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("articles.csv, line 3: not ordered by article_id");
  }

  private List<String> differences() throws IOException {
    List<String> lines = new ArrayList<>();
    Comparison.of(
        folder.resolve("before"),
        folder.resolve("after"),
        d ->
            lines.add(
                (d.kind() + " " + d.change() + ": " + d.before() + " → " + d.after()).strip()));
    return lines;
  }

  private void write(String name, String articles, String entities, String quotes)
      throws IOException {
    Path results = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        results.resolve("articles.csv"),
        "\uFEFFarticle_id,source,title,sha256,language\n" + articles + "\n");
    Files.writeString(
        results.resolve("entities.csv"),
        "article_id,source,type,start,end,text,canonical,normalized\n" + lines(entities));
    Files.writeString(
        results.resolve("quotes.csv"),
        "article_id,source,type,start,end,text,speaker,canonical_speaker,speaker_type,via\n"
            + lines(quotes));
  }

  private static String lines(String rows) {
    return rows.isEmpty() ? "" : rows + "\n";
  }
}
