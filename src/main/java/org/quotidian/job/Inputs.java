package org.quotidian.job;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.FieldNames;
import org.quotidian.source.FieldNames.Field;
import org.quotidian.source.InputException;
import org.quotidian.source.Limits;
import org.quotidian.source.ReadingSettings;
import org.quotidian.source.RepeatedLines;
import org.quotidian.source.SourceFinder;
import org.quotidian.source.TextDecoder;

/** Translates the job's settings on what to read, and how, for the package {@code source}. */
public final class Inputs {

  private Inputs() {}

  /**
   * Finds the articles of the job. Relative inputs are relative to the working folder.
   *
   * @throws InputException if one of the inputs does not exist
   */
  public static SourceFinder finder(JobSettings job) {
    return new SourceFinder(job.input(), Path.of("").toAbsolutePath(), reading(job));
  }

  /** Reads the items that {@link #finder} finds. */
  public static ArticleReader reader(JobSettings job) {
    return new ArticleReader(reading(job));
  }

  /**
   * How the job reads its articles.
   *
   * @throws IllegalArgumentException if its encoding is unknown
   */
  public static ReadingSettings reading(JobSettings job) {
    JobSettings.Limits limits = job.limits();
    return new ReadingSettings(
        new Limits(
            limits.fileSize().toBytes(), limits.characters(), limits.nesting(), limits.ratio()),
        fields(job.fields()),
        job.tellsEncodings() ? new TextDecoder() : TextDecoder.of(job.encoding()));
  }

  /** When a line counts as boilerplate because many articles have it. */
  public static RepeatedLines.Limits repeatedLines(JobSettings job) {
    JobSettings.RepeatedLines limits = job.repeatedLines();
    return new RepeatedLines.Limits(limits.articles(), limits.share(), limits.sentenceShare());
  }

  private static FieldNames fields(JobSettings.Fields fields) {
    Map<Field, @Nullable String> named = new EnumMap<>(Field.class);
    named.put(Field.TITLE, fields.title());
    named.put(Field.LEAD, fields.lead());
    named.put(Field.TEXT, fields.text());
    named.put(Field.PUBLISHED, fields.published());
    named.put(Field.AUTHOR, fields.author());
    named.put(Field.KEY, fields.key());
    FieldNames names = FieldNames.usual();
    for (Map.Entry<Field, @Nullable String> entry : named.entrySet()) {
      String name = entry.getValue();
      names = name == null ? names : names.with(entry.getKey(), name);
    }
    return names;
  }
}
