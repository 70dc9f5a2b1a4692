package org.quotidian;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotidian.annotate.Language;
import org.quotidian.language.LanguageDetector;
import org.quotidian.model.Article;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import org.quotidian.model.SourceItem;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceFinder;

/** The articles in {@code input/} are read as their README says. */
class SamplesTest {

  private static final Limits LIMITS = new Limits(1 << 20, 100_000);
  private static final ArticleReader READER = new ArticleReader(LIMITS);
  private static final LanguageDetector DETECTOR = new LanguageDetector(Language.knownCodes());

  static Stream<SourceItem> samples() {
    SourceFinder finder = new SourceFinder(List.of("input"), Path.of("."), LIMITS);
    return StreamSupport.stream(finder.spliterator(), false);
  }

  @Test
  void thereAreEnough() {
    assertThat(samples().filter(item -> item.source().startsWith("vi/"))).hasSizeGreaterThan(6);
    assertThat(samples().filter(item -> item.source().startsWith("en/"))).hasSizeGreaterThan(6);
  }

  @Test
  void theReadmeIsNoArticle() {
    assertThat(samples()).noneMatch(item -> item.source().contains("README"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsAnArticleInItsLanguage(SourceItem item) throws Exception {
    Article article = READER.read(item, "samples");

    assertThat(article.title()).isNotEmpty();
    assertThat(article.text())
        .doesNotContain("\r", "\uFEFF")
        .matches(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC));
    assertThat(DETECTOR.detect(article.text()).code()).isEqualTo(item.source().substring(0, 2));
    assertThat(words(article, Section.BODY)).isBetween(200, 500);
  }

  @ParameterizedTest
  @CsvSource({
    "vi/cau-treo-ban-nhan.txt, 1, 2, 8, Hà Quỳnh Chi, 2024-05-14T09:20+07:00",
    "vi/phong-van-nghe-nhan-gom.txt, 1, 1, 4, Lý Gia Hân, ''",
    "vi/gia-ho-tieu.txt, 1, 1, 3, '', 2024-03-07",
    "vi/bong-da-cup-song-lam-giang.txt, 1, 1, 3, Đỗ Thế Lữ, XXXX-08-18",
    "vi/thu-vien-tren-ghe.html, 1, 1, 2, Lý Gia Hân, 2024-08-27T06:15:00+07:00",
    "en/night-bus.json, 1, 1, 1, Ruth Calloway, 2024-06-11T05:30:00+01:00",
    "en/harbour-dredging.txt, 1, 1, 7, Miriam Oduya, 2024-03-21",
    "en/storm-cleanup.txt, 1, 1, 5, '', 2023-11-16T06:40",
    "en/flood-press-conference.txt, 1, 0, 0, '', XXXX-10-09",
  })
  void sectionsAreToldApart(
      String source, int titles, int captions, int boilerplate, String author, String published)
      throws Exception {
    SourceItem item = samples().filter(i -> i.source().equals(source)).findAny().orElseThrow();

    Article article = READER.read(item, "samples");

    assertThat(count(article, Section.TITLE)).isEqualTo(titles);
    assertThat(count(article, Section.CAPTION)).isEqualTo(captions);
    assertThat(count(article, Section.BOILERPLATE)).isEqualTo(boilerplate);
    assertThat(article.author()).isEqualTo(author);
    assertThat(article.published()).isEqualTo(published);
  }

  @Test
  void theyAreInTheEncodingsThatTheReadmeSays() throws Exception {
    byte[] bom = Files.readAllBytes(Path.of("input/en/lender-results.txt"));
    byte[] utf16 = Files.readAllBytes(Path.of("input/en/river-study.txt"));
    String nfd = Files.readString(Path.of("input/vi/bong-da-cup-song-lam-giang.txt"));
    String windows1258 =
        new String(
            Files.readAllBytes(Path.of("input/vi/dong-dat-nhe.txt")), StandardCharsets.UTF_8);

    assertThat(bom).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(utf16).startsWith(0xFF, 0xFE);
    assertThat(Normalizer.isNormalized(nfd, Normalizer.Form.NFC)).isFalse();
    assertThat(windows1258).contains("\uFFFD");
    assertThat(Files.readString(Path.of("input/en/museum-loan.txt"))).contains("\r\n");
  }

  private static long count(Article article, Section section) {
    return article.paragraphs().stream().filter(p -> p.section() == section).count();
  }

  private static int words(Article article, Section section) {
    return article.paragraphs().stream()
        .filter(p -> p.section() == section)
        .mapToInt(p -> words(article, p))
        .sum();
  }

  private static int words(Article article, Paragraph paragraph) {
    return article.text().substring(paragraph.start(), paragraph.end()).split("\\s+").length;
  }
}
