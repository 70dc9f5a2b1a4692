package org.quotidian.batch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.quotidian.job.JobSettings;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.RunLock;
import org.quotidian.store.Runs;
import org.quotidian.store.SpringBatchSchema;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The Spring context of one command: the job of one job file on its database. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ExtractionJob.class)
public class BatchApplication {

  /** The log's name in the output folder. */
  public static final String LOG_FILE = "quotidian.log";

  /**
   * Opens the database, brings its schema up to date and makes the job ready.
   *
   * @param lock held by the caller for as long as the context is open
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
    return new SpringApplicationBuilder(BatchApplication.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false) // it would close the database under the running job
        .properties(properties(settings))
        .initializers(
            context -> {
              GenericApplicationContext beans = (GenericApplicationContext) context;
              beans.registerBean(JobSettings.class, () -> settings);
              beans.registerBean(
                  RunLock.class, () -> lock, definition -> definition.setDestroyMethodName(""));
              beans.registerBean(StopSignal.class, () -> stop);
              beans.registerBean(Progress.class, () -> progress);
              beans.registerBean(Annotators.class, () -> annotators);
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
    properties.put("spring.batch.job.enabled", false);
    properties.put("spring.batch.jdbc.initialize-schema", "never"); // a migration does it
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

  /** Where the database of a job is. */
  public static DatabaseAddress address(JobSettings settings) {
    return new DatabaseAddress(
        settings.database().url(), settings.database().user(), settings.database().password());
  }

  @Bean
  SpringBatchSchema springBatchSchema() {
    return new SpringBatchSchema();
  }

  @Bean
  Fingerprint fingerprint(JobSettings settings, Annotators annotators) {
    Stream<String> languages = settings.languages().stream().sorted().map(annotators::version);
    return Fingerprint.of(
        settings,
        Stream.concat(Stream.of(Version.current(), ProgramContent.hash()), languages).toList());
  }

  @Bean
  Launcher launcher(
      Job job,
      JobOperator operator,
      JobRepository repository,
      Runs runs,
      JobSettings settings,
      Fingerprint fingerprint,
      RunMetrics metrics) {
    return new Launcher(job, operator, repository, runs, settings, fingerprint, metrics);
  }
}
