package org.quotidian.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.quotidian.annotate.Annotators;
import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.annotate.Language;
import org.quotidian.job.JobSettings;
import org.quotidian.model.Version;
import org.quotidian.store.CorpusOwner;
import org.quotidian.store.Database;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.DatabaseRoom;
import org.quotidian.store.LostWrites;
import org.quotidian.store.RunLock;
import org.quotidian.store.SchemaChange;
import org.quotidian.store.SpringBatchSchema;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;

/** The Spring context of one command: the job described by a job file, on its database. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  ExtractionJob.class,
  RepeatedLinesSteps.class,
  ExtractSteps.class,
  ResultSteps.class,
  RunTables.class,
  Launcher.class,
  PartitionLauncher.class
})
public class BatchApplication {

  /** Name of the log file in the output folder. */
  public static final String LOG_FILE = "quotidian.log";

  private static final String CONNECTION = "spring.datasource.hikari.data-source-properties.";

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  // Those of the report are the longest.
  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(30);
  private static final Duration LONGEST_WORKER_STATEMENT = Duration.ofMinutes(2);

  /**
   * Opens the database, updates its schema and prepares the job.
   *
   * @param lock held by the caller as long as the context is open
   */
  public static ConfigurableApplicationContext open(
      JobSettings settings, RunLock lock, StopSignal stop, Progress progress) {
    return open(settings, lock, stop, progress, Annotators.of(settings.languages()));
  }

  static ConfigurableApplicationContext open(
      JobSettings settings,
      RunLock lock,
      StopSignal stop,
      Progress progress,
      Annotators annotators) {
    return open(settings, lock, stop, progress, annotators, properties(settings));
  }

  /**
   * The same for a worker. It needs no run lock, because a lease in the database allows it to
   * write.
   *
   * @param worker its name, which is also that of its database sessions
   */
  public static ConfigurableApplicationContext openWorker(
      JobSettings settings, String worker, StopSignal stop) {
    Map<String, Object> properties = properties(settings);
    String log = worker.replaceAll("[^A-Za-z0-9.-]", "-") + ".log";
    properties.put("logging.file.name", Path.of(settings.output(), log).toString());
    properties.put(CONNECTION + "ApplicationName", worker);
    properties.put(CONNECTION + "socketTimeout", LONGEST_WORKER_STATEMENT.toSeconds());
    Annotators annotators = Annotators.of(settings.languages());
    return open(settings, RunLock.ofAnother(), stop, Progress.NONE, annotators, properties);
  }

  private static ConfigurableApplicationContext open(
      JobSettings settings,
      RunLock lock,
      StopSignal stop,
      Progress progress,
      Annotators annotators,
      Map<String, Object> properties) {
    DatabaseRoom.check(address(settings));
    LostWrites.watch(address(settings));
    SchemaChange.prepare(address(settings));
    return new SpringApplicationBuilder(BatchApplication.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false) // the hook would close the database while the job is running
        .properties(properties)
        .initializers(
            context -> {
              GenericApplicationContext beans = (GenericApplicationContext) context;
              beans.registerBean(JobSettings.class, () -> settings);
              beans.registerBean(
                  RunLock.class, () -> lock, definition -> definition.setDestroyMethodName(""));
              beans.registerBean(StopSignal.class, () -> stop);
              beans.registerBean(Progress.class, () -> progress);
              beans.registerBean(ArticleAnnotation.class, () -> new ArticleAnnotation(annotators));
            })
        .run();
  }

  private static Map<String, Object> properties(JobSettings settings) {
    DatabaseAddress database = address(settings);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("spring.datasource.url", database.jdbcUrl());
    properties.put("spring.datasource.username", database.user());
    properties.put("spring.datasource.password", database.password());
    properties.put("spring.datasource.hikari.maximum-pool-size", 4);
    if (database.isPostgres()) { // a lost server must not block the run forever
      properties.put(CONNECTION + "tcpKeepAlive", true);
      properties.put(CONNECTION + "connectTimeout", LONGEST_CONNECT.toSeconds());
      properties.put(CONNECTION + "socketTimeout", LONGEST_STATEMENT.toSeconds());
      properties.put("spring.flyway.group", true); // nobody sees a half-created schema
    }
    properties.put("spring.jdbc.template.fetch-size", Database.ROWS_AT_ONCE);
    properties.put("spring.batch.job.enabled", false);
    // A migration creates these tables.
    properties.put("spring.batch.jdbc.initialize-schema", "never");
    properties.put("spring.batch.jdbc.isolation-level-for-create", "read_committed");
    properties.put("logging.config", "classpath:logback-job.xml");
    properties.put("logging.file.name", Path.of(settings.output(), LOG_FILE).toString());
    if (settings.logFormat() != JobSettings.LogFormat.TEXT) {
      String format = settings.logFormat().name().toLowerCase(Locale.ROOT);
      properties.put("logging.config", "classpath:logback-job-structured.xml");
      properties.put("logging.structured.format.file", format);
    }
    return properties;
  }

  /** The address of a job's database. */
  public static DatabaseAddress address(JobSettings settings) {
    return new DatabaseAddress(
        settings.database().url(), settings.database().user(), settings.database().password());
  }

  @Bean
  FlywayMigrationStrategy migration(JobSettings settings) {
    return flyway -> SchemaChange.migrate(flyway, address(settings));
  }

  @Bean
  CorpusOwner corpusOwner(RunLock lock, JobSettings settings) {
    return new CorpusOwner(lock, settings.corpus());
  }

  @Bean
  PlatformTransactionManager transactionManager(
      DataSource dataSource, CorpusOwner owner, TransactionExecutionListener committedOnDisk) {
    OwnedTransactions transactions = new OwnedTransactions(dataSource, owner);
    transactions.setTransactionExecutionListeners(List.of(committedOnDisk));
    return transactions;
  }

  @Bean
  SpringBatchSchema springBatchSchema() {
    return new SpringBatchSchema();
  }

  @Bean
  Fingerprint fingerprint(JobSettings settings) {
    Stream<String> languages =
        Language.chosen(settings.languages()).stream()
            .map(language -> language.code() + " " + language.version());
    return Fingerprint.of(
        settings,
        Stream.concat(Stream.of(Version.current(), ProgramContent.hash()), languages).toList());
  }
}
