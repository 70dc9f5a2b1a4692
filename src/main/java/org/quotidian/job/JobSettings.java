package org.quotidian.job;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings in a job file, with defaults for those left out. Component names in kebab case are
 * the keys of the file. Relative paths are relative to the working folder of the command.
 *
 * @param corpus name of the corpus; part of every article id
 * @param input files, folders and globs to read
 * @param output folder for CSV, report and summary
 * @param languages codes of the languages to annotate; {@code auto}: all that are supported;
 *     articles in others get sentences only
 * @param threads number of articles processed at once; 0 means one for each core
 * @param chunkSize articles per transaction; 0 means ten for each thread, at least 40
 * @param incremental process only articles that are new or changed since they were last done
 * @param trustTimesAfter a file is not read again if its size, times and inode are those of the
 *     last run and it had not been changed for this long when it was read; zero: all files are read
 * @param disappeared what to do with the rows of articles whose file is gone
 * @param duplicates whether the results include sentences, names and quotes of duplicates
 * @param repeatedLines in how many articles a line must occur to count as boilerplate
 * @param tellFailures end with exit code 3 instead of 0 if articles failed
 * @param encoding of every text, page and record; {@code auto} to detect it
 * @param logFormat format of the log file
 * @param metrics where to send the metrics of each run
 * @param jsonLines also write {@code articles.jsonl}: each article's text with everything found in
 *     it
 */
public record JobSettings(
    @NotBlank
        @Pattern(
            regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}",
            message =
                "must begin with a letter or digit and contain only letters, digits, '.', '_', '-' (at"
                    + " most 100)")
        String corpus,
    @NotEmpty(message = "must name at least one file, folder or glob") List<@NotBlank String> input,
    @NotBlank(message = "must name a folder") String output,
    @DefaultValue(AUTO) @NotEmpty(message = NO_LANGUAGE)
        List<@NotBlank(message = NO_LANGUAGE) String> languages,
    @DefaultValue("0") @Min(0) @Max(1024) int threads,
    @DefaultValue("0") @Min(0) @Max(100_000) int chunkSize,
    @DefaultValue("true") boolean incremental,
    @DefaultValue("2s") @DurationMin(message = "must be a time such as 2s, or 0s")
        Duration trustTimesAfter,
    @DefaultValue("keep") Disappeared disappeared,
    @DefaultValue("keep") Duplicates duplicates,
    @DefaultValue @Valid RepeatedLines repeatedLines,
    @DefaultValue("false") boolean tellFailures,
    @DefaultValue(AUTO) @NotBlank String encoding,
    @DefaultValue @Valid Fields fields,
    @DefaultValue @Valid Limits limits,
    @DefaultValue @Valid Csv csv,
    @DefaultValue @Valid Report report,
    @DefaultValue("false") boolean jsonLines,
    @DefaultValue("text") LogFormat logFormat,
    @DefaultValue @Valid Metrics metrics,
    @DefaultValue @Valid Database database,
    @DefaultValue @Valid Workers workers) {

  private static final String AUTO = "auto";
  private static final String NO_LANGUAGE =
      "must name a language, such as vi, or be auto for all in which names and quotes are found";
  private static final int ARTICLES_PER_THREAD = 10;
  private static final int SMALLEST_CHUNK = 40;
  private static final Duration USUAL_SETTLING = Duration.ofSeconds(2);

  public JobSettings {
    input = input == null ? List.of() : List.copyOf(input);
    languages = List.copyOf(languages);
  }

  /** The number of threads to use; resolves 0 in {@link #threads}. */
  public int effectiveThreads() {
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /**
   * The number of articles in a transaction. A chunk waits for its slowest article, so it holds
   * several for each thread.
   */
  public int effectiveChunkSize() {
    return chunkSize == 0
        ? Math.max(SMALLEST_CHUNK, ARTICLES_PER_THREAD * effectiveThreads())
        : chunkSize;
  }

  /** Whether a file that looks the same as in the last run is not read again. */
  public boolean trustsFileTimes() {
    return incremental && !trustTimesAfter.isZero() && repeatedLines.articles() == 0;
  }

  /**
   * How long a file must have been unchanged when it is read, for the next run to trust its times.
   */
  public Duration effectiveTrustTimesAfter() {
    return trustTimesAfter.isZero() ? USUAL_SETTLING : trustTimesAfter;
  }

  /** Whether the encoding of each text is to be detected. */
  public boolean tellsEncodings() {
    return encoding.equals(AUTO);
  }

  /** What to do with the rows of an article whose file is no longer among the inputs. */
  public enum Disappeared {
    KEEP,
    REMOVE
  }

  /**
   * What to do with articles whose text is the same as, or nearly the same as, that of an earlier
   * one. They are always marked.
   */
  public enum Duplicates {
    /** Include their sentences, names and quotes in the results. */
    KEEP,
    /** Include them in {@code articles.csv} only. */
    SKIP
  }

  /**
   * In how many articles a short line must occur to count as boilerplate.
   *
   * @param articles the least number of articles; 0 turns this off
   * @param share the least share of all articles
   * @param sentenceShare the least share for lines that end like a sentence
   */
  public record RepeatedLines(
      @DefaultValue("0") @Min(0) int articles,
      @DefaultValue("0.001") @DecimalMin("0") @DecimalMax("1") double share,
      @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1") double sentenceShare) {}

  /** Format of the log: lines for people, or JSON objects for log collectors. */
  public enum LogFormat {
    TEXT,
    ECS,
    GELF,
    LOGSTASH
  }

  /**
   * Where metrics are sent during and after a run; empty: nowhere.
   *
   * @param file for the textfile collector of Prometheus' node_exporter; its name ends in .prom
   * @param pushGateway URL of a Prometheus push gateway
   * @param otlp URL at which an OpenTelemetry collector receives metrics
   * @param interval how often they are sent during the run
   */
  public record Metrics(
      @DefaultValue("")
          @Pattern(
              regexp = "|.+\\.prom",
              message = "must end in .prom, otherwise it is not collected")
          String file,
      @DefaultValue("")
          @Pattern(
              regexp = HTTP,
              message = "must begin with http:// or https://, such as http://gateway:9091")
          String pushGateway,
      @DefaultValue("")
          @Pattern(
              regexp = HTTP,
              message =
                  "must begin with http:// or https://, such as http://collector:4318/v1/metrics")
          String otlp,
      @DefaultValue("30s") @DurationMin(seconds = 1, message = "must be 1s or longer")
          Duration interval) {

    private static final String HTTP = "|https?://([^/?#\\s]*@)?[^/?#@\\s]+([/?#][^@\\s]*)?";

    /** Whether metrics are sent at all. */
    public boolean isAnywhere() {
      return !(file.isEmpty() && pushGateway.isEmpty() && otlp.isEmpty());
    }

    /** Omits the URLs, which may contain a password. */
    @Override
    public String toString() {
      return "Metrics[file=" + file + ", interval=" + interval + "]";
    }
  }

  /**
   * The names of fields in JSON objects and of columns in tables. A field that is named here is
   * read under that name only. For the others, the usual names are tried.
   *
   * @param title of the article; this and the others are null if the usual names are to be tried
   * @param lead a paragraph before the text
   * @param text of the article, plain or HTML
   * @param published day or time of publication
   * @param author name or names
   * @param key identifies the record in its file: part of every article id
   */
  public record Fields(
      @Pattern(regexp = NAMED, message = UNNAMED) @Nullable String title,
      @Pattern(regexp = NAMED, message = UNNAMED) @Nullable String lead,
      @Pattern(regexp = NAMED, message = UNNAMED) @Nullable String text,
      @Pattern(regexp = NAMED, message = UNNAMED) @Nullable String published,
      @Pattern(regexp = NAMED, message = UNNAMED) @Nullable String author,
      @Pattern(regexp = NAMED, message = UNNAMED) @Nullable String key) {

    private static final String NAMED = ".*[\\p{L}\\p{N}].*";
    private static final String UNNAMED = "must be the name of a field or column";
  }

  /**
   * Limits on the input, so that a single article cannot block a run.
   *
   * @param fileSize the largest file, or record in a file, that is read; the unpacked size counts
   * @param characters the longest article text, in UTF-16 units
   * @param seconds the longest time that an article may take
   * @param nesting how deeply archives and compressed files may be nested
   * @param ratio how many times its own size a file may unpack to
   * @param failures the run stops if more articles than this fail; -1 means never
   */
  public record Limits(
      @DefaultValue("50MB") DataSize fileSize,
      @DefaultValue("200000") @Min(1) int characters,
      @DefaultValue("60") @Min(1) int seconds,
      @DefaultValue("3") @Min(1) @Max(100) int nesting,
      @DefaultValue("200") @Min(1) int ratio,
      @DefaultValue("-1") @Min(-1) int failures) {}

  /**
   * How CSV files are written.
   *
   * @param bom begin with a byte order mark, which spreadsheets need to recognise UTF-8
   * @param escapeFormulas put {@code '} before cells that a spreadsheet would run as a formula
   */
  public record Csv(
      @DefaultValue("true") boolean bom, @DefaultValue("true") boolean escapeFormulas) {}

  /**
   * The HTML report.
   *
   * @param enabled whether to write one
   * @param articles how many articles get a page; the pages of a few are inside the report, those
   *     of many beside it
   * @param quotes how many quotes its table holds
   * @param language of the report; AUTO: that of the reader's browser or of most articles
   */
  public record Report(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("1000") @Min(0) @Max(1_000_000) int articles,
      @DefaultValue("5000") @Min(0) @Max(100_000) int quotes,
      @DefaultValue(AUTO) Language language) {

    /** A language of the report. */
    public enum Language {
      AUTO,
      VI,
      EN
    }
  }

  /** The database for rows and Spring Batch's metadata: a JDBC URL of HSQLDB or PostgreSQL. */
  public record Database(
      @DefaultValue("jdbc:hsqldb:file:output/database/quotidian")
          @Pattern(
              regexp = "jdbc:hsqldb:.+|jdbc:postgresql:" + SERVERS + "[^/?@]*([?].*)?",
              message =
                  "must begin with jdbc:hsqldb: or jdbc:postgresql:, such as"
                      + " jdbc:postgresql://host:5432/database (for a password, use database.password)")
          String url,
      @DefaultValue("sa") String user,
      @DefaultValue("") String password) {

    private static final String HOST = "(\\[[^]/?@]*\\]|[^/?@:,\\[\\]]*)(:[0-9]{1,5})?";
    private static final String SERVERS = "(//" + HOST + "(," + HOST + ")*/?)?";

    /**
     * Removes user and password from the URL. As in the JDBC drivers, they override the separate
     * settings.
     */
    public Database {
      Login login = Login.ofDatabase(url);
      url = login.url();
      user = login.user().isEmpty() ? user : login.user();
      password = login.password().isEmpty() ? password : login.password();
    }

    /** Omits the password and the parameters of the URL, so that no secret reaches a log. */
    @Override
    public String toString() {
      return "Database[user=" + user + "]";
    }
  }

  /**
   * Workers on other machines. They need the same inputs at the same path, and a PostgreSQL server
   * that all can reach.
   *
   * @param mode local: this process does the work; remote: workers do
   * @param transport how workers learn of work
   * @param url of the broker
   * @param partitions how many parts a run is divided into; 0 means one for each hundred articles,
   *     at most 2,000
   * @param lease a worker that is not heard of for this long loses its partition to another
   * @param poll how often the database is queried
   * @param timeout how long to wait for a worker, for work, for the database or for the broker
   */
  public record Workers(
      @DefaultValue("local") Mode mode,
      @DefaultValue("database") Transport transport,
      @DefaultValue("tcp://localhost:61616") @NotBlank String url,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("0") @Min(0) @Max(100_000) int partitions,
      @DefaultValue("30s") @DurationMin(seconds = 1, message = "must be 1s or longer")
          Duration lease,
      @DefaultValue("1s")
          @DurationMin(millis = 10, message = "must be between 10ms and 1m")
          @DurationMax(minutes = 1, message = "must be between 10ms and 1m")
          Duration poll,
      @DefaultValue("10m") @DurationMin(seconds = 1, message = "must be 1s or longer")
          Duration timeout) {

    private static final int ARTICLES_A_PARTITION = 100;
    private static final int MOST_PARTITIONS = 2_000;

    /** Removes user and password from the URL. */
    public Workers {
      Login login = Login.of(url);
      url = login.url();
      user = login.user().isEmpty() ? user : login.user();
      password = login.password().isEmpty() ? password : login.password();
    }

    /** The number of partitions for so many articles; resolves 0 in {@link #partitions}. */
    public int effectivePartitions(long articles) {
      return partitions == 0
          ? (int) Math.max(1, Math.min(MOST_PARTITIONS, articles / ARTICLES_A_PARTITION))
          : partitions;
    }

    /** Omits the password and the parameters of the URL, so that no secret reaches a log. */
    @Override
    public String toString() {
      return "Workers[mode=" + mode + ", transport=" + transport + "]";
    }
  }

  /** Who processes the articles of a run. */
  public enum Mode {
    LOCAL,
    REMOTE
  }

  /** How workers learn of work. */
  public enum Transport {
    /** They query the database; nothing else is needed. */
    DATABASE,
    /** An ActiveMQ Artemis broker notifies them. */
    ARTEMIS
  }
}
