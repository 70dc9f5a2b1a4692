package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotidian.annotate.Language;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;
import org.quotidian.nlp.Articles;
import org.quotidian.nlp.Pipeline;

@Tag("models")
class VietnamesePipelineTest {

  private static final String NEWS =
      """
      Khánh thành cầu qua sông Kỳ Cùng

      Sáng 12-5, Chủ tịch UBND tỉnh Lạng Sơn Hoàng Văn Nghiệm đã dự lễ khánh thành cầu. Ông Nghiệm cho biết cầu dài 320 m, vốn 150 tỉ đồng.
      Theo bà Lương Thị Bích Hảo, giám đốc Công ty cổ phần Cầu đường Bắc Sơn, hơn 200 công nhân đã làm việc trong 2 năm. Bà Hảo nói công ty đã xin thêm 3 tháng vì mưa lũ.
      Cơ quan Hợp tác Quốc tế Nhật Bản (JICA) tài trợ 40% kinh phí. JICA sẽ bàn giao phần còn lại vào tháng 8.
      Tại Bắc Kinh, người phát ngôn Bộ Ngoại giao Trung Quốc không bình luận. Hãng tin Reuters dẫn lời ông Peter Navarro nói Mỹ và Pháp quan tâm tới dự án. Ông Navarro sẽ thăm Hà Nội tuần tới.
      """;

  private final Pipeline pipeline = Language.of("vi").pipeline();

  @Test
  void namesHaveTheFullestFormOfTheArticle() {
    Article article = Articles.published("vi", "2021-05-13", NEWS);
    assertThat(entities(article))
        .contains(
            "PERSON Nghiệm = Hoàng Văn Nghiệm",
            "PERSON Hảo = Lương Thị Bích Hảo",
            "PERSON Navarro = Peter Navarro",
            "ORGANIZATION JICA = Cơ quan Hợp tác Quốc tế Nhật Bản",
            "LOCATION Bắc Kinh = Bắc Kinh",
            "LOCATION Mỹ = Mỹ",
            "LOCATION Pháp = Pháp");
  }

  @Test
  void datesCountFromTheDayOfTheArticle() {
    Article article = Articles.published("vi", "2021-05-13", NEWS);
    assertThat(entities(article))
        .contains(
            "TIME Sáng 12-5 : 2021-05-12TMO",
            "MONEY 150 tỉ đồng : 150000000000 VND",
            "DURATION 2 năm : P2Y",
            "PERCENT 40% : 40%",
            "DATE tháng 8 : 2021-08",
            "DATE tuần tới : 2021-W20");
    assertThat(entities(Articles.of("vi", NEWS)))
        .contains("TIME Sáng 12-5 : XXXX-05-12TMO", "DATE tháng 8 : XXXX-08");
  }

  @Test
  void toneStyleChangesNothing() {
    String old = NEWS.replace("Hảo", "Thuý Hoà");
    String modern = NEWS.replace("Hảo", "Thúy Hòa");
    assertThat(offsets(Articles.of("vi", old))).isEqualTo(offsets(Articles.of("vi", modern)));
  }

  @Test
  void eightThreadsFindTheSame() throws Exception {
    var articles = new ArrayList<Article>();
    for (String line : NEWS.split("\n")) {
      articles.add(Articles.published("vi", "2021-05-13", line));
      articles.add(Articles.published("vi", "2021-05-13", NEWS + line));
    }
    List<List<String>> expected = articles.stream().map(this::entities).toList();
    var pool = Executors.newFixedThreadPool(8);
    try {
      var work = new ArrayList<Callable<List<List<String>>>>();
      for (int i = 0; i < 16; i++) {
        work.add(() -> articles.stream().map(this::entities).toList());
      }
      for (Future<List<List<String>>> result : pool.invokeAll(work)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  static List<String> hostileTexts() {
    String plain =
        Normalizer.normalize(NEWS, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('đ', 'd')
            .replace('Đ', 'D');
    return List.of(
        "",
        " \n\t\n",
        ".",
        "”",
        "...\n?!\n“”\n(",
        plain,
        NEWS.toUpperCase(Locale.ROOT),
        NEWS.toLowerCase(Locale.ROOT),
        Normalizer.normalize(NEWS, Normalizer.Form.NFD),
        NEWS.replace("cầu", "bridge of 桥 мост 😀🏗️").replace(" ", "\u00a0"),
        NEWS.replace(" ", ""),
        "N.T. B.N. Q. 1 TP. 31/2 99/99/9999 năm 0 thứ 99999 quý IX 25h99 30 Tết 0,0,0 1.1.1.1.1",
        "\ud83d\ude00\ud83d a\u0301\u0323 \u200b\ufeff \u202e");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void whateverTheTextOffsetsAreRight(String text) {
    Article article = Articles.published("vi", "2021-05-13", text);
    List<Sentence> sentences = pipeline.sentences(article);
    int last = 0;
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        assertThat(token.start()).isGreaterThanOrEqualTo(last);
        assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
        last = token.end();
      }
    }
    int end = 0;
    for (EntityMention mention : pipeline.entities(article, sentences)) {
      Sentence sentence = sentences.get(mention.sentence());
      assertThat(mention.start()).isGreaterThanOrEqualTo(Math.max(end, sentence.start()));
      assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(sentence.end());
      end = mention.end();
    }
  }

  @Test
  void aHeadlineInCapitalsHasTheNamesOfTheArticle() {
    String text =
        """
        CHỦ TỊCH HOÀNG VĂN NGHIỆM DỰ LỄ KHÁNH THÀNH CẦU Ở LẠNG SƠN VỚI JICA

        """
            + NEWS;
    assertThat(entities(Articles.of("vi", text)))
        .startsWith(
            "PERSON HOÀNG VĂN NGHIỆM = Hoàng Văn Nghiệm",
            "LOCATION LẠNG SƠN = LẠNG SƠN",
            "ORGANIZATION JICA = Cơ quan Hợp tác Quốc tế Nhật Bản");
  }

  @Test
  void aByLineInCapitalsIsAName() {
    assertThat(entities(Articles.of("vi", NEWS + "\nVŨ THỊ HẢI YẾN\n")))
        .contains("PERSON VŨ THỊ HẢI YẾN = VŨ THỊ HẢI YẾN");
  }

  @Test
  void theStopOfASentenceIsNoPartOfAPlace() {
    assertThat(entities(Articles.of("vi", "Sáng nay, xe tải bị kẹt ở cầu Chữ Y.")))
        .contains("LOCATION cầu Chữ Y = cầu Chữ Y");
  }

  @Test
  void decomposedLettersChangeNothing() {
    String decomposed = Normalizer.normalize(NEWS, Normalizer.Form.NFD);
    assertThat(
            entities(Articles.of("vi", decomposed)).stream()
                .map(found -> Normalizer.normalize(found, Normalizer.Form.NFC)))
        .isEqualTo(entities(Articles.of("vi", NEWS)));
  }

  @Test
  void timeIsInProportionToTheText() {
    String line = NEWS.replace('\n', ' ');
    nanoseconds(line.repeat(10)); // warm-up
    long small = nanoseconds(line.repeat(30));
    long large = nanoseconds(line.repeat(150));
    assertThat(large).isLessThan(5L * 4 * small);
  }

  @Test
  void oneMegabyteInOneLineWithoutAStopIsRead() {
    Instant start = Instant.now();
    nanoseconds("Nguyễn Văn An 12/3 ".repeat(55_000));
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(5));
  }

  private long nanoseconds(String text) {
    long start = System.nanoTime();
    entities(Articles.of("vi", text));
    return System.nanoTime() - start;
  }

  private List<String> entities(Article article) {
    return pipeline.entities(article, pipeline.sentences(article)).stream()
        .map(mention -> describe(article, mention))
        .toList();
  }

  private static String describe(Article article, EntityMention mention) {
    return mention.type()
        + " "
        + mention.span().in(article.text())
        + (mention.type().isName() ? " = " + mention.canonical() : " : " + mention.normalized());
  }

  private List<String> offsets(Article article) {
    return pipeline.entities(article, pipeline.sentences(article)).stream()
        .map(mention -> mention.type() + " " + mention.start() + " " + mention.end())
        .toList();
  }
}
