package org.quotidian.batch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.quotidian.job.JobSettings;
import org.quotidian.model.ArticleId;

/**
 * Identifies everything that rows depend on besides the article: the version of the program, the
 * languages with their models and word lists, the settings for fields and encodings, and the
 * limits.
 *
 * @param done stored in the ledger entries of finished articles; if it changes, they are processed
 *     again
 * @param failed the same for articles that failed; it also depends on the limits they may have
 *     exceeded
 */
public record Fingerprint(String done, String failed) {

  private static final int LENGTH = 16;

  /**
   * @param versions of the program and of every language in use, with its code, in a fixed order
   */
  static Fingerprint of(JobSettings settings, List<String> versions) {
    Stream<String> reading = Stream.of(settings.encoding(), settings.fields().toString());
    String done = hash(String.join("\n", Stream.concat(versions.stream(), reading).toList()));
    JobSettings.Limits limits = settings.limits();
    String failed =
        hash(
            String.join(
                "\n",
                done,
                String.valueOf(limits.fileSize().toBytes()),
                String.valueOf(limits.characters()),
                String.valueOf(limits.seconds()),
                String.valueOf(limits.nesting()),
                String.valueOf(limits.ratio())));
    return new Fingerprint(done, failed);
  }

  /**
   * Identifies what a run reads and how. An unfinished run is continued only if its scope is the
   * same.
   */
  String scope(JobSettings settings) {
    return hash(
        String.join("\n", failed, String.join("\n", settings.input()), settings.output())
            + settings.disappeared()
            + settings.duplicates()
            + settings.repeatedLines()
            + settings.trustTimesAfter().isZero());
  }

  /**
   * Identifies the conditions under which a list of files is valid. Under others, unchanged files
   * may contain other articles or articles that need processing.
   *
   * @param roots where the job looks for files
   */
  String basis(JobSettings settings, List<String> roots) {
    return hash(
        String.join("\n", failed, String.join("\n", roots))
            + settings.disappeared()
            + settings.repeatedLines());
  }

  private static String hash(String text) {
    return ArticleId.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
  }
}
