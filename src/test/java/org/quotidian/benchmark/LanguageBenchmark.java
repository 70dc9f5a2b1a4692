package org.quotidian.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures a language whose models are in {@code target/lib} against CoreNLP's own pipeline of that
 * language without coreference and knowledge base, on one thread and the same texts.
 */
final class LanguageBenchmark {

  private LanguageBenchmark() {}

  /**
   * @param arguments one, parts separated by commas: language; the largest number of articles;
   *     files, folders, globs
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments[0].split(","));
    Figures ours = Figures.of(flags("-Xmx3g"), OurFigures.class, given);
    Figures theirs = Figures.of(flags("-Xmx8g"), CoreNlpFigures.class, given);
    System.out.printf(
        Locale.ROOT,
        "%s, %.0f articles: %.0f tokens per CPU second in %.0f MB; CoreNLP %.0f in %.0f MB;"
            + " %.1f times as fast%n",
        given.get(0),
        ours.get("articles"),
        ours.get("tokens") / ours.get("CPU"),
        ours.get("MB"),
        theirs.get("tokens") / theirs.get("CPU"),
        theirs.get("MB"),
        theirs.get("CPU") / ours.get("CPU"));
  }

  private static List<String> flags(String heap) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/lib"))) {
      return List.of(
          heap,
          "-Xbootclasspath/a:"
              + files
                  .filter(file -> file.getFileName().toString().contains("-models-"))
                  .sorted()
                  .map(Path::toString)
                  .collect(Collectors.joining(":")));
    }
  }
}
