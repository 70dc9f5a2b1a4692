package org.quotidian.benchmark;

import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Properties;

/** CoreNLP's own pipeline for quotes and speakers, on one thread. */
final class CoreNlpFigures {

  static final String ANNOTATORS = "tokenize,pos,lemma,ner,depparse,coref,quote";

  private static final int WARM_UP = 3; // articles

  private CoreNlpFigures() {}

  /**
   * @param arguments the largest number of articles; files, folders, globs
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    BenchmarkTexts texts =
        BenchmarkTexts.in("en", given.subList(1, given.size()), Integer.parseInt(given.get(0)));
    Properties settings = new Properties();
    settings.setProperty("annotators", ANNOTATORS);
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
}
