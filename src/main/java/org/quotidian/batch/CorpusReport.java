package org.quotidian.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quotidian.job.JobSettings;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.Version;
import org.quotidian.report.CoOccurrence;
import org.quotidian.report.HtmlReport;
import org.quotidian.report.Overview;
import org.quotidian.report.ReportLanguage;
import org.quotidian.report.Summary;
import org.quotidian.report.Timeline;
import org.quotidian.store.CorpusRows;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.Run;

/** Writes the HTML report on everything stored of a corpus to its output folder. */
public final class CorpusReport {

  private static final List<String> NAMES = List.of("PERSON", "LOCATION", "ORGANIZATION");
  private static final int MOST_PEOPLE = 15;
  private static final int MOST_OTHERS = 10;
  private static final int MOST_NAMES = 15; // per type
  private static final int MOST_PAIRS = 20;
  private static final int MOST_FAILURES = 100;

  private final CorpusStatistics statistics;
  private final CorpusRows rows;
  private final JobSettings settings;

  public CorpusReport(CorpusStatistics statistics, CorpusRows rows, JobSettings settings) {
    this.statistics = statistics;
    this.rows = rows;
    this.settings = settings;
  }

  /** The path of the report. */
  public Path file() {
    return Path.of(settings.output()).resolve(HtmlReport.FILE_NAME);
  }

  /** Writes the report and, if there are many articles, their pages to a folder beside it. */
  public void write(Run run) {
    write(run, () -> {});
  }

  /**
   * @param beforeEachRow may throw to abort; the old report then stays as it was
   */
  void write(Run run, Runnable beforeEachRow) {
    JobSettings.Report report = settings.report();
    new HtmlReport(
            Path.of(settings.output()),
            new HtmlReport.Settings(report.articles(), report.quotes(), language(report)))
        .write(
            overview(run, beforeEachRow),
            (most, each) -> rows.firstQuotes(most, each),
            (most, each) ->
                rows.firstStored(
                    most,
                    stored -> {
                      beforeEachRow.run();
                      each.accept(stored);
                    }));
  }

  private static @Nullable ReportLanguage language(JobSettings.Report report) {
    return switch (report.language()) {
      case AUTO -> null;
      case VI -> ReportLanguage.VI;
      case EN -> ReportLanguage.EN;
    };
  }

  private Overview overview(Run run, Runnable beforeEachRow) {
    Articles articles = new Articles();
    rows.articles(
        article -> {
          beforeEachRow.run();
          articles.add(article);
        });
    Map<String, List<Overview.Name>> names = new LinkedHashMap<>();
    NAMES.forEach(type -> names.put(type, names(type)));
    List<FailureRow> failures = new ArrayList<>();
    rows.firstFailures(MOST_FAILURES, failures::add);
    return new Overview(
        run.corpus(),
        Version.current(),
        run.runId(),
        run.startedAt(),
        articles.characters,
        statistics.rows(),
        statistics.languages(),
        articles.formats(),
        articles.timeline,
        statistics.quoteTypes(),
        speakers(List.of("PERSON"), MOST_PEOPLE),
        speakers(List.of("ORGANIZATION", "LOCATION"), MOST_OTHERS),
        names,
        pairs(names, beforeEachRow),
        statistics.confidenceTenths(),
        statistics.failures().stream()
            .map(f -> new Summary.FailureCount(f.stage(), f.error(), f.articles()))
            .toList(),
        failures);
  }

  private List<Overview.Speaker> speakers(List<String> types, int most) {
    return statistics.mostQuoted(types, most).stream()
        .map(
            s ->
                new Overview.Speaker(
                    s.name(), s.type(), s.direct(), s.mixed(), s.indirect(), s.articles()))
        .toList();
  }

  private List<Overview.Name> names(String type) {
    return statistics.mostNamed(type, MOST_NAMES).stream()
        .map(name -> new Overview.Name(name.name(), name.mentions(), name.articles()))
        .toList();
  }

  private List<CoOccurrence.Pair> pairs(
      Map<String, List<Overview.Name>> names, Runnable beforeEachRow) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    names.forEach((type, all) -> keys.put(type, all.stream().map(Overview.Name::name).toList()));
    CoOccurrence together = new CoOccurrence(keys);
    rows.mentions(
        entity -> {
          beforeEachRow.run();
          together.add(entity.articleId(), entity.type(), entity.canonical());
        });
    return together.pairs(MOST_PAIRS);
  }

  /** What is counted in one pass over the articles. */
  private static final class Articles {

    private static final int LONGEST_ENDING = 8;

    private final Timeline timeline = new Timeline();
    private final Map<String, Integer> formats = new HashMap<>();
    private long characters;

    void add(ArticleRow article) {
      characters += article.characters();
      timeline.add(article.published(), article.quotes());
      formats.merge(format(article.source()), 1, Integer::sum);
    }

    /** The most frequent first. */
    Map<String, Integer> formats() {
      return formats.entrySet().stream()
          .sorted(
              Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                  .thenComparing(Map.Entry::getKey))
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** The extension of the file's name, such as {@code .html}; {@code –} if it has none. */
    private static String format(String source) {
      String name = source.substring(source.lastIndexOf('/') + 1);
      int dot = name.lastIndexOf('.');
      return dot <= 0 || name.length() - dot > LONGEST_ENDING
          ? "–"
          : name.substring(dot).toLowerCase(Locale.ROOT);
    }
  }
}
