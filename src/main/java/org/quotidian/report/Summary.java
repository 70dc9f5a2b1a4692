package org.quotidian.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contents of {@code summary.json}: what a run did.
 *
 * @param version of the program
 * @param run its number in this database
 * @param seconds from its first start to its end, including interruptions
 * @param articles number of items {@code found}, {@code unchanged}, {@code done}, {@code failed}
 *     and {@code removed}
 * @param rows of the whole corpus, by table
 * @param duplicates articles of the corpus whose text is the same as, or nearly the same as, that
 *     of an earlier one
 * @param notes articles of the corpus that have notes, because something was damaged or unclear
 * @param languages articles of the corpus by language
 * @param quoteTypes quotes of the corpus by type
 * @param failures failed articles of the corpus, by stage and kind of error
 * @param mostQuoted the people quoted most in the corpus
 * @param files the files written, as absolute paths
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
    int notes,
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
   * The machine on which the run took place.
   *
   * @param heapMegabytes the largest heap that Java may use
   */
  public record Machine(
      String host, int processors, long heapMegabytes, String java, @Nullable String os) {}
}
