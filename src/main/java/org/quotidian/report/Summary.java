package org.quotidian.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, as {@code summary.json} tells it.
 *
 * @param version of the program
 * @param run its number in this database
 * @param seconds from its first start to its end, pauses included
 * @param articles what became of the items found: {@code found}, {@code unchanged}, {@code done},
 *     {@code failed}, {@code removed}
 * @param rows of the whole corpus, by table
 * @param duplicates articles of the corpus whose text an earlier one has, or nearly
 * @param languages articles of the corpus by language
 * @param quoteTypes quotes of the corpus by type
 * @param failures articles of the corpus that failed, by stage and kind of error
 * @param mostQuoted the people quoted most in the corpus
 * @param files what was written, as absolute paths
 */
public record Summary(
    String program,
    String version,
    String corpus,
    int run,
    Instant startedAt,
    Instant finishedAt,
    double seconds,
    Map<String, Integer> articles,
    Map<String, Integer> rows,
    int duplicates,
    Map<String, Integer> languages,
    Map<String, Integer> quoteTypes,
    List<FailureCount> failures,
    List<SpeakerCount> mostQuoted,
    List<String> files,
    Machine machine) {

  /** Its name in the output folder. */
  public static final String FILE_NAME = "summary.json";

  /** The JSON Schema of that file, a resource beside this class. */
  public static final String SCHEMA = "summary.schema.json";

  public record FailureCount(String stage, String error, int articles) {}

  public record SpeakerCount(String name, int quotes, int articles) {}

  /**
   * Where it ran.
   *
   * @param heapMegabytes the most memory Java may use for objects
   */
  public record Machine(
      String host, int processors, long heapMegabytes, String java, @Nullable String os) {}
}
