package org.quotidian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.annotate.Language;
import org.quotidian.job.Inputs;
import org.quotidian.job.JobFile;
import org.quotidian.model.Article;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import org.quotidian.model.SourceItem;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Inspection;
import org.quotidian.source.Limits;
import org.quotidian.source.ReadingSettings;
import org.quotidian.source.SourceException;
import org.quotidian.source.SourceFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: shows how one file is read, so that a job can be adjusted before a long run. */
@Command(
    name = "inspect",
    description = {
      "Shows how one file is read: format, encoding, records, and the title, author, date, language"
          + " and sections of each.",
      "Needs no database and loads no models for entities and quotes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  quotidian inspect old/bao-1998.txt",
      "  quotidian inspect dump.jsonl --job jobs/nightly.yml --records 3"
    })
final class InspectCommand implements Callable<Integer> {

  private static final int FIRST_WORDS = 70; // characters shown of each paragraph
  private static final int FIRST_PARAGRAPHS = 30;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(
      names = "--job",
      paramLabel = "JOB.yml",
      description = "Read the file as this job does, with its encoding, fields and limits.")
  private @Nullable Path jobFile;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "How many records of the file to show (default 5).")
  private int records = 5;

  @Override
  public Integer call() {
    if (records < 1) {
      throw new ParameterException(spec.commandLine(), "--records: must be 1 or more");
    }
    ReadingSettings settings =
        jobFile == null
            ? ReadingSettings.of(Limits.USUAL)
            : Inputs.reading(JobFile.read(jobFile, Map.of(), JobOptions.CHECKS));
    SourceFinder finder =
        new SourceFinder(List.of(file.toString()), Path.of("").toAbsolutePath(), settings);
    out().println("file       " + file);
    boolean failed = !printFile(settings);
    ArticleReader reader = new ArticleReader(settings);
    ArticleAnnotation annotation = ArticleAnnotation.of(List.of(Language.AUTO));
    int printed = 0;
    int more = 0;
    for (SourceItem item : finder) {
      if (printed == records) {
        more++;
        continue;
      }
      printed++;
      failed |= !printItem(item, reader, annotation);
    }
    if (more > 0) {
      out().printf("%nrecords    %d more (--records shows them)%n", more);
    }
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** Prints the format of the file; returns whether it can be read. */
  private boolean printFile(ReadingSettings settings) {
    try {
      Inspection inspection = Inspection.of(file, settings);
      out().println("format     " + inspection.mediaType());
      if (!inspection.charset().isEmpty()) {
        out()
            .printf(
                "encoding   %s, confidence %d of 100%n",
                inspection.charset(), inspection.confidence());
      } else if (!inspection.problem().isEmpty()) {
        out().println("encoding   ? " + inspection.problem());
      }
      return true;
    } catch (SourceException e) {
      out().println("problem    " + e.getMessage());
      return false;
    }
  }

  /** Prints the item; returns whether it can be read as an article. */
  private boolean printItem(SourceItem item, ArticleReader reader, ArticleAnnotation annotation) {
    out().println();
    if (!item.record().isEmpty()) {
      out().println("record     " + Words.onOneLine(item.record()));
    }
    if (!item.note().isEmpty()) {
      out().println("note       " + item.note());
    }
    try {
      print(annotation.withLanguage(reader.read(item, "inspect")));
      return true;
    } catch (SourceException e) {
      out().println("problem    " + e.getMessage());
      return false;
    }
  }

  private void print(Article article) {
    out().println("title      " + Words.orNone(article.title()));
    out().println("author     " + Words.orNone(article.author()));
    out().println("published  " + Words.orNone(article.published()));
    out().println("language   " + article.language());
    if (article.lost() > 0) {
      out().println("damaged    characters that are U+FFFD in the text: " + article.lost());
    }
    out().println("sections   " + counts(article));
    article.paragraphs().stream()
        .limit(FIRST_PARAGRAPHS)
        .forEach(paragraph -> print(paragraph, article.text()));
    if (article.paragraphs().size() > FIRST_PARAGRAPHS) {
      out().printf("  … %d more%n", article.paragraphs().size() - FIRST_PARAGRAPHS);
    }
  }

  private static String counts(Article article) {
    Map<Section, Integer> counts = new EnumMap<>(Section.class);
    article.paragraphs().forEach(p -> counts.merge(p.section(), 1, Integer::sum));
    return String.join(
        ", ",
        counts.entrySet().stream().map(e -> e.getKey().label() + " " + e.getValue()).toList());
  }

  private void print(Paragraph paragraph, String text) {
    String words = Words.onOneLine(text.substring(paragraph.start(), paragraph.end()));
    int end = Math.min(words.codePointCount(0, words.length()), FIRST_WORDS);
    String start = words.substring(0, words.offsetByCodePoints(0, end));
    out()
        .printf(
            "  %-11s  %s%s%n",
            paragraph.section().label(), start, start.length() < words.length() ? "…" : "");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
