package org.quotidian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Quote;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.model.SourceItem;
import org.quotidian.model.Span;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceException;
import org.quotidian.source.SourceFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annotate}: shows what the program finds in one article. */
@Command(
    name = "annotate",
    description = {
      "Prints what is found in one article: sentences, entities, and who said what.",
      "Needs no job file and no database."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  quotidian annotate input/vi/article.txt",
      "  quotidian annotate press-release.txt --language en"
    })
final class AnnotateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The article.")
  private Path file = Path.of("");

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Language of the article, such as vi or en; auto, the default, detects it.")
  private String language = Language.AUTO;

  @Override
  public Integer call() {
    String code = code();
    ArticleReader reader = new ArticleReader(Limits.USUAL);
    ArticleAnnotation annotation = ArticleAnnotation.of(List.of(Language.AUTO));
    boolean failed = false;
    for (SourceItem item :
        new SourceFinder(List.of(file.toString()), Path.of("").toAbsolutePath(), Limits.USUAL)) {
      try {
        Article article = reader.read(item, "annotate");
        print(annotation.annotate(article.inLanguage(code)));
      } catch (SourceException e) {
        spec.commandLine().getErr().println(item.source() + ": " + e.getMessage());
        failed = true;
      }
    }
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }

  private String code() {
    try {
      return language.equals(Language.AUTO)
          ? Article.UNDETERMINED
          : Language.named(language).code();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--language: " + e.getMessage(), e);
    }
  }

  private void print(AnnotatedArticle annotated) {
    PrintWriter out = spec.commandLine().getOut();
    Article article = annotated.article();
    out.println("title      " + Words.orNone(article.title()));
    out.println("published  " + Words.orNone(article.published()));
    out.println("author     " + Words.orNone(article.author()));
    out.println("language   " + article.language());
    out.println();
    annotated.sentences().forEach(sentence -> print(sentence, annotated, out));
    out.printf("%n%d entities%n", annotated.entities().size());
    annotated.entities().forEach(mention -> print(mention, article.text(), out));
    out.printf("%n%d quotes%n", annotated.quotes().size());
    annotated.quotes().forEach(quote -> print(quote, article.text(), out));
  }

  private static void print(Sentence sentence, AnnotatedArticle annotated, PrintWriter out) {
    String section =
        sentence.section() == Section.BODY ? "" : "[" + sentence.section().label() + "] ";
    out.printf(
        "%4d  %s%s%n",
        sentence.index(),
        section,
        Words.onOneLine(new Span(sentence.start(), sentence.end()).in(annotated.article().text())));
  }

  private static void print(EntityMention mention, String text, PrintWriter out) {
    String words = mention.span().in(text);
    String more =
        mention.type().isName()
            ? (mention.canonical().equals(words) ? "" : " = " + mention.canonical())
            : " = " + mention.normalized();
    out.printf(
        "%4d  %-12s  %s%s%n", mention.sentence(), mention.type(), Words.onOneLine(words), more);
  }

  private static void print(Quote quote, String text, PrintWriter out) {
    Span speaker = quote.speaker();
    Span cue = quote.cue();
    String named = speaker == null ? "?" : Words.onOneLine(speaker.in(text));
    boolean fuller = !quote.canonicalSpeaker().isEmpty() && !named.equals(quote.canonicalSpeaker());
    out.printf(
        Locale.ROOT,
        "%4d  %-8s  %.2f  %s%s%s%s%n      “%s”%n",
        quote.sentence(),
        quote.type().label(),
        quote.confidence(),
        named,
        fuller ? " = " + quote.canonicalSpeaker() : "",
        cue == null ? "" : " [" + Words.onOneLine(cue.in(text)) + "]",
        quote.via().isEmpty() ? "" : " via " + quote.via(),
        Words.onOneLine(quote.span().in(text)));
  }
}
