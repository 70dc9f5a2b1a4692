package org.quotidian.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.annotate.Language;
import org.quotidian.evaluate.Annotation;
import org.quotidian.evaluate.Evaluation;
import org.quotidian.evaluate.Figure;
import org.quotidian.evaluate.GoldFile;
import org.quotidian.evaluate.ResultFiles;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRows;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate}: measures the results against annotation by people. */
@Command(
    name = "evaluate",
    description = {
      "Compares results with gold annotation: spans, speakers and names, with confidence intervals of"
          + " 95 percent.",
      "Without --results, the texts in the gold file are annotated first."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  quotidian evaluate --gold gold.jsonl",
      "  quotidian evaluate --gold gold.jsonl --results output/mine --errors"
    })
final class EvaluateCommand implements Callable<Integer> {

  private static final int LEAST_WIDTH = 4; // characters

  @Spec private CommandSpec spec;

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "FILE|DIR",
      description =
          "A JSON Lines file or a folder of JSON files with doc, text, quotes and entities;"
              + " offsets count code points. With genre or source, figures are also given by these.")
  private Path gold = Path.of("");

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Output folder of a run; 'doc' is compared with the names of its files.")
  private @Nullable Path results;

  @Option(names = "--errors", description = "Print what was missed and what was wrong.")
  private boolean errors;

  @Override
  public Integer call() throws IOException {
    for (Path path : results == null ? List.of(gold) : List.of(gold, results)) {
      if (!Files.exists(path)) {
        throw new ParameterException(
            spec.commandLine(), path + ": there is no such file or folder");
      }
    }
    List<Annotation> annotated = GoldFile.read(gold);
    Evaluation evaluation =
        Evaluation.of(annotated, results == null ? annotate(annotated) : ResultFiles.read(results));
    PrintWriter out = spec.commandLine().getOut();
    if (errors) {
      evaluation.misses().forEach(miss -> out.println(miss.line()));
      out.println();
    }
    List<Figure> figures = evaluation.figures();
    int width = figures.stream().mapToInt(figure -> figure.group().length()).max().orElse(0);
    figures.forEach(figure -> out.println(figure.line(Math.max(width, LEAST_WIDTH))));
    return ExitCode.DONE;
  }

  private Map<String, Annotation> annotate(List<Annotation> gold) {
    ArticleReader reader = new ArticleReader(Limits.USUAL);
    ArticleAnnotation annotation = ArticleAnnotation.of(List.of(Language.AUTO));
    Map<String, Annotation> results = new LinkedHashMap<>();
    for (Annotation document : gold) {
      if (document.text().isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            this.gold + ": document " + document.doc() + " has no text; use --results");
      }
      Article article;
      try {
        article = reader.readText(document.text(), document.doc());
      } catch (SourceException e) {
        throw new ParameterException(
            spec.commandLine(),
            this.gold + ": document " + document.doc() + ": " + e.getMessage(),
            e);
      }
      if (!document.language().isEmpty()) {
        article = article.inLanguage(document.language());
      }
      AnnotatedArticle annotated = annotation.annotate(article);
      results.put(document.doc(), Annotation.of(document.doc(), ArticleRows.of(annotated)));
    }
    return results;
  }
}
