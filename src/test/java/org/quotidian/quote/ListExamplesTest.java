package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Quote;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;

/**
 * Every line in the lists of cues and pronouns has an example: its words must be found there as cue
 * or speaker of a quote that has a source. A line that is not a cue must give no quote.
 */
@Tag("models")
class ListExamplesTest {

  @TestFactory
  Stream<DynamicTest> english() {
    return examples("en");
  }

  @TestFactory
  Stream<DynamicTest> vietnamese() {
    return examples("vi");
  }

  /** Needs tags, so only with the models of {@code mvn -Planguages}. */
  @TestFactory
  Stream<DynamicTest> german() {
    assumeTrue(Language.of("de").models() != null, "no German models");
    return examples("de");
  }

  @TestFactory
  Stream<DynamicTest> french() {
    assumeTrue(Language.of("fr").models() != null, "no French models");
    return examples("fr");
  }

  @TestFactory
  Stream<DynamicTest> spanish() {
    assumeTrue(Language.of("es").models() != null, "no Spanish models");
    return examples("es");
  }

  @TestFactory
  Stream<DynamicTest> italian() {
    assumeTrue(Language.of("it").models() != null, "no Italian models");
    return examples("it");
  }

  /** The same. */
  @TestFactory
  Stream<DynamicTest> chinese() {
    assumeTrue(Language.of("zh").models() != null, "no Chinese models");
    return examples("zh");
  }

  private static Stream<DynamicTest> examples(String language) {
    var tests = new ArrayList<DynamicTest>();
    var lists = new Lists(language);
    for (String file : List.of("verbs.tsv", "nouns.tsv", "attributions.tsv", "pronouns.tsv")) {
      for (List<String> row : lists.rows(file)) {
        boolean pronoun = file.equals("pronouns.tsv");
        String example = row.get(row.size() - 1);
        tests.add(
            DynamicTest.dynamicTest(
                file + ": " + row.get(0),
                () -> check(language, row.get(0), row.get(1), example, pronoun)));
      }
    }
    return tests.stream();
  }

  private static void check(
      String language, String forms, String frames, String example, boolean pronoun) {
    AnnotatedArticle article = annotated(language, example);
    List<Quote> quotes = QuoteFinder.forLanguage(language).find(article);
    List<String> words =
        Lists.alternatives(forms).stream()
            .map(form -> form.toLowerCase(Locale.ROOT))
            .map(form -> frames.contains("this") ? form.split(" ")[0] : form) // the cue of such
            .toList();
    if (frames.equals("none")) {
      assertThat(quotes).noneMatch(quote -> holds(quote.cue(), example, words));
      return;
    }
    assertThat(quotes)
        .as("%s in: %s", forms, example)
        .anyMatch(
            quote ->
                quote.speaker() != null
                    && holds(pronoun ? quote.speaker() : quote.cue(), example, words));
  }

  private static boolean holds(
      @org.jspecify.annotations.Nullable Span span, String example, List<String> words) {
    if (span == null) {
      return false;
    }
    String found = span.in(example).toLowerCase(Locale.ROOT).replace('’', '\'');
    return words.stream()
        .anyMatch(
            word ->
                Pattern.compile("(?<![\\p{L}])" + Pattern.quote(written(word)) + "(?![\\p{L}])")
                    .matcher(found)
                    .find());
  }

  /** As in a text: a clitic has no blank before its hyphen or behind its apostrophe. */
  private static String written(String listed) {
    return listed.split(" … ")[0].replace(" -", "-").replace("' ", "'").replace('’', '\'');
  }

  private static AnnotatedArticle annotated(String language, String example) {
    if (language.equals("vi")) {
      return SimpleTokens.article(
          language,
          example,
          "Trần Văn Hải",
          "Lê Thị Mai",
          "Phạm Quốc Bảo",
          "Vũ Thu Hà",
          "Đỗ Minh Khôi",
          "Hoàng Anh Tú",
          "Ngô Thanh Vân",
          "Bùi Đức Long");
    }
    var article = Corpus.body("example", example, language);
    List<Sentence> sentences = Language.of(language).pipeline().sentences(article);
    AnnotatedArticle annotated = AnnotatedArticle.of(article, sentences);
    return language.equals("en")
        ? annotated
        : annotated.withEntities(Language.of(language).pipeline().entities(article, sentences));
  }
}
