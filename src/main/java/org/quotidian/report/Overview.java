package org.quotidian.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quotidian.model.FailureRow;

/**
 * The counts of a corpus that the report shows.
 *
 * @param run number of the run that wrote the report, started at {@code started}
 * @param characters of all articles, in Unicode code points
 * @param rows of the corpus, by table: articles, sentences, entities, quotes, failures
 * @param languages articles by language
 * @param formats articles by file extension
 * @param timeline articles and quotes by date of publication
 * @param quoteTypes quotes by type: direct, mixed, indirect
 * @param people the people quoted most
 * @param others the organisations and places quoted most
 * @param names by type (PERSON, LOCATION, ORGANIZATION): the names in the most articles
 * @param pairs which of these names occur together
 * @param confidence quotes by tenth of confidence, 0 to 9
 * @param failureCounts failed articles by reason
 * @param failures the first failed articles
 */
public record Overview(
    String corpus,
    String version,
    int run,
    Instant started,
    long characters,
    Map<String, Integer> rows,
    Map<String, Integer> languages,
    Map<String, Integer> formats,
    Timeline timeline,
    Map<String, Integer> quoteTypes,
    List<Speaker> people,
    List<Speaker> others,
    Map<String, List<Name>> names,
    List<CoOccurrence.Pair> pairs,
    Map<Integer, Integer> confidence,
    List<Summary.FailureCount> failureCounts,
    List<FailureRow> failures) {

  /**
   * A person, organisation or place that is quoted.
   *
   * @param type PERSON, ORGANIZATION or LOCATION
   */
  public record Speaker(
      String name, String type, int direct, int mixed, int indirect, int articles) {}

  /** A name, its number of mentions in the corpus, and the number of articles that contain it. */
  public record Name(String name, int mentions, int articles) {}

  int count(String table) {
    return rows.getOrDefault(table, 0);
  }
}
