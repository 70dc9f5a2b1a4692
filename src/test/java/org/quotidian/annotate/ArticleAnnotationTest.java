package org.quotidian.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.Quote;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;

/** The example in the README, and what each stage of the chain adds. */
@Tag("models")
class ArticleAnnotationTest {

  private static final String TEXT =
      "The ferry\n\n\"The ferry will run again in May,\" Martha Ellison said in Westerham.";

  @Test
  void theExampleOfTheManualRuns() throws Exception {
    String text = TEXT;
    List<String> lines = new ArrayList<>();

    // example
    ArticleAnnotation annotation = ArticleAnnotation.of(List.of("en", "vi"));
    Article article = new ArticleReader(Limits.USUAL).readText(text, "ferry.txt");
    AnnotatedArticle annotated = annotation.annotate(article);
    for (Quote quote : annotated.quotes()) {
      lines.add(quote.canonicalSpeaker() + ": " + quote.span().in(article.text()));
    }
    // end

    assertThat(lines).containsExactly("Martha Ellison: The ferry will run again in May,");
    assertThat(Path.of("README.md")).content().contains("```java\n" + example() + "```\n");
  }

  /** The lines between the two comments of this file, without their indent. */
  private static String example() throws Exception {
    String code =
        Files.readString(
            Path.of("src/test/java/org/quotidian/annotate/ArticleAnnotationTest.java"));
    return code.split("    // example\n", 2)[1]
        .split("    // end\n", 2)[0]
        .replace("\n    ", "\n")
        .strip()
        .concat("\n");
  }

  @Test
  void aLanguageThatWasNotAskedForGetsSentencesOnly() throws Exception {
    ArticleAnnotation annotation = ArticleAnnotation.of(List.of("vi"));

    AnnotatedArticle annotated =
        annotation.annotate(new ArticleReader(Limits.USUAL).readText(TEXT, "ferry.txt"));

    assertThat(annotated.article().language()).isEqualTo("en");
    assertThat(annotated.sentences()).hasSize(2);
    assertThat(annotated.entities()).isEmpty();
    assertThat(annotated.quotes()).isEmpty();
  }

  @Test
  void aLanguageThatIsGivenIsNotDetected() throws Exception {
    ArticleAnnotation annotation = ArticleAnnotation.of(List.of("vi"));
    Article article = new ArticleReader(Limits.USUAL).readText(TEXT, "ferry.txt").inLanguage("vi");

    assertThat(annotation.annotate(article).article().language()).isEqualTo("vi");
  }
}
