package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static final String BODY_1 =
      "The ferry to Norrvik stops for three weeks from Monday, the harbour office said.";
  private static final String BODY_2 =
      "Passengers can take the bus over the causeway, which runs every half hour until ten.";
  private static final String VIETNAMESE_BODY =
      "Phà qua sông Lạch tạm dừng ba tuần kể từ thứ Hai, ban quản lý bến cho biết.";

  @Test
  void tellsTitleBodyCaptionAndBoilerplateApart() {
    assertThat(
            sections(
                """
                Phà sông Lạch nghỉ ba tuần

                Phà qua sông Lạch tạm dừng ba tuần kể từ thứ Hai, ban quản lý bến cho biết.

                Hành khách chờ ở bến sáng nay. Ảnh: Lê Na

                Bà Tô Thị Mận nói rằng bà sẽ đi xe buýt.

                Chợ nổi mở lại sau hai tháng
                Chợ nổi mở lại sau hai tháng
                (ABC)- Các ghe hàng đã quay về khúc sông quen thuộc từ sáng sớm.

                Đừng bỏ lỡ

                Đọc thêm"""))
        .containsExactly(
            "TITLE Phà sông Lạch nghỉ ba tuần",
            "BODY " + VIETNAMESE_BODY,
            "CAPTION Hành khách chờ ở bến sáng nay. Ảnh: Lê Na",
            "BODY Bà Tô Thị Mận nói rằng bà sẽ đi xe buýt.",
            "BOILERPLATE Chợ nổi mở lại sau hai tháng",
            "BOILERPLATE Chợ nổi mở lại sau hai tháng",
            "BOILERPLATE (ABC)- Các ghe hàng đã quay về khúc sông quen thuộc từ sáng sớm.",
            "BOILERPLATE Đừng bỏ lỡ",
            "BOILERPLATE Đọc thêm");
  }

  @Test
  void joinsLinesOfHardWrappedText() {
    assertThat(
            sections(
                """
                Ferry stops

                The ferry to Norrvik stops for three
                weeks from Monday, the harbour office
                said. Passengers can take the bus over
                the causeway.

                It runs every half hour until ten in
                the evening.
                """))
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith("BODY The ferry to Norrvik stops for three\nweeks")
        .endsWith("the causeway.");
  }

  @Test
  void aLineThatEndsInTpGoesOnInTheNext() {
    assertThat(sections("Phà nghỉ\n\nÔng Tô Văn Lành là công an TP.\n\nSông Lạch từ năm 2010."))
        .containsExactly(
            "TITLE Phà nghỉ", "BODY Ông Tô Văn Lành là công an TP.\n\nSông Lạch từ năm 2010.");
  }

  @Test
  void everyLineIsAParagraphWhereLinesAreLong() {
    assertThat(sections("Ferry stops\n" + BODY_1 + " " + BODY_2 + "\n" + BODY_1 + "\n" + BODY_2))
        .hasSize(4);
  }

  @Test
  void keepsADatelineInTheBody() {
    assertThat(
            sections(
                "Ferry stops\n\nNORRVIK (Coast News) — The ferry stops on Monday.\n\n" + BODY_2))
        .contains("BODY NORRVIK (Coast News) — The ferry stops on Monday.");
  }

  @Test
  void keepsAnInterviewInTheBody() {
    assertThat(
            sections(
                """
                “We will wait for the tide”

                Coast News: When does the ferry sail again?

                - In three weeks, if the weather holds.

                And who pays?

                - The county."""))
        .filteredOn(s -> s.startsWith("BODY"))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ảnh: REUTERS",
        "Ảnh minh họa.",
        "(Ảnh minh hoạ)",
        "Bến phà sáng thứ Hai (ảnh: ban quản lý bến cung cấp).",
        "Bến phà sáng thứ Hai. Ảnh minh họa",
        "Đồ họa: Lê Na",
        "Video: Chuyến phà cuối cùng rời bến",
        "Photo: Coast News",
        "The last boat leaves the pier. (Photo by Ann Lund)",
        "The last boat leaves the pier on Sunday. REUTERS/Ann Lund",
        "The last boat leaves the pier. Ann Lund/AFP",
        "Ann Lund via Getty Images.",
        "Photo courtesy of the harbour office",
        "Photograph: Ann Lund/Coast News",
      })
  void knowsCaptions(String paragraph) {
    assertThat(sections("Ferry stops\n\n" + BODY_1 + "\n\n" + paragraph + "\n\n" + BODY_2).get(2))
        .isEqualTo("CAPTION " + paragraph);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The office showed a photo of the pier to everyone who asked for one.",
        "“This is the last boat,” she told AFP.",
        "Trở lại bến phà, ông Tô Văn Bền nói rằng mọi việc đã ổn.",
        "Theo ban quản lý, phà sẽ chạy lại vào đầu tháng sau.",
        "Ông đăng hình ảnh chiếc phà lên mạng: ai cũng nhận ra nó.",
        "She has followed the harbour on Twitter since it opened its account there.",
        "Share prices of the ferry company fell by 3%.",
        "Ann Lund:",
      })
  void keepsBody(String paragraph) {
    assertThat(sections("Ferry stops\n\n" + BODY_1 + "\n\n" + paragraph + "\n\n" + BODY_2).get(2))
        .isEqualTo("BODY " + paragraph);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share this article",
        "Follow Coast News on Twitter @coastnews.",
        "© 2021 Coast News",
        "(Reporting by Ann Lund; Editing by Bo Berg)",
        "Sign up for our morning newsletter!",
        "Mời quý độc giả theo dõi bản tin lúc 19h.",
        "* Tên nhân vật đã được thay đổi",
        "Tags: phà, sông Lạch",
        "* * *",
      })
  void knowsPageFurniture(String paragraph) {
    assertThat(sections("Ferry stops\n\n" + BODY_1 + "\n\n" + paragraph + "\n\n" + BODY_2).get(2))
        .isEqualTo("BOILERPLATE " + paragraph);
  }

  @Test
  void headlinesAfterATeaserLineAreBoilerplateAndBodyAfterThemIsNot() {
    assertThat(
            sections(
                "Ferry stops\n\n"
                    + BODY_1
                    + "\n\nRead more:\n\nCounty buys two electric buses\n\n"
                    + BODY_2
                    + "\n\n"
                    + BODY_1))
        .containsExactly(
            "TITLE Ferry stops",
            "BODY " + BODY_1,
            "BOILERPLATE Read more:",
            "BOILERPLATE County buys two electric buses",
            "BODY " + BODY_2,
            "BODY " + BODY_1);
  }

  @Test
  void headlinesInARowAtTheEndAreBoilerplate() {
    assertThat(
            sections(
                "Ferry stops\n\n"
                    + BODY_1
                    + "\n\nCounty buys two electric buses\n\nWhy herring is dear this year"))
        .contains(
            "BOILERPLATE County buys two electric buses",
            "BOILERPLATE Why herring is dear this year");
  }

  @Test
  void theTitleRepeatedIsBoilerplate() {
    assertThat(sections("Ferry to Norrvik stops today\nFerry to Norrvik stops today\n" + BODY_1))
        .containsExactly(
            "TITLE Ferry to Norrvik stops today",
            "BOILERPLATE Ferry to Norrvik stops today",
            "BODY " + BODY_1);
  }

  @Test
  void aTextWithoutAHeadlineHasNoTitle() {
    assertThat(new PlainText().read(BODY_1 + "\n\n" + BODY_2).title()).isEmpty();
  }

  @Test
  void aHeadlineAloneIsATitle() {
    assertThat(sections("Ferry stops for three weeks"))
        .containsExactly("TITLE Ferry stops for three weeks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          By Ann Lund                          | Ann Lund
          BY ANN LUND AND BO BERG              | ANN LUND AND BO BERG
          By Ann Lund, Coast News              | Ann Lund, Coast News
          By Ann Lund • March 14, 2019         | Ann Lund
          Tác giả: Lê Na                       | Lê Na
          """)
  void readsByLines(String line, String author) {
    ArticleText article = new PlainText().read("Ferry stops\n\n" + line + "\n\n" + BODY_1);

    assertThat(article.author()).isEqualTo(author);
    assertThat(article.title()).isEqualTo("Ferry stops");
    assertThat(article.paragraphs().get(1).section()).hasToString("BOILERPLATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lê Na                 | Lê Na
          Lê Na (tổng hợp)      | Lê Na
          Lê NaTheo AFP         | Lê Na
          Theo AFP, Reuters     | ''
          (Theo AFP)            | ''
          Nhóm phóng viên       | ''
          VOV                   | ''
          Updated Tuesday       | ''
          Kay Oduya contributed to this report. | ''
          """)
  void readsByLinesAtTheEnd(String line, String author) {
    ArticleText article = new PlainText().read("Phà nghỉ\n\n" + VIETNAMESE_BODY + "\n\n" + line);

    assertThat(article.author()).isEqualTo(author);
    assertThat(article.paragraphs().get(2).section()).hasToString("BOILERPLATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2019-03-14                                | 2019-03-14
          Published: March 14, 2019                 | 2019-03-14
          Updated 14 March 2019 5:05 p.m.           | 2019-03-14T17:05
          Thursday, Mar. 14                         | XXXX-03-14
          2019-03-14T10:35:00+07:00                 | 2019-03-14T10:35:00+07:00
          3/14/2019                                 | 2019-03-14
          3/4/2019                                  | ''
          14.3.2019                                 | 2019-03-14
          31/2/2019                                 | ''
          """)
  void readsDateLines(String line, String published) {
    assertThat(new PlainText().read("Ferry stops\n\n" + line + "\n\n" + BODY_1).published())
        .isEqualTo(published);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thứ Năm, 14/3/2019 - 10:35 (GMT+7)            | 2019-03-14T10:35+07:00
          Thứ Hai, ngày 4 tháng 3 năm 2019              | 2019-03-04
          3/4/2019                                      | 2019-04-03
          """)
  void readsVietnameseDateLines(String line, String published) {
    assertThat(new PlainText().read("Phà nghỉ\n\n" + line + "\n\n" + VIETNAMESE_BODY).published())
        .isEqualTo(published);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ngày 14-3, ban quản lý bến phà sông Lạch đã họp.                   | XXXX-03-14
          Sáng nay (14/3), ban quản lý bến phà sông Lạch đã họp.             | XXXX-03-14
          Ông Tô Văn Bền ngày 14-3 cho biết bến phà sông Lạch sẽ nghỉ.       | XXXX-03-14
          Bến phà sông Lạch sẽ nghỉ từ ngày 20-3 đến 10-4, ông Bền nói.      | ''
          """)
  void readsTheDayOfTheNewsInVietnamese(String body, String published) {
    assertThat(new PlainText().read("Phà nghỉ\n\n" + body).published()).isEqualTo(published);
  }

  @Test
  void readsTheDateOfADateline() {
    assertThat(
            new PlainText()
                .read("Ferry stops\n\nNORRVIK, March 14 (Coast News) — The ferry stops.")
                .published())
        .isEqualTo("XXXX-03-14");
    assertThat(
            new PlainText()
                .read("Ferry stops\n\nThe ferry stops on March 20, the office said.")
                .published())
        .isEmpty();
  }

  @Test
  void paragraphsNeverOverlapAndHoldAllWords() {
    String text = " \n\nFerry stops \n\n\t" + BODY_1 + "\u00A0\n" + BODY_2 + "\n \n";

    List<String> words = sections(text);

    assertThat(words).containsExactly("TITLE Ferry stops", "BODY " + BODY_1, "BODY " + BODY_2);
  }

  @Test
  void hostileTextIsFast() {
    String[] hostile = {
      "Ảnh:".repeat(50_000),
      "Ảnh: A ".repeat(30_000),
      "A.".repeat(100_000),
      "By A-".repeat(40_000),
      "(".repeat(200_000),
      "1/1/".repeat(50_000),
      "Ngày 1-1 ".repeat(22_000),
      "a\n".repeat(100_000),
      "Aaaa Bbbb Cccc Dddd\n".repeat(10_000),
      "AP/".repeat(66_000),
    };
    for (String text : hostile) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> new PlainText().read(text), () -> text.substring(0, 10));
    }
  }

  private static List<String> sections(String text) {
    return new PlainText()
        .read(text).paragraphs().stream()
            .map(p -> p.section() + " " + text.substring(p.start(), p.end()))
            .toList();
  }
}
