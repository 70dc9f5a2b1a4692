package org.quotidian.source;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.model.Article;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import org.quotidian.model.SourceItem;

/** The same two articles come out of every format. */
class FormatsTest {

  private static final Limits LIMITS = new Limits(1_000_000, 100_000);

  private final Path folder;

  FormatsTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  /** The expected record, article, author, date and sections. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          vi.txt      |               | vi |          |                           | TBBCB
          en.txt      |               | en |          |                           | TBBCB
          vi.html     |               | vi | Lê Na    | 2019-03-14T10:35:00+07:00 | TBBCB
          en.htm      |               | en | Ann Lund | 2019-03-14T10:35:00+07:00 | TBBCB
          vi.json     |               | vi | Lê Na    | 2019-03-14                | TBBCB
          en.jsonl    | n-1           | en | Ann Lund | 2019-03-14                | TBBCB
          en.jsonl    | n-2           | vi | Lê Na    | 2019-03-14                | TBBCB
          vi.csv      | #1            | vi |          | 2019-03-14                | TBBCB
          en.tsv      | 7             | en |          | 2019-03-14                | TBBCB
          both.zip    | vi/bao.txt    | vi |          |                           | TBBCB
          both.zip    | en/news.html  | en | Ann Lund | 2019-03-14T10:35:00+07:00 | TBBCB
          vi.txt.gz   |               | vi |          |                           | TBBCB
          en.html.bz2 |               | en | Ann Lund | 2019-03-14T10:35:00+07:00 | TBBCB
          en.pdf      |               | en |          |                           | TBBCB
          vi.docx     |               | vi |          |                           | TBBCB
          vi.odt      |               | vi |          |                           | TBBCB
          en.rtf      |               | en |          |                           | TBBCB
          vi.eml      |               | vi | Lena     | 2019-03-14T10:35:00+07:00 | TBBCB
          en.json     |               | en | Ann Lund | 2019-03-14                | TBBCB
          en.csv      | 7             | en |          | 2019-03-14                | TBBCB
          vi.tsv      | #1            | vi |          | 2019-03-14                | TBBCB
          en.docx     |               | en |          |                           | TBBCB
          en.odt      |               | en |          |                           | TBBCB
          vi.rtf      |               | vi |          |                           | TBBCB
          en.eml      |               | en | Lena     | 2019-03-14T10:35:00+07:00 | TBBCB
          vi.tar.gz   | vi/bao.txt    | vi |          |                           | TBBCB
          vi.mhtml    |               | vi | Lê Na    | 2019-03-14T10:35:00+07:00 | TBBCB
          en.mhtml    |               | en | Ann Lund | 2019-03-14T10:35:00+07:00 | TBBCB
          vi.warc     | https://example.org/ferry | vi | Lê Na | 2019-03-14T10:35:00+07:00 | TBBCB
          en.warc     | https://example.org/ferry | en | Ann Lund | 2019-03-14T10:35:00+07:00 | TBBCB
          vi.html.xz  |               | vi | Lê Na    | 2019-03-14T10:35:00+07:00 | TBBCB
          en.html.xz  |               | en | Ann Lund | 2019-03-14T10:35:00+07:00 | TBBCB
          vi.nitf.xml |               | vi | Lê Na    | 2019-03-14T10:35+07:00    | TBBCB
          en.nitf.xml |               | en | Ann Lund | 2019-03-14T10:35+07:00    | TBBCB
          vi.newsml.xml |             | vi | Lê Na    | 2019-03-14T10:35:00+07:00 | TBBCB
          en.newsml.xml |             | en | Ann Lund | 2019-03-14T10:35:00+07:00 | TBBCB
          vi.tei.xml  |               | vi | Lê Na    | 2019-03-14                | TBBCB
          en.tei.xml  |               | en | Ann Lund | 2019-03-14                | TBBCB
          vi.other.xml |              | vi | Lê Na    | 2019-03-14                | TBBCB
          en.other.xml |              | en | Ann Lund | 2019-03-14                | TBBCB
          vi.nexis.txt | #1 | vi | Lê Na | 2019-03-14 | TBBCB
          vi.nexis.docx | #1 | vi | Lê Na | 2019-03-14 | TBBCB
          vi.factiva.rtf | BENSONG020190314ef3e0001x | vi | Lê Na | 2019-03-14 | TBBCB
          vi.europresse.html | news·20190314·BS·0007 | vi | Lê Na | 2019-03-14 | TBBCB
          vi.utf16.csv | 7 | vi |  | 2019-03-14 | TBBCB
          en.nexis.txt | #1 | en | Ann Lund | 2019-03-14 | TBBCB
          en.nexis.docx | #1 | en | Ann Lund | 2019-03-14 | TBBCB
          en.factiva.rtf | BENSONG020190314ef3e0001x | en | Ann Lund | 2019-03-14 | TBBCB
          en.europresse.html | news·20190314·BS·0007 | en | Ann Lund | 2019-03-14 | TBBCB
          en.utf16.csv | 7 | en |  | 2019-03-14 | TBBCB
          """)
  void givesTheArticle(
      String file, String record, String which, String author, String published, String sections)
      throws Exception {
    Article article = read(file, record == null ? "" : record);
    List<String> expected = which.equals("vi") ? SampleFiles.VIETNAMESE : SampleFiles.ENGLISH;

    assertThat(article.title()).isEqualTo(expected.get(0));
    assertThat(article.author()).isEqualTo(author == null ? "" : author);
    assertThat(article.published()).isEqualTo(published == null ? "" : published);
    assertThat(own(article).map(p -> words(article, p))).containsExactlyElementsOf(expected);
    assertThat(own(article).map(p -> p.section().name().substring(0, 1)).collect(joining()))
        .isEqualTo(sections);
    assertThat(article.text())
        .doesNotContain("Script text", "Comment by", "All rights", "Home page");
  }

  private Article read(String file, String record) throws Exception {
    Files.write(folder.resolve(file), SampleFiles.inBothLanguages().get(file));
    ArticleReader reader = new ArticleReader(LIMITS);
    List<String> records = new ArrayList<>();
    for (SourceItem item : new SourceFinder(List.of("."), folder, LIMITS)) {
      records.add(item.record());
      if (item.record().equals(record)) {
        return reader.read(item, "test");
      }
    }
    throw new AssertionError("records: " + records);
  }

  /** The paragraphs without boilerplate, in formats that separate it. */
  private static Stream<Paragraph> own(Article article) {
    return article.paragraphs().stream().filter(p -> p.section() != Section.BOILERPLATE);
  }

  private static String words(Article article, Paragraph paragraph) {
    return article.text().substring(paragraph.start(), paragraph.end()).replaceAll("\\s+", " ");
  }
}
