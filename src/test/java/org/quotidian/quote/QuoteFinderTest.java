package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Quote;
import org.quotidian.model.SpeakerType;

/** Who said what in short texts, without models: names are given, words have no tags. */
class QuoteFinderTest {

  private static final String[] PEOPLE = {
    "Trần Văn Hải", "Hải", "Lê Thị Mai", "Mai", "Vũ Thu Hà", "Bùi Đức Long", "Anna Berg", "Berg"
  };

  /** Type, words, speaker and canonical speaker of every quote. */
  private static List<String> quotes(String language, String text) {
    AnnotatedArticle article = SimpleTokens.article(language, text, PEOPLE);
    return QuoteFinder.forLanguage(language).find(article).stream()
        .map(quote -> line(quote, text))
        .toList();
  }

  private static String line(Quote quote, String text) {
    return quote.type().label()
        + " ["
        + quote.span().in(text)
        + "] "
        + (quote.speaker() == null ? "?" : quote.speaker().in(text))
        + (quote.canonicalSpeaker().isEmpty() ? "" : " = " + quote.canonicalSpeaker())
        + (quote.via().isEmpty() ? "" : " via " + quote.via());
  }

  @Test
  void tagsAreReadOnlyForLanguagesWhoseRulesUseThem() {
    AnnotatedArticle article = SimpleTokens.article("vi", "Bến đã đóng.", word -> "NOUN");
    assertThat(new Reading(article, Lexicon.of("vi")).pos).containsOnly(TokenClass.UNKNOWN);
    assertThat(new Reading(article, Lexicon.of("en")).pos).doesNotContain(TokenClass.UNKNOWN);
  }

  @Test
  void wordsInMarksBeforeAndAfterTheReportingClause() {
    assertThat(
            quotes(
                "vi",
                "“Nước dâng rất nhanh”, ông Trần Văn Hải nói. Ông Hải kể: “Cả nhà leo lên mái”."))
        .containsExactly(
            "direct [Nước dâng rất nhanh] ông Trần Văn Hải = Trần Văn Hải",
            "direct [Cả nhà leo lên mái] Ông Hải = Trần Văn Hải");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Con đường qua bến cảng đã bị phong tỏa, ông Trần Văn Hải cho biết. | indirect [Con đường qua bến cảng đã bị phong tỏa] ông Trần Văn Hải = Trần Văn Hải
          Trong khi đó, con đường qua bến cảng đã bị phong tỏa, ông Trần Văn Hải nói với các phóng viên. | indirect [con đường qua bến cảng đã bị phong tỏa] ông Trần Văn Hải = Trần Văn Hải
          Theo lão ngư Trần Văn Hải, mùa cá năm nay đã đến sớm. | indirect [mùa cá năm nay đã đến sớm] lão ngư Trần Văn Hải = Trần Văn Hải
          Tàu cá rời bến cảng sáng qua Theo ông Trần Văn Hải, mùa cá năm nay đã đến sớm. | indirect [mùa cá năm nay đã đến sớm] ông Trần Văn Hải = Trần Văn Hải
          Người dân bên bến cảng “Chúng tôi sẽ họp với huyện để tìm cách giải quyết”, ông Trần Văn Hải cho biết. | direct [Chúng tôi sẽ họp với huyện để tìm cách giải quyết] ông Trần Văn Hải = Trần Văn Hải
          “Bến đã mở”, ông Trần Văn Hải nói trong cuộc phỏng vấn với đài. | direct [Bến đã mở] ông Trần Văn Hải = Trần Văn Hải
          Bộ trưởng Trần Văn Hải nói: “Bến đã mở”. | direct [Bến đã mở] Bộ trưởng Trần Văn Hải = Trần Văn Hải
          Trong thư gửi ông Trần Văn Hải, VPF nói: “Bến đã mở”. | direct [Bến đã mở] VPF = VPF
          Vụ trưởng Trần Văn Hải cho biết bến đã mở cửa. | indirect [bến đã mở cửa] Vụ trưởng Trần Văn Hải = Trần Văn Hải
          Mùa cá năm nay đã đến sớm. theo Sông Xanh |
          Cô Lê Thị Mai khoe chiếc áo mới mua ở chợ. |
          Sản lượng cá tăng đáng kể nhờ nước sạch hơn trước. |
          """)
  void kindsFromManyNewspapers(String text, @Nullable String expected) {
    assertThat(quotes("vi", text)).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ông Trần Văn Hải, diêm dân ở bến cảng, huyện bên sông chia sẻ, mùa muối năm nay đã mất. | indirect [mùa muối năm nay đã mất] Ông Trần Văn Hải = Trần Văn Hải
          Ông Trần Văn Hải thuộc ban quản lý bến cho biết bến đã mở cửa. | indirect [bến đã mở cửa] Ông Trần Văn Hải = Trần Văn Hải
          Báo Sông Xanh dẫn nguồn tin mới nhất từ bà Lê Thị Mai cho biết bến đã mở cửa. | indirect [bến đã mở cửa] bà Lê Thị Mai = Lê Thị Mai via Sông Xanh
          Theo số liệu mới nhất của ông Trần Văn Hải, giá gạo đã tăng gấp đôi. | indirect [giá gạo đã tăng gấp đôi] ông Trần Văn Hải = Trần Văn Hải
          Theo luật sư Trần Văn Hải, phiên tòa sẽ mở lại vào tháng sáu. | indirect [phiên tòa sẽ mở lại vào tháng sáu] luật sư Trần Văn Hải = Trần Văn Hải
          “Bến đã mở”, báo Sông Xanh dẫn lời bà Lê Thị Mai. | direct [Bến đã mở] bà Lê Thị Mai = Lê Thị Mai via Sông Xanh
          Không người dân nào cho biết đã được báo trước. |
          """)
  void whoseWordsTheyAre(String text, @Nullable String expected) {
    assertThat(quotes("vi", text)).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void aSentenceBeginsBehindALostLineEnd() {
    assertThat(
            quotes(
                "vi",
                "Ông Trần Văn Hải cho biết bến đã mở cửa Trong thông báo mới nhất, bà Lê Thị Mai"
                    + " cho biết chợ sẽ mở lại vào tháng sáu."))
        .containsExactly(
            "indirect [bến đã mở cửa] Ông Trần Văn Hải = Trần Văn Hải",
            "indirect [chợ sẽ mở lại vào tháng sáu] bà Lê Thị Mai = Lê Thị Mai");
  }

  @Test
  void anAgeInBracketsStandsBetweenAnUnknownSpeakerAndTheVerb() {
    assertThat(quotes("vi", "“Con sợ nước lắm”, bé Na (8 tuổi) nói với mẹ mỗi sáng."))
        .containsExactly("direct [Con sợ nước lắm] bé Na = bé Na");
  }

  @Test
  void labelledQuestionsMakeAnInterview() {
    assertThat(
            quotes(
                "vi",
                "PV: Bao giờ khởi công?\nÔng Trần Văn Hải: Chúng tôi đang chờ vốn.\n"
                    + "PV: Còn phương án tạm thời?\n- Huyện sẽ cấp áo phao cho học sinh."))
        .containsExactly(
            "direct [Bao giờ khởi công?] PV = PV",
            "direct [Chúng tôi đang chờ vốn.] Ông Trần Văn Hải = Trần Văn Hải",
            "direct [Còn phương án tạm thời?] PV = PV",
            "direct [Huyện sẽ cấp áo phao cho học sinh.] Ông Trần Văn Hải = Trần Văn Hải");
  }

  @Test
  void whatASpeakerDoesBehindTheCommaIsNotSaid() {
    assertThat(quotes("vi", "“Nước dâng rất nhanh”, bà Lê Thị Mai nói, giọng nghẹn lại vì mệt."))
        .containsExactly("direct [Nước dâng rất nhanh] bà Lê Thị Mai = Lê Thị Mai");
  }

  @Test
  void aTitleAndATimeStandBetweenSubjectAndVerb() {
    assertThat(
            quotes(
                "vi", "Ông Trần Văn Hải, Giám đốc bến cảng, ngày 14-3 cho biết bến đã đóng cửa."))
        .containsExactly("indirect [bến đã đóng cửa] Ông Trần Văn Hải = Trần Văn Hải");
  }

  @Test
  void theMediumThatRelaysIsNotTheSpeaker() {
    assertThat(quotes("vi", "Theo báo Sông Xanh, bà Lê Thị Mai nói rằng chợ sẽ mở cửa trở lại."))
        .containsExactly(
            "indirect [chợ sẽ mở cửa trở lại] bà Lê Thị Mai = Lê Thị Mai via Sông Xanh");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ông Trần Văn Hải từ chối cho biết ai sẽ trả tiền.",
        "Theo quy định, việc sửa chữa phải xong trước mùa mưa.",
        "Theo đó, cây cầu sẽ đóng cửa đến hết tháng năm.",
        "Cây cầu được gọi là “bà già” của dòng sông.",
        "Ảnh: Trần Văn Hải.",
        "Công ty đang triển khai việc sửa cầu.",
        "Nói chung, khách đã đông hơn năm ngoái.",
      })
  void whatOnlyLooksLikeSpeech(String text) {
    assertThat(quotes("vi", text)).isEmpty();
  }

  @Test
  void aMixedClauseHoldsItsMarkedPart() {
    String text = "Bà Lê Thị Mai cho rằng việc đóng cầu là “cần thiết” nhưng quá vội.";
    AnnotatedArticle article = SimpleTokens.article("vi", text, PEOPLE);
    List<Quote> found = QuoteFinder.forLanguage("vi").find(article);
    assertThat(found).hasSize(1);
    Quote quote = found.get(0);
    assertThat(quote.span().in(text)).isEqualTo("việc đóng cầu là “cần thiết” nhưng quá vội");
    assertThat(quote.verbatim()).isEqualTo("cần thiết");
    assertThat(quote.speakerType()).isEqualTo(SpeakerType.PERSON);
    assertThat(quote.cue()).satisfies(cue -> assertThat(cue.in(text)).isEqualTo("cho rằng"));
  }

  @Test
  void whoeverIsNamedBesideMarkedWordsMayHaveSaidThemWithoutAVerbOfTheLists() {
    assertThat(quotes("vi", "Chị Lê Thị Mai hùa vào: “Sắp là vợ chồng rồi, sao phải ngại nữa!”"))
        .containsExactly(
            "direct [Sắp là vợ chồng rồi, sao phải ngại nữa!] Chị Lê Thị Mai = Lê Thị Mai");
    assertThat(
            quotes(
                "vi",
                "Cả nhà im lặng, chỉ có chị Lê Thị Mai vỗ tay: “Sắp là vợ chồng rồi, sao phải ngại"
                    + " nữa!”"))
        .containsExactly(
            "direct [Sắp là vợ chồng rồi, sao phải ngại nữa!] chị Lê Thị Mai = Lê Thị Mai");
    assertThat(quotes("vi", "Chị Lê Thị Mai mở quán “Cơm nhà” ở cuối phố từ mùa xuân.")).isEmpty();
  }

  @Test
  void aSecondClauseOfTheSameStatement() {
    assertThat(
            quotes(
                "vi",
                "Chính quyền xã khẳng định đê không bị vỡ, và rằng nước sẽ rút trong hai ngày."))
        .containsExactly(
            "indirect [đê không bị vỡ] Chính quyền xã = Chính quyền xã",
            "indirect [nước sẽ rút trong hai ngày] Chính quyền xã = Chính quyền xã");
  }

  @Test
  void aStrayClosingMarkSwallowsNothing() {
    assertThat(
            quotes(
                "vi",
                "“Nước dâng rất nhanh”, ông Trần Văn Hải nói, đồng thời cho biết đê không bị vỡ”.\n"
                    + "“Cả nhà leo lên mái”, bà Lê Thị Mai kể."))
        .containsExactly(
            "direct [Nước dâng rất nhanh] ông Trần Văn Hải = Trần Văn Hải",
            "indirect [đê không bị vỡ] ông Trần Văn Hải = Trần Văn Hải",
            "direct [Cả nhà leo lên mái] bà Lê Thị Mai = Lê Thị Mai");
  }

  /** All rows of a text, with “;” between them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the one spoken to stands inside the reporting verb
        "Ông Trần Văn Hải cho phóng viên biết: “Nước dâng rất nhanh”."
            + " | direct [Nước dâng rất nhanh] Ông Trần Văn Hải = Trần Văn Hải",
        "Dân làng không báo cho ai biết, họ tự sửa đê. |",
        // a nickname in marks speaks
        "“Vua cá” cho biết: “Nước dâng rất nhanh và cả nhà leo lên mái”."
            + " | direct [Nước dâng rất nhanh và cả nhà leo lên mái] Vua cá = Vua cá",
        // a verb of no list behind a whole sentence
        "“Nước dâng rất nhanh và cả nhà leo lên mái”, ông Trần Văn Hải rùng mình. | direct [Nước"
            + " dâng rất nhanh và cả nhà leo lên mái] ông Trần Văn Hải = Trần Văn Hải",
        "Công ty Sóng Biển, vốn nộp phí chậm, tuần trước tuyên bố kiện bến cảng, cho rằng phí quá"
            + " cao. | indirect [phí quá cao] Công ty Sóng Biển = Công ty Sóng Biển",
        // no comma behind the source
        "Theo ông Trần Văn Hải “nước dâng rất nhanh và cả nhà leo lên mái”. | direct [nước dâng rất"
            + " nhanh và cả nhà leo lên mái] ông Trần Văn Hải = Trần Văn Hải",
        "Theo ông Trần Văn Hải, giám đốc bến cảng thông tin, đê không bị vỡ."
            + " | indirect [đê không bị vỡ] ông Trần Văn Hải = Trần Văn Hải",
        // what was told about, not what was said
        "Ông Trần Văn Hải tiết lộ lý do khiến bến cảng đóng cửa. |",
        "Ông Trần Văn Hải tiết lộ lý do là bến quá nông."
            + " | indirect [lý do là bến quá nông] Ông Trần Văn Hải = Trần Văn Hải",
        "Bà Lê Thị Mai hứa tặng quà “khủng” cho cả làng. |",
        "Đêm nhạc có ba bài: “Bến sông quê một chiều mưa”, “Đò chiều” và “Nhớ đê”. |",
        // the describing phrase names somebody else
        "Bà Lê Thị Mai - người thay Trần Văn Hải ở bến cho biết đê không bị vỡ."
            + " | indirect [đê không bị vỡ] Bà Lê Thị Mai = Lê Thị Mai",
        // two sentences: the second announces what follows
        "“Ai sẽ trả tiền sửa đê cho làng?” Bà Lê Thị Mai hỏi: “Hay là không ai?” | direct [Ai sẽ"
            + " trả tiền sửa đê cho làng?] ? ; direct [Hay là không ai?] Bà Lê Thị Mai = Lê Thị"
            + " Mai",
        // an indirect question; a clause that begins with “this”
        "Bà Lê Thị Mai đặt câu hỏi vì sao đê bị vỡ ngay trong đêm."
            + " | indirect [vì sao đê bị vỡ ngay trong đêm] Bà Lê Thị Mai = Lê Thị Mai",
        "Ông Trần Văn Hải cho đây là việc không thể chấp nhận."
            + " | indirect [đây là việc không thể chấp nhận] Ông Trần Văn Hải = Trần Văn Hải",
        // who reports it is no part of it
        "Ông Trần Văn Hải cho biết đê không bị vỡ trong đêm qua, theo báo Sông Xanh. | indirect [đê"
            + " không bị vỡ trong đêm qua] Ông Trần Văn Hải = Trần Văn Hải via Sông Xanh",
        "Ông Trần Văn Hải cho biết đê không bị vỡ trong đêm qua, báo Sông Xanh đưa tin. | indirect"
            + " [đê không bị vỡ trong đêm qua] Ông Trần Văn Hải = Trần Văn Hải via Sông Xanh",
        // an achievement, no report
        "Ông Trần Văn Hải khẳng định được vị trí của mình trong đội. |",
        // neither adverbs nor listeners speak
        "Bà Lê Thị Mai nói trên báo Sông Xanh: “Nước dâng rất nhanh”."
            + " | direct [Nước dâng rất nhanh] Bà Lê Thị Mai = Lê Thị Mai",
        "Ông Trần Văn Hải quay sang bà con, một lần nữa khẳng định: “Nước dâng rất nhanh”."
            + " | direct [Nước dâng rất nhanh] Ông Trần Văn Hải = Trần Văn Hải",
        "Ông Trần Văn Hải nói với các bạn của mình rằng: “Nước dâng rất nhanh”."
            + " | direct [Nước dâng rất nhanh] Ông Trần Văn Hải = Trần Văn Hải",
      })
  void sourcesThatAreEasilyMissed(String text, String expected) {
    assertThat(quotes("vi", text))
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ; ")));
  }

  @Test
  void aPronounStandsForTheLastPersonOfItsGender() {
    assertThat(
            quotes(
                "vi",
                "Ông Trần Văn Hải gặp bà Lê Thị Mai ở chợ.\n"
                    + "“Khách đã quay lại”, bà nói. “Chợ rất đông”, ông kể."))
        .containsExactly(
            "direct [Khách đã quay lại] bà = Lê Thị Mai",
            "direct [Chợ rất đông] ông = Trần Văn Hải");
  }

  @Test
  void aDescriptionStandsForTheOneWhoWasIntroducedByIt() {
    assertThat(
            quotes(
                "vi", "Trung tá Bùi Đức Long đến chợ.\n“Chúng tôi đã kiểm tra”, vị trung tá nói."))
        .containsExactly("direct [Chúng tôi đã kiểm tra] vị trung tá = Bùi Đức Long");
  }

  @Test
  void aTurnOfAnInterview() {
    assertThat(quotes("vi", "Ông Trần Văn Hải: Tôi đã chờ ngày này mười năm."))
        .containsExactly("direct [Tôi đã chờ ngày này mười năm.] Ông Trần Văn Hải = Trần Văn Hải");
  }

  @Test
  void labelsOfAnInterviewTellWhoAsksAndWhoAnswers() {
    assertThat(
            quotes(
                "vi",
                """
                PV: Bao giờ bến cảng mở cửa trở lại?
                - Ông Trần Văn Hải: Chúng tôi sẽ mở cửa vào tháng sáu.
                * PV Sông Xanh: Ai sẽ trả tiền?
                - Ông Trần Văn Hải: Tỉnh trả một nửa, chúng tôi trả một nửa.\
                """))
        .containsExactly(
            "direct [Bao giờ bến cảng mở cửa trở lại?] PV = PV",
            "direct [Chúng tôi sẽ mở cửa vào tháng sáu.] Ông Trần Văn Hải = Trần Văn Hải",
            "direct [Ai sẽ trả tiền?] PV Sông Xanh = PV Sông Xanh",
            "direct [Tỉnh trả một nửa, chúng tôi trả một nửa.] Ông Trần Văn Hải = Trần Văn Hải");
  }

  /** A further line without a mark belongs to the answer where answers have none. */
  @ParameterizedTest
  @CsvSource({"'','',1", "'- ','- ',0", "Hỏi: ,Đáp: ,0"})
  void answersBelowQuestionsAreOfTheOneWhoWasInterviewed(
      String asks, String answers, int furtherLines) {
    String text =
        """
        Phóng viên có cuộc trò chuyện với ông Trần Văn Hải về bến cảng.
        <Thưa ông, bao giờ bến cảng mở cửa trở lại?
        >Tôi chưa biết ngày nào.
        <Ông lo điều gì nhất?
        >Chúng tôi lo mùa mưa.
        Đê phải xong trước mùa mưa.\
        """
            .replace("<", asks)
            .replace(">", answers);
    List<String> lines =
        List.of(
            "direct [Tôi chưa biết ngày nào.] ông Trần Văn Hải = Trần Văn Hải",
            "direct [Chúng tôi lo mùa mưa.] ông Trần Văn Hải = Trần Văn Hải",
            "direct [Đê phải xong trước mùa mưa.] ông Trần Văn Hải = Trần Văn Hải");
    assertThat(quotes("vi", text)).isEqualTo(lines.subList(0, 2 + furtherLines));
  }

  @Test
  void questionsOfTheWriterMakeNoInterview() {
    assertThat(
            quotes(
                "vi",
                """
                Nhiều người trò chuyện với ông Trần Văn Hải về bến cảng.
                Bao giờ bến cảng mở cửa trở lại?
                Câu trả lời còn ở phía trước.
                Ai sẽ trả tiền?
                Ngân sách của tỉnh đã cạn.\
                """))
        .isEmpty();
  }

  @Test
  void aLineOfDialogueHoldsItsReportingClause() {
    assertThat(
            quotes(
                "vi",
                """
                Bà Lê Thị Mai gặp ông Trần Văn Hải ở chợ.
                - Bao giờ bến mở cửa? - bà Mai hỏi.
                - Tháng sáu - ông Hải đáp - nếu trời không mưa.\
                """))
        .containsExactly(
            "direct [Bao giờ bến mở cửa?] bà Mai = Lê Thị Mai",
            "direct [Tháng sáu] ông Hải = Trần Văn Hải",
            "direct [nếu trời không mưa.] ông Hải = Trần Văn Hải");
  }

  @Test
  void aListIsNoDialogue() {
    assertThat(quotes("vi", "- Mặt bằng: hai trăm mét vuông\n- Giá thuê: năm triệu đồng"))
        .isEmpty();
  }

  @Test
  void aQuotationRunsOverSentencesSetAsParagraphs() {
    assertThat(
            quotes(
                "vi",
                "\" Nước dâng rất nhanh.\n"
                    + "Cả nhà leo lên mái.\n"
                    + "Không ai bị thương \", bà Lê Thị Mai nói.\n"
                    + "“Chợ mở cửa”, ông Trần Văn Hải kể."))
        .containsExactly(
            "direct [Nước dâng rất nhanh.\n"
                + "Cả nhà leo lên mái.\n"
                + "Không ai bị thương] bà Lê Thị Mai = Lê Thị Mai",
            "direct [Chợ mở cửa] ông Trần Văn Hải = Trần Văn Hải");
  }

  @Test
  void aSentenceCutBehindAShortenedNameGoesOn() {
    assertThat(
            quotes("vi", "Bà Lê Thị Mai cho biết chị Ng.\nđã bán nhà từ tháng ba.\nNhà ở gần chợ."))
        .containsExactly("indirect [chị Ng.\nđã bán nhà từ tháng ba] Bà Lê Thị Mai = Lê Thị Mai");
  }

  @Test
  void aLanguageWithoutListsIsRefused() {
    assertThat(QuoteFinder.supports("vi")).isTrue();
    assertThat(QuoteFinder.supports("xx")).isFalse();
    assertThat(QuoteFinder.supports("../vi")).isFalse();
    assertThatThrownBy(() -> QuoteFinder.forLanguage("xx"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("xx");
  }

  @Test
  void aLanguageHasOneFinder() {
    assertThat(QuoteFinder.forLanguage("vi")).isSameAs(QuoteFinder.forLanguage("vi"));
  }

  @Test
  void twoSentencesOfOneSpeakerWithOnlyMarksBetweenThemAreOneQuote() {
    assertThat(
            quotes("vi", "Ông Trần Văn Hải nói: “Bến đã đóng.” “Chúng tôi phải chờ đến mùa xuân.”"))
        .containsExactly(
            "direct [Bến đã đóng.” “Chúng tôi phải chờ đến mùa xuân.]"
                + " Ông Trần Văn Hải = Trần Văn Hải");
  }

  @Test
  void wordsBehindAColonEndWhereTheWriterReportsAgain() {
    assertThat(
            quotes(
                "vi",
                "Ông Trần Văn Hải cho biết: Bến đã đóng. Chúng tôi đang sửa cầu. Bà Lê Thị Mai cho"
                    + " rằng việc sửa cầu quá chậm."))
        .containsExactly(
            "direct [Bến đã đóng. Chúng tôi đang sửa cầu.] Ông Trần Văn Hải = Trần Văn Hải",
            "indirect [việc sửa cầu quá chậm] Bà Lê Thị Mai = Lê Thị Mai");
  }

  @Test
  void aVerbThatNoListKnowsReportsBeforeAComplementiser() {
    assertThat(quotes("vi", "Ông Trần Văn Hải phàn nàn với hàng xóm và rêu rao rằng bến đã đóng."))
        .containsExactly("indirect [bến đã đóng] Ông Trần Văn Hải = Trần Văn Hải");
  }
}
