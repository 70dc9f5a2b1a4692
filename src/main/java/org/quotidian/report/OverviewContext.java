package org.quotidian.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quotidian.model.Article;
import org.quotidian.report.CoOccurrence.Pair;

/** The counts of a corpus under the names used in the template. */
record OverviewContext(Overview overview, HtmlReport.Settings settings) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST_READINGS = 12; // lines; the rest is one more

  record TypeCount(String name, int count, long share) {}

  record SpeakerTable(String group, List<Overview.Speaker> speakers) {}

  record NameTable(String type, List<NameLine> names) {}

  /**
   * @param percent length of its bar
   */
  record NameLine(String name, int articles, int mentions, long percent) {}

  record PairLine(
      String first,
      String firstType,
      String second,
      String secondType,
      int articles,
      long percent) {}

  record Reading(String by, List<ReadingLine> rows) {}

  record ReadingLine(String name, int count, long percent) {}

  record Tenth(String label, int count) {}

  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("corpus", overview.corpus());
    values.put("run", overview.run());
    values.put("started", MINUTE.format(overview.started()));
    values.put("rows", overview.rows());
    values.put("failed", overview.count("failures") > 0);
    values.put("types", types());
    values.put("speakers", speakers());
    values.put("hasSpeakers", !speakers().isEmpty());
    values.put("sampled", overview.count("quotes") > settings.quotes());
    values.put("shown", Math.min(overview.count("quotes"), settings.quotes()));
    values.put("names", names());
    values.put("pairs", pairs());
    values.put("hasPairs", !overview.pairs().isEmpty());
    values.put("periods", overview.timeline().periods());
    values.put("hasPeriods", !overview.timeline().periods().isEmpty());
    values.put("periodUnit", overview.timeline().unit().name().toLowerCase(Locale.ROOT));
    values.put("undated", overview.timeline().undated());
    values.put("confidence", confidence());
    values.put(
        "readings",
        List.of(
            reading("language", named(overview.languages())),
            reading("format", overview.formats())));
    values.put("failureCounts", overview.failureCounts());
    values.put("failureRows", overview.failures());
    values.put("failuresShown", overview.failures().size());
    values.put("chartVersion", Resources.version("chart.js"));
    values.put("tableVersion", Resources.version("datatables.net"));
    values.put("jqueryVersion", Resources.version("jquery"));
    return values;
  }

  private List<TypeCount> types() {
    int all = overview.count("quotes");
    return Stream.of("direct", "mixed", "indirect")
        .map(
            type -> {
              int count = overview.quoteTypes().getOrDefault(type, 0);
              return new TypeCount(type, count, percent(count, all));
            })
        .toList();
  }

  private List<SpeakerTable> speakers() {
    return Stream.of(
            new SpeakerTable("speakers-people", overview.people()),
            new SpeakerTable("speakers-others", overview.others()))
        .filter(table -> !table.speakers().isEmpty())
        .toList();
  }

  private List<NameTable> names() {
    return Stream.of("PERSON", "LOCATION", "ORGANIZATION")
        .map(
            type -> {
              List<Overview.Name> names = overview.names().getOrDefault(type, List.of());
              int most = names.stream().mapToInt(Overview.Name::articles).max().orElse(1);
              return new NameTable(
                  type,
                  names.stream()
                      .map(
                          name ->
                              new NameLine(
                                  name.name(),
                                  name.articles(),
                                  name.mentions(),
                                  percent(name.articles(), most)))
                      .toList());
            })
        .toList();
  }

  private List<PairLine> pairs() {
    int most = overview.pairs().stream().mapToInt(Pair::articles).max().orElse(1);
    return overview.pairs().stream()
        .map(
            pair ->
                new PairLine(
                    pair.first(),
                    pair.firstType(),
                    pair.second(),
                    pair.secondType(),
                    pair.articles(),
                    percent(pair.articles(), most)))
        .toList();
  }

  private List<Tenth> confidence() {
    return IntStream.range(0, 10)
        .mapToObj(
            tenth ->
                new Tenth(
                    String.format(Locale.ROOT, "%.1f–%.1f", tenth / 10.0, (tenth + 1) / 10.0),
                    overview.confidence().getOrDefault(tenth, 0)))
        .toList();
  }

  /** Languages under their own names, with their codes. */
  private static Map<String, Integer> named(Map<String, Integer> languages) {
    Map<String, Integer> named = new LinkedHashMap<>();
    languages.forEach(
        (code, articles) -> {
          Locale language = Locale.forLanguageTag(code);
          String name =
              code.equals(Article.UNDETERMINED) ? "" : language.getDisplayLanguage(language);
          named.put(
              name.isEmpty() || name.equals(code) ? code : name + " (" + code + ")", articles);
        });
    return named;
  }

  private static Reading reading(String by, Map<String, Integer> counts) {
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(1);
    List<ReadingLine> lines =
        counts.entrySet().stream()
            .limit(MOST_READINGS)
            .map(e -> new ReadingLine(e.getKey(), e.getValue(), percent(e.getValue(), most)))
            .toList();
    int rest = counts.values().stream().skip(MOST_READINGS).mapToInt(count -> count).sum();
    return new Reading(
        by,
        rest == 0
            ? lines
            : Stream.concat(
                    lines.stream(), Stream.of(new ReadingLine("…", rest, percent(rest, most))))
                .toList());
  }

  private static long percent(int part, int whole) {
    return whole == 0 ? 0 : Math.min(100, Math.round(100.0 * part / whole));
  }
}
