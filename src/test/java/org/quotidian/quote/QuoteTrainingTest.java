package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.Span;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.vietnamese.training.AnnotatedText;

/** What is learnt from a few annotated articles, with tokens that need no model. */
class QuoteTrainingTest {

  private static final String[] PEOPLE = {"Trần Văn Hải", "Lê Thị Mai"};

  /** Whoever kể reports; in these articles, who chia sẻ shows something. */
  private static final List<String> SAID =
      List.of(
          "bến tàu đã đóng cửa", "nước sẽ rút trong ngày", "đường vẫn còn ngập", "chợ đã mở lại");

  private static final List<String> SHOWN =
      List.of("đoạn phim về bến tàu", "đoạn phim về chợ", "đoạn phim về con đường", "đoạn phim cũ");

  @TempDir Path folder;

  private static final Pipeline SIMPLE = SimpleTokens.pipeline("vi", PEOPLE);

  private static QuoteTraining.GoldArticle article(int number) {
    String said = SAID.get(number % SAID.size());
    String shown = SHOWN.get(number % SHOWN.size());
    String text =
        "Ông Trần Văn Hải kể " + said + ". Bà Lê Thị Mai chia sẻ " + shown + " đã quay hôm qua.";
    int start = text.indexOf(said);
    Article article = SimpleTokens.article("vi", text, PEOPLE).article();
    return new QuoteTraining.GoldArticle(
        new Article("" + number, "", "", "", "", "", "vi", text, article.paragraphs(), ""),
        List.of(
            new AnnotatedText.Quote(
                "indirect",
                new Span(start, start + said.length()),
                new Span(0, 16),
                "Trần Văn Hải",
                false)));
  }

  private static List<QuoteTraining.GoldArticle> articles() {
    return Stream.iterate(0, number -> number + 1)
        .limit(24)
        .map(QuoteTrainingTest::article)
        .toList();
  }

  @Test
  void decidesLikeTheArticlesThatWereLearnt() throws IOException {
    QuoteTraining.train("vi", SIMPLE, articles(), folder);
    Decision decision = new Decision(rows(folder.resolve(Decisions.CLAUSES)));
    AnnotatedArticle unseen =
        SimpleTokens.article(
            "vi", "Bà Lê Thị Mai kể cầu đã sập. Bà Lê Thị Mai chia sẻ đoạn phim đã quay.", PEOPLE);
    var proposals = new Proposals(unseen, Lexicon.of("vi", Decisions.NONE));
    var likely = new ArrayList<String>();
    for (Proposals.Clause clause : proposals.clauses()) {
      if (decision.probability(clause.features()) > 0.5) {
        likely.add(clause.span().in(unseen.article().text()));
      }
    }
    assertThat(likely).containsExactly("cầu đã sập");
  }

  @Test
  void theSameArticlesGiveTheSameFiles() throws IOException {
    List<Path> first = QuoteTraining.train("vi", SIMPLE, articles(), folder.resolve("first"));
    List<Path> second = QuoteTraining.train("vi", SIMPLE, articles(), folder.resolve("second"));
    assertThat(first)
        .extracting(Path::getFileName)
        .extracting(Path::toString)
        .containsExactly("end-weights.tsv", "clause-weights.tsv", "marked-weights.tsv");
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
    }
  }

  @Test
  void whatCarefulReadersDifferAboutIsNotLearnt() throws IOException {
    List<QuoteTraining.GoldArticle> optional =
        articles().stream()
            .map(
                article ->
                    new QuoteTraining.GoldArticle(
                        article.article(),
                        article.quotes().stream()
                            .map(
                                quote ->
                                    new AnnotatedText.Quote(
                                        quote.type(),
                                        quote.span(),
                                        quote.mention(),
                                        quote.canonical(),
                                        true))
                            .toList()))
            .toList();
    QuoteTraining.train("vi", SIMPLE, optional, folder);
    assertThat(rows(folder.resolve(Decisions.CLAUSES)))
        .as("nothing is left that anybody said")
        .isEmpty();
  }

  /** Training and finding quotes begin with the same stages. */
  @Test
  void marksThatAreNotClosedEndForTrainingWhereTheyEndForQuotes() {
    String text = "“Bến tàu đã đóng cửa, ông Trần Văn Hải nói.";
    var proposals =
        new Proposals(SimpleTokens.article("vi", text, PEOPLE), Lexicon.of("vi", Decisions.NONE));
    assertThat(proposals.marked())
        .hasSize(1)
        .first(InstanceOfAssertFactories.list(Proposals.Marked.class))
        .extracting(marked -> marked.span().in(text))
        .containsOnly("“Bến tàu đã đóng cửa");
  }

  /** Where several may have spoken, what is learnt is whom to choose, not how likely each is. */
  @Test
  void oneOfSeveralIsChosen() {
    var examples = new ArrayList<DecisionTraining.Example>();
    for (int i = 0; i < 40; i++) {
      var near = new DecisionTraining.Option(List.of("named", "near"), i % 4 > 0);
      var far = new DecisionTraining.Option(List.of("named", "far"), false);
      examples.add(new DecisionTraining.Example("article " + i, List.of(near, far)));
    }
    var decision = new Decision(DecisionTraining.weights(examples));
    assertThat(decision.score(List.of("named", "near")))
        .isGreaterThan(1 + decision.score(List.of("named", "far")))
        .as("nobody has 0")
        .isPositive();
  }

  /** The optimiser tries steps that are far too long, and never ends if one is infinitely bad. */
  @Test
  void weightsThatAreFarTooLargeAreAsBadAsTheyAre() {
    List<DecisionTraining.Example> examples =
        List.of(
            DecisionTraining.Example.yesOrNo("1", List.of("a"), true),
            DecisionTraining.Example.yesOrNo("2", List.of("a"), false));
    var likelihood = new DecisionTraining.Likelihood(examples, Map.of("a", 0), 1000);
    assertThat(likelihood.valueAt(new double[] {2000}))
        .as("the second is unlikely by e to the power of 2000; the prior says 2")
        .isCloseTo(2002, within(1e-6));
    assertThat(likelihood.derivativeAt(new double[] {2000})[0]).isCloseTo(1.002, within(1e-6));
  }

  /** A feature that only two articles have is left to chance. */
  @Test
  void rareFeaturesAreLeftOut() {
    var examples = new ArrayList<DecisionTraining.Example>();
    for (int i = 0; i < 6; i++) {
      boolean yes = i % 2 == 0;
      List<String> features =
          i < 2
              ? List.of(yes ? "often=yes" : "often=no", "rare")
              : List.of(yes ? "often=yes" : "often=no");
      examples.add(DecisionTraining.Example.yesOrNo("article " + i, features, yes));
    }
    assertThat(DecisionTraining.weights(examples))
        .extracting(row -> row.get(0))
        .containsExactly("often=no", "often=yes");
  }

  private static List<List<String>> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t")))
        .toList();
  }
}
