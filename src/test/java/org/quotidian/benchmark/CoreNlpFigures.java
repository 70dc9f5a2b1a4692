package org.quotidian.benchmark;

import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.quotidian.annotate.Language;
import org.quotidian.nlp.CoreNlpModels;

/** CoreNLP's own pipeline on one thread: for English that for quotes and speakers. */
final class CoreNlpFigures {

  static final String ANNOTATORS = "tokenize,pos,lemma,ner,depparse,coref,quote";

  /** What costs most, and other languages than English have no quotes from. */
  private static final Set<String> NOT_COMPARED = Set.of("coref", "kbp", "entitylink");

  private static final int WARM_UP = 3; // articles

  private CoreNlpFigures() {}

  /**
   * @param arguments language; the largest number of articles; files, folders, globs
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    BenchmarkTexts texts =
        BenchmarkTexts.in(
            given.get(0), given.subList(2, given.size()), Integer.parseInt(given.get(1)));
    Properties settings = settings(given.get(0));
    settings.setProperty("threads", "1");
    // Movable holidays need an XML library that this project does not use.
    settings.setProperty("sutime.binders", "0");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(settings);
    texts.warmUp().stream().limit(WARM_UP).forEach(text -> pipeline.process(text.article().text()));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long tokens = 0;
    long start = threads.getCurrentThreadCpuTime();
    for (BenchmarkTexts.Text text : texts.measured()) {
      tokens += pipeline.process(text.article().text()).get(TokensAnnotation.class).size();
    }
    Figures figures = new Figures();
    figures.put("articles", texts.measured().size());
    figures.put("CPU", (threads.getCurrentThreadCpuTime() - start) / 1e9);
    figures.put("tokens", tokens);
    figures.tell();
    System.exit(0);
  }

  private static Properties settings(String language) {
    CoreNlpModels models = Language.of(language).installable();
    Properties settings = new Properties();
    if (models == null) {
      settings.setProperty("annotators", ANNOTATORS);
    } else {
      settings.putAll(models.ownSettings());
      settings.setProperty(
          "annotators",
          Arrays.stream(settings.getProperty("annotators").split("[,\\s]+"))
              .filter(annotator -> !NOT_COMPARED.contains(annotator))
              .collect(Collectors.joining(",")));
    }
    return settings;
  }
}
