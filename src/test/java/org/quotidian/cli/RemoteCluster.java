package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server, a broker and processes of the program, which can be killed and stopped. */
final class RemoteCluster implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(150);
  static final int PARTITIONS = 4; // of each job
  private static final Pattern PROCESS = Pattern.compile("worker process (\\d+) on .*");
  private static final List<String> SUBJECTS =
      List.of("Le maire de la ville", "La directrice du théâtre", "Un habitant du quartier");
  private static final List<String> VERBS =
      List.of("a visité hier", "a présenté ce matin", "attend depuis longtemps");
  private static final List<String> OBJECTS =
      List.of("le nouveau marché couvert", "les travaux de la gare", "la salle des fêtes rénovée");

  /** A partition that a worker is processing. */
  record Held(QuotidianProcess worker, int part, int done) {}

  private final Path folder;
  private final int postgresPort = freePort();
  private final int brokerPort = freePort();
  private final List<QuotidianProcess> workers = new ArrayList<>();
  private final List<QuotidianThread> threads = new ArrayList<>();
  private EmbeddedPostgres postgres;
  private @Nullable QuotidianProcess broker;
  private String database = "postgres";

  RemoteCluster(Path folder) throws IOException {
    this.folder = folder;
    this.postgres = startPostgres();
  }

  /** Articles in a language without models, so that processes start within seconds. */
  void writeArticles(int number) throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < number; i++) {
      StringBuilder text = new StringBuilder("Nouvelles de la ville, numéro " + i + "\n\n");
      for (int j = 0; j < 2 + random.nextInt(6); j++) {
        text.append(pick(SUBJECTS, random)).append(' ').append(pick(VERBS, random)).append(' ');
        text.append(pick(OBJECTS, random)).append(".\n\n");
      }
      Path file = folder.resolve(String.format(Locale.ROOT, "input/%02d/%04d.txt", i / 50, i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  /** A new database and job file of this name; results go to a folder of this name. */
  void newJob(String name, String transport) throws IOException, SQLException {
    workers.clear();
    threads.clear();
    execute("create database " + name);
    database = name;
    Files.writeString(
        folder.resolve(name + ".yml"),
        """
        corpus: faults
        input: ["%1$s/input"]
        output: "%1$s/%2$s"
        threads: 1
        chunk-size: 2
        repeated-lines: {articles: 10, sentence-share: 0.01}
        report: {enabled: false}
        database: {url: "%3$s", user: postgres}
        workers:
          mode: remote
          transport: %4$s
          url: "%5$s"
          user: %6$s
          partitions: %7$d
          lease: 2s
          poll: 100ms
          timeout: 150s
        """
            .formatted(folder, name, url(), transport, brokerUrl(), Broker.USER, PARTITIONS));
  }

  /** The process that leaves the work to workers, in a thread of the test; it cannot be killed. */
  QuotidianThread managerInThread(String... options) {
    return startThread("run", options);
  }

  /**
   * A worker in a thread of the test, for what is left to do. It ends with the test only if it
   * waits for the database: an interrupted look at the broker is repeated.
   */
  void workerInThread() {
    startThread("worker");
  }

  private QuotidianThread startThread(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, job().toString()));
    arguments.addAll(List.of("--set", "database.password=postgres"));
    arguments.addAll(List.of("--set", "workers.password=" + Broker.PASSWORD));
    arguments.addAll(List.of(options));
    QuotidianThread program = QuotidianThread.start(arguments.toArray(String[]::new));
    threads.add(program);
    return program;
  }

  private Path job() {
    return folder.resolve(database + ".yml");
  }

  QuotidianProcess manager(String... options) throws IOException {
    return start("run", Broker.PASSWORD, options);
  }

  QuotidianProcess worker(String... options) throws IOException {
    QuotidianProcess worker = start("worker", Broker.PASSWORD, options);
    workers.add(worker);
    return worker;
  }

  QuotidianProcess start(String command, String brokerPassword, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command, database + ".yml"));
    arguments.addAll(List.of(options));
    return QuotidianProcess.start(
        folder,
        "org.quotidian.Quotidian",
        Map.of(
            "QUOTIDIAN_DATABASE_PASSWORD",
            "postgres",
            "QUOTIDIAN_WORKERS_PASSWORD",
            brokerPassword),
        arguments.toArray(String[]::new));
  }

  Path output() {
    return folder.resolve(database);
  }

  /** Waits until all workers would take a partition. */
  void awaitReadyWorkers() throws Exception {
    for (QuotidianProcess worker : workers) {
      await(
          "a worker does not start",
          () ->
              worker.screen().contains("waiting for partitions")
                  ? Optional.of(true)
                  : Optional.<Boolean>empty());
    }
  }

  /** Waits until one of the workers is in the middle of a partition. */
  Held awaitHeld() throws Exception {
    return await("no worker is in the middle of a partition", this::held);
  }

  private Optional<Held> held() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select worker, part, done from run_partition
                where status = 'RUNNING' and done > 0 and done < articles - 20
                """)) {
      while (rows.next()) {
        Matcher process = PROCESS.matcher(rows.getString(1));
        assertThat(process.matches()).as(rows.getString(1)).isTrue();
        long pid = Long.parseLong(process.group(1));
        for (QuotidianProcess worker : workers) {
          if (worker.pid() == pid && worker.isAlive()) {
            return Optional.of(new Held(worker, rows.getInt(2), rows.getInt(3)));
          }
        }
      }
      return Optional.empty();
    } catch (SQLException e) {
      if ("42P01".equals(e.getSQLState())) {
        return Optional.empty(); // the table does not exist yet
      }
      throw e;
    }
  }

  /** Waits until the first column of a query's first row is true. */
  void awaitTrue(String query) throws Exception {
    await(
        "never true: " + query,
        () -> {
          try (Connection connection = connect();
              Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1) ? Optional.of(true) : Optional.empty();
          }
        });
  }

  /** Waits until there is work for workers. */
  void awaitPartitions() throws Exception {
    awaitTrue("select to_regclass('run_partition') is not null");
    awaitTrue("select count(*) > 0 from run_partition");
  }

  private <T> T await(String otherwise, Callable<Optional<T>> look) throws Exception {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<T> found = look.call();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(10);
    }
    StringBuilder screens = new StringBuilder(otherwise);
    for (QuotidianProcess worker : workers) {
      screens.append("\n-- worker ").append(worker.pid()).append('\n').append(worker.screen());
    }
    throw new AssertionError(screens.toString());
  }

  void endPrograms() throws InterruptedException {
    for (QuotidianThread thread : threads) {
      thread.end();
    }
    for (QuotidianProcess worker : workers) {
      worker.kill();
    }
  }

  void stopPostgres() throws IOException {
    postgres.close();
  }

  void startPostgresAgain() throws IOException {
    postgres = startPostgres();
  }

  private EmbeddedPostgres startPostgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(postgresPort)
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .start();
  }

  void startBroker() throws Exception {
    QuotidianProcess started =
        QuotidianProcess.start(
            folder,
            Broker.class.getName(),
            Map.of(),
            folder.resolve("broker").toString(),
            brokerUrl());
    broker = started;
    await(
        "the broker does not start",
        () ->
            started.screen().contains("broker is up")
                ? Optional.of(true)
                : Optional.<Boolean>empty());
  }

  void killBroker() throws InterruptedException {
    if (broker != null) {
      broker.kill();
    }
  }

  /** Simulates the loss of its disk while it is down. */
  void forgetJournal() throws IOException {
    FileSystemUtils.deleteRecursively(folder.resolve("broker"));
  }

  String brokerUrl() {
    return "tcp://localhost:" + brokerPort;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "postgres");
  }

  private String url() {
    return "jdbc:postgresql://localhost:" + postgresPort + "/" + database;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws Exception {
    endPrograms();
    killBroker();
    postgres.close();
  }
}
