package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.Quote;
import org.quotidian.model.Sentence;

/** Who said what in Arabic, with the tags of its models, which find no names. */
@Tag("models")
class ArabicQuotesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          وقال رئيس البلدية سمير حداد: "الجسر مغلق حتى الربيع". ; direct رئيس البلدية سمير حداد: الجسر مغلق حتى الربيع
          قالت المهندسة ليلى منصور في مؤتمر صحفي يوم الأحد: "الإصلاح يحتاج إلى شهرين". ; direct المهندسة ليلى منصور: الإصلاح يحتاج إلى شهرين
          "الميناء لا يتسع للسفن"، قال التاجر كريم عبود. ; direct التاجر كريم عبود: الميناء لا يتسع للسفن
          “لن ننتظر أكثر”، أكدت مديرة المدرسة هدى سلمان. ; direct مديرة المدرسة هدى سلمان: لن ننتظر أكثر
          وقالت الوزيرة: «سنعيد بناء كل بيت». وأضافت: «لن ننسى أحدا». ; direct الوزيرة: سنعيد بناء كل بيت / direct الوزيرة: لن ننسى أحدا
          زار نبيل خوري الميناء أمس. وقال: "السفن كثيرة هذا العام". ; direct نبيل خوري: السفن كثيرة هذا العام
          غادر الوزير القاعة قائلا: "لن أعود غدا". ; direct الوزير: لن أعود غدا
          من جهته، قال المتحدث باسم الشرطة: "الطريق مفتوح للجميع". ; direct المتحدث باسم الشرطة: الطريق مفتوح للجميع
          وأكد المتحدث باسم وزارة النقل خالد العمري أن الجسر آمن. ; indirect المتحدث باسم وزارة النقل خالد العمري: الجسر آمن
          وقال الرئيس الفرنسي إيمانويل ماكرون إن النهر يرتفع بسرعة. ; indirect الرئيس الفرنسي إيمانويل ماكرون: النهر يرتفع بسرعة
          وأوضح حداد للصحفيين أن العمل سيبدأ غدا. ; indirect حداد: العمل سيبدأ غدا
          ووصفت الوزارة القرار بأنه "خطأ كبير". ; direct الوزارة: خطأ كبير
          وبحسب الشرطة، سيبقى الجسر مغلقا حتى الربيع. ; indirect الشرطة: سيبقى الجسر مغلقا حتى الربيع
          سيبقى الجسر مغلقا، وفقا لرئيس البلدية سمير حداد. ; indirect رئيس البلدية سمير حداد: سيبقى الجسر مغلقا
          ويسمي الناس الجسر "الجد العجوز". ;
          زرنا متحف "بيت الضوء" في المدينة. ;
          وقال نائبه كريم عبود: "الميناء لا يتسع للسفن". ; direct نائبه كريم عبود: الميناء لا يتسع للسفن
          هل يعود القطار؟ "لا أعرف متى"، يقول السائق ماهر سعيد. ; direct السائق ماهر سعيد: لا أعرف متى
          وصرخ طفل من النافذة: "القطار وصل"! ; direct طفل: القطار وصل
          وتساءل حداد: "من يدفع ثمن الجسر؟" ; direct حداد: من يدفع ثمن الجسر؟
          """)
  void whoSaidWhat(String text, String expected) {
    assumeTrue(Language.of("ar").models() != null, "no Arabic models");
    var pipeline = Language.of("ar").pipeline();
    Article article = Corpus.body("example", text, "ar");
    List<Sentence> sentences = pipeline.sentences(article);
    AnnotatedArticle annotated =
        AnnotatedArticle.of(article, sentences).withEntities(pipeline.entities(article, sentences));
    assertThat(
            QuoteFinder.forLanguage("ar").find(annotated).stream()
                .map(quote -> shown(quote, text))
                .collect(Collectors.joining(" / ")))
        .isEqualTo(expected == null ? "" : expected);
  }

  private static String shown(Quote quote, String text) {
    return quote.type().name().toLowerCase(Locale.ROOT)
        + " "
        + (quote.speaker() == null ? "" : quote.speaker().in(text))
        + ": "
        + quote.span().in(text);
  }
}
