package org.quotidian.nlp.vietnamese.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quotidian.model.Article;
import org.quotidian.model.CodePoints;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.vietnamese.VietnamesePipeline;

/**
 * Writes the entities of annotated texts as {@code entities.csv}, for an external scorer, and
 * prints the speed to the error stream. Arguments: JSON Lines with texts, output folder.
 */
final class NameFigures {

  private NameFigures() {}

  public static void main(String[] args) throws IOException {
    long loading = cpuTime();
    VietnamesePipeline pipeline = VietnamesePipeline.load();
    long started = cpuTime();
    long tokens = 0;
    Path file = Path.of(args[0]);
    Path folder = Files.createDirectories(Path.of(args[1]));
    try (var out = new PrintWriter(Files.newBufferedWriter(folder.resolve("entities.csv")))) {
      out.println("source,start,end,type");
      for (AnnotatedText annotated : AnnotationFile.read(List.of(file), List.of(file))) {
        String text = annotated.text();
        Article article =
            new Article(
                "", "", "", "", "", "", "vi", text, VietnamesePipeline.paragraphs(text), "");
        List<Sentence> sentences = pipeline.sentences(article);
        CodePoints points = CodePoints.of(text);
        for (EntityMention mention : pipeline.entities(article, sentences)) {
          out.printf(
              "%s.txt,%d,%d,%s%n",
              annotated.doc(),
              points.at(mention.start()),
              points.at(mention.end()),
              mention.type());
        }
        tokens += sentences.stream().mapToLong(sentence -> sentence.tokens().size()).sum();
      }
    }
    double seconds = (cpuTime() - started) / 1e9;
    System.err.printf(
        "loaded in %.1f s; %d tokens in %.1f s: %.0f a second (processor time of the one thread)%n",
        (started - loading) / 1e9, tokens, seconds, tokens / seconds);
  }

  /** Of this thread, so that other load on the machine does not count. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
