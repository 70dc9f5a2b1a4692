package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.Span;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.vietnamese.training.AnnotatedText;

/** How sure quotes are after a few annotated articles, with tokens that need no model. */
class ConfidenceTrainingTest {

  private static final String[] PEOPLE = {"Trần Văn Hải", "Lê Thị Mai"};

  /** Of these two, the annotators find only the first right. */
  private static final String TEXT =
      "Ông Trần Văn Hải nói rằng bến tàu đã đóng cửa. Bà Lê Thị Mai kể rằng chợ đã mở lại.";

  @TempDir Path folder;

  private static final Pipeline SIMPLE = SimpleTokens.pipeline("vi", PEOPLE);

  private static List<QuoteTraining.GoldArticle> articles(List<AnnotatedText.Quote> quotes) {
    return IntStream.range(0, 24)
        .mapToObj(
            number -> {
              Article article = SimpleTokens.article("vi", TEXT, PEOPLE).article();
              return new QuoteTraining.GoldArticle(
                  new Article(
                      "" + number, "", "", "", "", "", "vi", TEXT, article.paragraphs(), ""),
                  quotes);
            })
        .toList();
  }

  private static AnnotatedText.Quote said(String words, String canonical, boolean optional) {
    int start = TEXT.indexOf(words);
    var span = new Span(start, start + words.length());
    return new AnnotatedText.Quote("indirect", span, null, canonical, optional);
  }

  @Test
  void isSureOfWhatWasRight() throws IOException {
    Path file =
        ConfidenceTraining.train(
            "vi",
            SIMPLE,
            articles(
                List.of(
                    said("bến tàu đã đóng cửa", "Trần Văn Hải", false),
                    said("chợ đã mở lại", "Phạm Hùng", false))),
            folder);
    var decision =
        new Decision(
            Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t")))
                .toList());
    AnnotatedArticle unseen =
        SimpleTokens.article(
            "vi", "Bà Lê Thị Mai nói rằng cầu đã sập. Bà Lê Thị Mai kể rằng chợ sẽ mở.", PEOPLE);
    var sure = new ArrayList<String>();
    for (Assembly.Found found :
        new Assembly(Groundwork.of(unseen, Lexicon.of("vi", Decisions.NONE))).found()) {
      String words = found.quote().span().in(unseen.article().text());
      sure.add(words + (decision.probability(found.features()) > 0.5 ? ": yes" : ": no"));
    }
    assertThat(sure).containsExactly("cầu đã sập: yes", "chợ sẽ mở: no");
  }

  @Test
  void optionalQuotesAndPassagesThatNobodyAnnotatedTellNothing() throws IOException {
    Path file =
        ConfidenceTraining.train(
            "vi",
            SIMPLE,
            articles(List.of(said("bến tàu đã đóng cửa", "Trần Văn Hải", true))),
            folder);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "# Made by quotidian train quotes. Feature, tab, weight; a sum above 0 means yes.");
  }
}
