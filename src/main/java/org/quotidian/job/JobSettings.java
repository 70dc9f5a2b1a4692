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
 * What a job file says, with defaults for what it leaves out. Component names in kebab case are the
 * keys of the file. Relative paths hold against the folder in which the command runs.
 *
 * @param corpus names the rows; part of every article id
 * @param input files, folders and globs to read
 * @param output folder for CSV, report and summary
 * @param languages BCP 47 codes of the languages to annotate; articles in others get sentences only
 * @param threads articles worked on at once; 0 means one for each core
 * @param chunkSize articles per transaction; 0 means ten for each thread, at least 40
 * @param incremental work only on articles that are new or changed since they were last done
 * @param trustTimesAfter a file of which size, times and inode are those of the last run is not
 *     read, if it had not been changed for so long when it was; zero: all are
 * @param disappeared what to do with the rows of articles whose file is gone
 * @param duplicates whether sentences, names and quotes of duplicates are among the results
 * @param repeatedLines which lines so many articles have that they are boilerplate
 * @param tellFailures end with exit code 3, not 0, when articles failed
 * @param encoding of every text, page and record; {@code auto} to have each told from the text
 * @param logFormat how lines of the log file are written
 * @param metrics where figures of each run are told
 * @param jsonLines also write {@code articles.jsonl}: each article's text with all that was found
 */
public record JobSettings(
    @NotBlank
        @Pattern(
            regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}",
            message =
                "must begin with a letter or digit and hold only letters, digits, '.', '_', '-' (at"
                    + " most 100)")
        String corpus,
    @NotEmpty(message = "must name at least one file, folder or glob") List<@NotBlank String> input,
    @NotBlank(message = "must name a folder") String output,
    @DefaultValue({"vi", "en"}) @NotEmpty List<@NotBlank String> languages,
    @DefaultValue("0") @Min(0) @Max(1024) int threads,
    @DefaultValue("0") @Min(0) @Max(100_000) int chunkSize,
    @DefaultValue("true") boolean incremental,
    @DefaultValue("2s") @DurationMin(message = "must be a time such as 2s, or 0s")
        Duration trustTimesAfter,
    @DefaultValue("keep") Disappeared disappeared,
    @DefaultValue("keep") Duplicates duplicates,
    @DefaultValue @Valid RepeatedLines repeatedLines,
    @DefaultValue("false") boolean tellFailures,
    @DefaultValue("auto") @NotBlank String encoding,
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
  private static final int ARTICLES_PER_THREAD = 10;
  private static final int SMALLEST_CHUNK = 40;
  private static final Duration USUAL_SETTLING = Duration.ofSeconds(2);

  public JobSettings {
    input = input == null ? List.of() : List.copyOf(input);
    languages = List.copyOf(languages);
  }

  /** The number of threads meant by {@link #threads}. */
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

  /** Whether a file that looks the same as in the last run is not read. */
  public boolean trustsFileTimes() {
    return incremental && !trustTimesAfter.isZero() && repeatedLines.articles() == 0;
  }

  /** How long before it is read a file must not have been changed, for the next run to trust it. */
  public Duration effectiveTrustTimesAfter() {
    return trustTimesAfter.isZero() ? USUAL_SETTLING : trustTimesAfter;
  }

  /** Whether the encoding of each text is told from the text. */
  public boolean tellsEncodings() {
    return encoding.equals(AUTO);
  }

  /** What to do with the rows of an article whose file is no longer among the inputs. */
  public enum Disappeared {
    KEEP,
    REMOVE
  }

  /** What to do with articles whose text an earlier one has, or nearly. They are marked always. */
  public enum Duplicates {
    /** Their sentences, names and quotes are among the results, as those of any other. */
    KEEP,
    /** Only {@code articles.csv} has them. */
    SKIP
  }

  /**
   * In how many articles a short line must stand to be taken for the page's.
   *
   * @param articles at least; 0: none is
   * @param share and in at least this part of all
   * @param sentenceShare the same for lines that end like a sentence
   */
  public record RepeatedLines(
      @DefaultValue("0") @Min(0) int articles,
      @DefaultValue("0.001") @DecimalMin("0") @DecimalMax("1") double share,
      @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1") double sentenceShare) {}

  /** Forms of the log: lines for people, or JSON objects as log collectors want them. */
  public enum LogFormat {
    TEXT,
    ECS,
    GELF,
    LOGSTASH
  }

  /**
   * Where the figures of a run are told, while it is at work and once it has ended; empty: nowhere.
   *
   * @param file for the textfile collector of Prometheus' node_exporter; its name ends in .prom
   * @param pushGateway URL of a Prometheus push gateway
   * @param otlp URL to which a collector of OpenTelemetry takes metrics
   * @param interval how often, while the run is at work
   */
  public record Metrics(
      @DefaultValue("")
          @Pattern(regexp = "|.+\\.prom", message = "must end in .prom, or it is not collected")
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

    /** Whether they are told at all. */
    public boolean isAnywhere() {
      return !(file.isEmpty() && pushGateway.isEmpty() && otlp.isEmpty());
    }

    /** Leaves the URLs out, which may hold a password. */
    @Override
    public String toString() {
      return "Metrics[file=" + file + ", interval=" + interval + "]";
    }
  }

  /**
   * Which fields of JSON objects and columns of tables hold what. One that is named is read from
   * there and nowhere else; the usual names are known for those that are not.
   *
   * @param title of the article; as the others, null where the usual names hold
   * @param lead a paragraph before the text
   * @param text of the article, plain or HTML
   * @param published day or time of publication
   * @param author name or names
   * @param key what tells one record from another: part of every article id
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
   * Bounds on what is read, so that one article cannot hold up a night.
   *
   * @param fileSize the largest file that is read, and the largest record in a file, unpacked
   * @param characters the longest article text, in UTF-16 units
   * @param seconds the longest time one article may take
   * @param nesting how many archives and packings may lie in one another
   * @param ratio how many times its size a file may unpack to
   * @param failures a run with more failed articles than this stops; -1 never stops
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
   * @param bom begin with a byte order mark, which spreadsheets need to read UTF-8
   * @param escapeFormulas put {@code '} before cells that a spreadsheet would run as a formula
   */
  public record Csv(
      @DefaultValue("true") boolean bom, @DefaultValue("true") boolean escapeFormulas) {}

  /**
   * The HTML report.
   *
   * @param enabled write one
   * @param articles how many articles get a page; a few are inside the report, more beside it
   * @param quotes how many quotes its table holds
   * @param language of its words; AUTO: that of most articles, or of the reader's browser
   */
  public record Report(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("1000") @Min(0) @Max(1_000_000) int articles,
      @DefaultValue("5000") @Min(0) @Max(100_000) int quotes,
      @DefaultValue("auto") Language language) {

    /** A language of the report's words. */
    public enum Language {
      AUTO,
      VI,
      EN
    }
  }

  /** Where rows and the job repository are kept: a JDBC URL of HSQLDB or PostgreSQL. */
  public record Database(
      @DefaultValue("jdbc:hsqldb:file:output/database/quotidian")
          @Pattern(
              regexp = "jdbc:hsqldb:.+|jdbc:postgresql:" + SERVERS + "[^/?@]*([?].*)?",
              message =
                  "must begin with jdbc:hsqldb: or jdbc:postgresql:, such as"
                      + " jdbc:postgresql://host:5432/database (a password: database.password)")
          String url,
      @DefaultValue("sa") String user,
      @DefaultValue("") String password) {

    private static final String HOST = "(\\[[^]/?@]*\\]|[^/?@:,\\[\\]]*)(:[0-9]{1,5})?";
    private static final String SERVERS = "(//" + HOST + "(," + HOST + ")*/?)?";

    /** A user or password in the URL wins, as with the drivers, and is taken out of it. */
    public Database {
      Login login = Login.ofDatabase(url);
      url = login.url();
      user = login.user().isEmpty() ? user : login.user();
      password = login.password().isEmpty() ? password : login.password();
    }

    /** Leaves the password and the URL's parameters out, so that no secret reaches a log. */
    @Override
    public String toString() {
      return "Database[user=" + user + "]";
    }
  }

  /**
   * Workers on other machines. They need the same inputs at the same place and a PostgreSQL that
   * all can reach.
   *
   * @param mode local: the run does the work itself; remote: it leaves it to workers
   * @param transport how workers hear of work
   * @param url of the broker
   * @param partitions into how many parts a run is cut; 0 means one for each hundred articles, at
   *     most 2,000
   * @param lease a worker that was not heard of for so long loses its partition to another
   * @param poll how often the database is asked
   * @param timeout after so long without a worker, without work, or without database or broker,
   *     waiting ends
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

    /** A user and password in the URL are taken out of it. */
    public Workers {
      Login login = Login.of(url);
      url = login.url();
      user = login.user().isEmpty() ? user : login.user();
      password = login.password().isEmpty() ? password : login.password();
    }

    /** The number of partitions meant by {@link #partitions} for so many articles. */
    public int effectivePartitions(long articles) {
      return partitions == 0
          ? (int) Math.max(1, Math.min(MOST_PARTITIONS, articles / ARTICLES_A_PARTITION))
          : partitions;
    }

    /** Leaves the password and the parameters of the URL out, so that no secret reaches a log. */
    @Override
    public String toString() {
      return "Workers[mode=" + mode + ", transport=" + transport + "]";
    }
  }

  /** Who works on the articles of a run. */
  public enum Mode {
    LOCAL,
    REMOTE
  }

  /** How workers hear of work. */
  public enum Transport {
    /** They ask the database; nothing else is needed. */
    DATABASE,
    /** An ActiveMQ Artemis broker tells them. */
    ARTEMIS
  }
}
