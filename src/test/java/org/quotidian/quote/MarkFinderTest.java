package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quotidian.model.Article;
import org.quotidian.model.Section;

/** Which words stand between marks. The first line of every text is a headline and gives none. */
class MarkFinderTest {

  private static List<String> inMarks(String body) {
    Article article = Corpus.article("test", "Headline\n" + body, "en");
    assertThat(article.paragraphs().get(0).section()).isEqualTo(Section.TITLE);
    return MarkFinder.find(article.text(), article.paragraphs()).stream()
        .map(span -> span.inner().in(article.text()))
        .toList();
  }

  @Test
  void curlyStraightAngleAndLowMarks() {
    assertThat(inMarks("“One,” she said. \"Two,\" he said. «Three», „Four“ and ``Five''."))
        .containsExactly("One,", "Two,", "Three", "Four", "Five");
  }

  @Test
  void mixedPairsOfMarks() {
    assertThat(inMarks("“One,\" she said. \"Two,” he said.")).containsExactly("One,", "Two,");
  }

  @Test
  void apostrophesAndPrimesAreNoMarks() {
    assertThat(inMarks("It's the workers' choice, don't you think? He's 6' tall in the '90s."))
        .isEmpty();
  }

  @Test
  void singleMarksAroundWords() {
    assertThat(inMarks("‘We’re the workers’ friends,’ she said of a ‘plan’ she liked."))
        .containsExactly("We’re the workers’ friends,", "plan");
  }

  @Test
  void innerMarksBelongToTheOuterQuotation() {
    assertThat(inMarks("“He told me ‘no’ and then “maybe” twice,” she said. “Yes.”"))
        .containsExactly("He told me ‘no’ and then “maybe” twice,", "Yes.");
  }

  @Test
  void marksAroundATermMayLeanTheWrongWay() {
    assertThat(inMarks("She wrote: \"I like the song\" Red River \"best of all\". He left."))
        .containsExactly("I like the song\" Red River \"best of all");
  }

  @Test
  void theBlankBeforeAMarkMayBeLost() {
    assertThat(inMarks("\"One,\"she said.\"Two is enough.\" He left."))
        .containsExactly("One,", "Two is enough.");
    assertThat(inMarks("One is enough.\"She said \"Two.\"")).containsExactly("Two.");
  }

  @Test
  void aBlankMayStandBehindAColonAndItsMark() {
    assertThat(inMarks("She wrote:\" We wait for the boat. \""))
        .containsExactly("We wait for the boat.");
  }

  @Test
  void aStrayClosingMarkPairsWithNothing() {
    assertThat(inMarks("“We wait,” he said, and added that nobody came”.\n“Next,” she said."))
        .containsExactly("We wait,", "Next,");
  }

  @Test
  void aLostClosingMarkCostsOneSentence() {
    assertThat(
            inMarks(
                "He called “the whole thing a waste of time. The council met. “We know,” it said.\n"
                    + "“Next,” she said."))
        .containsExactly("the whole thing a waste of time. The council met.", "We know,", "Next,");
  }

  @Test
  void aQuotationGoesOnInTheParagraphThatOpensAgain() {
    Article article =
        Corpus.article("test", "Headline\n“First of all, no.\n“And then, no,” she said.", "en");
    List<MarkedSpan> spans = MarkFinder.find(article.text(), article.paragraphs());
    assertThat(spans).extracting(MarkedSpan::goesOn).containsExactly(true, false);
  }
}
