package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Quote;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;
import org.quotidian.model.Token;

/**
 * Broken marks, odd characters, great length and many threads. Texts are the lists' own examples.
 */
@Tag("models")
@Tag("slow")
class RobustnessTest {

  private static final int MUTATIONS = 5_000;
  private static final String[] PEOPLE = {
    "Anna Berg", "Tom Reed", "Maria Lopez", "Trần Văn Hải", "Lê Thị Mai", "Hoàng Anh Tú"
  };
  private static final String[] ODD = {
    "“", "”", "\"", "'", "’", "‘", "«", "»", "„", "``", "''", "😀", "👩‍🚒", "שלום", "\u202e",
    "\u200f", ":", " - ", "(", ")", "\n", "\u00a0", "…", "—", ",", ".", "\uFEFF", "e\u0301",
    "مرحبا", "\t"
  };

  private static final Map<String, List<String>> EXAMPLES = new HashMap<>();
  private static final Map<String, String> TAGS = new HashMap<>();

  @BeforeAll
  static void readExamples() {
    for (String language : List.of("en", "vi")) {
      var examples = new ArrayList<String>();
      for (String file : List.of("verbs.tsv", "attributions.tsv", "pronouns.tsv", "nouns.tsv")) {
        for (List<String> row : new Lists(language).rows(file)) {
          examples.add(row.get(row.size() - 1));
        }
      }
      EXAMPLES.put(language, examples);
    }
    String english = String.join("\n", EXAMPLES.getOrDefault("en", List.of()));
    for (Sentence sentence :
        Language.of("en").pipeline().sentences(Corpus.body("examples", english, "en"))) {
      for (Token token : sentence.tokens()) {
        TAGS.putIfAbsent(token.text(), token.tag());
      }
    }
  }

  private static AnnotatedArticle annotated(String language, String text) {
    return SimpleTokens.article(
        language, text, word -> language.equals("en") ? TAGS.getOrDefault(word, "NN") : "", PEOPLE);
  }

  private static String sample(String language, Random random, int paragraphs) {
    List<String> examples = EXAMPLES.getOrDefault(language, List.of());
    var text = new StringBuilder();
    for (int i = 0; i < paragraphs; i++) {
      text.append(examples.get(random.nextInt(examples.size())))
          .append(random.nextInt(3) == 0 ? " " : "\n");
    }
    return text.toString();
  }

  private static String mutated(String text, Random random) {
    var result = new StringBuilder(text);
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && result.length() > 2; i++) {
      int at = random.nextInt(result.length() - 1);
      int mark = result.indexOf(random.nextBoolean() ? "“" : "”", at);
      switch (random.nextInt(6)) {
        case 0 -> result.insert(at, ODD[random.nextInt(ODD.length)]);
        case 1 -> result.delete(at, Math.min(result.length(), at + random.nextInt(40)));
        case 2 -> {
          if (mark >= 0) {
            result.deleteCharAt(mark);
          }
        }
        case 3 -> {
          if (mark >= 0) {
            result.insert(mark, result.charAt(mark));
          }
        }
        case 4 -> {
          if (mark >= 0) {
            result.replace(mark, mark + 1, ODD[random.nextInt(11)]);
          }
        }
        default -> result.setLength(Math.max(2, result.length() - random.nextInt(60)));
      }
    }
    return result.toString();
  }

  private static void checkOffsets(AnnotatedArticle article, List<Quote> quotes) {
    String text = article.article().text();
    int before = 0;
    for (Quote quote : quotes) {
      checkSpan(text, quote.span());
      assertThat(quote.span().length()).isPositive();
      assertThat(quote.span().start()).isGreaterThanOrEqualTo(before);
      before = quote.span().start();
      if (quote.speaker() != null) {
        checkSpan(text, quote.speaker());
      }
      if (quote.cue() != null) {
        checkSpan(text, quote.cue());
      }
      assertThat(quote.confidence()).isBetween(0.0, 1.0);
      assertThat(quote.sentence()).isBetween(0, article.sentences().size() - 1);
    }
  }

  private static void checkSpan(String text, Span span) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
    for (int edge : new int[] {span.start(), span.end()}) {
      boolean insidePair =
          edge > 0
              && edge < text.length()
              && Character.isHighSurrogate(text.charAt(edge - 1))
              && Character.isLowSurrogate(text.charAt(edge));
      assertThat(insidePair).isFalse();
    }
  }

  @Test
  void fiveThousandMutatedEnglishArticlesGiveValidOffsets() {
    mutateAndCheck("en", 1);
  }

  @Test
  void fiveThousandMutatedVietnameseArticlesGiveValidOffsets() {
    mutateAndCheck("vi", 2);
  }

  private static void mutateAndCheck(String language, long seed) {
    var random = new Random(seed);
    QuoteFinder finder = QuoteFinder.forLanguage(language);
    for (int i = 0; i < MUTATIONS; i++) {
      String text = mutated(sample(language, random, 4), random);
      AnnotatedArticle article = annotated(language, text);
      try {
        checkOffsets(article, finder.find(article));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("article " + i + ": " + text, e);
      }
    }
  }

  @Test
  void aMegabyteTakesNoLongerPerCharacterThanAShortArticle() {
    for (String language : List.of("en", "vi")) {
      var random = new Random(3);
      var text = new StringBuilder();
      while (text.length() < 1_000_000) {
        text.append(sample(language, random, 50));
      }
      AnnotatedArticle whole = annotated(language, text.toString());
      AnnotatedArticle part = annotated(language, text.substring(0, 100_000));
      QuoteFinder finder = QuoteFinder.forLanguage(language);
      finder.find(part);
      finder.find(part);
      long started = System.nanoTime();
      finder.find(part);
      long ofPart = System.nanoTime() - started;
      started = System.nanoTime();
      finder.find(whole);
      long ofWhole = System.nanoTime() - started;
      assertThat(ofWhole / (double) ofPart).as(language).isLessThan(60);
    }
  }

  @Test
  void oneParagraphWithTenThousandMarks() {
    for (String language : List.of("en", "vi")) {
      for (String piece :
          List.of(
              "“no” ",
              "“ ",
              "\"yes ",
              "‘x’ said ",
              "“a “b ” ",
              "said and said, ",
              "nói và nói, theo ",
              "Anna “Bo” Berg ")) {
        AnnotatedArticle article = annotated(language, "Anna Berg said " + piece.repeat(10_000));
        Assertions.assertTimeout(
            Duration.ofSeconds(20),
            () -> checkOffsets(article, QuoteFinder.forLanguage(language).find(article)),
            () -> language + ": " + piece);
      }
    }
  }

  @Test
  void eightThreadsFindWhatOneFinds() throws Exception {
    var random = new Random(4);
    for (String language : List.of("en", "vi")) {
      QuoteFinder finder = QuoteFinder.forLanguage(language);
      var articles = new ArrayList<AnnotatedArticle>();
      for (int i = 0; i < 200; i++) {
        articles.add(annotated(language, mutated(sample(language, random, 20), random)));
      }
      List<List<Quote>> alone = articles.stream().map(finder::find).toList();
      var pool = Executors.newFixedThreadPool(8);
      try {
        var together = new ArrayList<Future<List<Quote>>>();
        for (AnnotatedArticle article : articles) {
          together.add(pool.submit(() -> finder.find(article)));
        }
        for (int i = 0; i < articles.size(); i++) {
          assertThat(together.get(i).get()).isEqualTo(alone.get(i));
        }
      } finally {
        pool.shutdownNow();
      }
    }
  }

  @Test
  void anInterruptedThreadGivesUpAndStaysInterrupted() {
    AnnotatedArticle article =
        annotated("en", String.join("\n", Collections.nCopies(50, "“No,” Anna Berg said.")));
    Thread.currentThread().interrupt();
    try {
      Assertions.assertThrows(
          CancellationException.class, () -> QuoteFinder.forLanguage("en").find(article));
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void anArticleWithoutTokensOrParagraphsHasNoQuotes() {
    assertThat(QuoteFinder.forLanguage("en").find(annotated("en", ""))).isEmpty();
    assertThat(QuoteFinder.forLanguage("vi").find(annotated("vi", "\n\n"))).isEmpty();
  }
}
