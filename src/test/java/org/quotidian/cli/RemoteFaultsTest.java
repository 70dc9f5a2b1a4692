package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.batch.OutputFiles;
import org.quotidian.job.JobSettings;

/**
 * On several machines, whatever dies, hangs or arrives twice: the bytes are those of a run on one
 * machine.
 */
@Tag("process")
@Tag("server")
@Tag("slow")
@Timeout(400) // seconds; on an idle machine each takes ten to thirty
class RemoteFaultsTest {

  private static final int ARTICLES = 200;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit calls start()
  private static RemoteCluster cluster;

  /** The job on one machine. */
  @SuppressWarnings("NullAway.Init")
  private static Path job;

  private static Map<String, String> expected = Map.of();

  @BeforeAll
  static void start() throws Exception {
    cluster = new RemoteCluster(folder);
    cluster.startBroker();
    cluster.writeArticles(ARTICLES);
    Files.writeString(folder.resolve("input/empty.txt"), "");
    job =
        Files.writeString(
            folder.resolve("alone.yml"),
            """
            corpus: faults
            input: ["%1$s/input"]
            output: "%1$s/alone"
            repeated-lines: {articles: 10, sentence-share: 0.01}
            report: {enabled: false}
            database: {url: "jdbc:hsqldb:file:%1$s/alone-database/quotidian"}
            """
                .formatted(folder));
    QuotidianThread alone = QuotidianThread.start("run", job.toString());
    assertThat(alone.exitCode()).as(alone.screen()).isZero();
    expected = OutputFiles.comparable(folder.resolve("alone"));
    assertThat(OutputFiles.rows(folder.resolve("alone/articles.csv"))).hasSize(ARTICLES);
  }

  @AfterEach
  void endPrograms() throws InterruptedException {
    cluster.endPrograms();
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @ParameterizedTest
  @EnumSource(JobSettings.Transport.class)
  void twoOfThreeWorkersDieInTheMiddleOfAPartition(JobSettings.Transport transport)
      throws Exception {
    String name = transport.name().toLowerCase(Locale.ROOT);
    cluster.newJob("killed_" + name, name);
    QuotidianThread manager = cluster.managerInThread();
    cluster.worker();
    cluster.worker();
    cluster.worker();

    cluster.awaitHeld().worker().kill();
    cluster.awaitHeld().worker().kill();

    assertSameBytes(manager);
    assertThat(manager.screen()).contains("articles done " + ARTICLES + ", failed 1");
  }

  @ParameterizedTest
  @EnumSource(JobSettings.Transport.class)
  void aWorkerThatHungPastItsLeaseCanWriteNoMore(JobSettings.Transport transport) throws Exception {
    String name = transport.name().toLowerCase(Locale.ROOT);
    cluster.newJob("hung_" + name, name);
    QuotidianThread manager = cluster.managerInThread();
    cluster.worker();
    RemoteCluster.Held held = cluster.awaitHeld();
    held.worker().pause();

    cluster.worker();
    cluster.awaitTrue(
        "select status <> 'RUNNING' or worker not like '%% process %d on %%'"
                .formatted(held.worker().pid())
            + " from run_partition where part = "
            + held.part());
    held.worker().resume();

    assertSameBytes(manager);
    assertThat(held.worker().isAlive()).as(held.worker().screen()).isTrue();
    assertThat(held.worker().screen()).contains("was taken back before it was done");
  }

  @Test
  void theProcessThatWaitsForWorkersDiesAndIsStartedAgain() throws Exception {
    cluster.newJob("manager_killed", "artemis");
    QuotidianProcess manager = cluster.manager();
    cluster.worker();
    cluster.worker();
    cluster.awaitHeld();
    manager.kill();

    QuotidianThread again = cluster.managerInThread();

    assertSameBytes(again);
    assertThat(again.screen()).contains("(continued)");
  }

  @Test
  void theRunGoesOnAloneWhileWorkersAreStillThere() throws Exception {
    cluster.newJob("alone_again", "database");
    QuotidianProcess manager = cluster.manager();
    cluster.worker();
    cluster.awaitHeld();
    manager.kill();

    assertSameBytes(cluster.managerInThread("--workers", "local"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theBrokerDiesAndIsStartedAgain(boolean losesItsJournal) throws Exception {
    cluster.newJob("broker_killed_" + losesItsJournal, "artemis");
    cluster.worker();
    cluster.worker();
    cluster.awaitReadyWorkers();
    // Partitions that nobody takes are offered again after a quarter of this.
    QuotidianThread manager = cluster.managerInThread("--set", "workers.timeout=20s");
    cluster.awaitHeld();
    cluster.killBroker();
    Thread.sleep(1_000);
    if (losesItsJournal) {
      cluster.forgetJournal();
    }
    cluster.startBroker();

    assertSameBytes(manager);
  }

  @Test
  void theDatabaseIsAwayForLongerThanAConnectionIsWaitedFor() throws Exception {
    cluster.newJob("database_stopped", "database");
    QuotidianThread manager = cluster.managerInThread();
    cluster.worker();
    cluster.worker();
    cluster.awaitHeld();
    cluster.stopPostgres();
    Thread.sleep(12_000); // a connection is waited for ten seconds
    cluster.startPostgresAgain();

    assertSameBytes(manager);
  }

  @Test
  void everyOfferComesThreeTimesAndNonsenseBetween() throws Exception {
    cluster.newJob("twice", "artemis");
    QuotidianThread manager = cluster.managerInThread();
    cluster.awaitPartitions();
    try (ActiveMQConnectionFactory connections =
            new ActiveMQConnectionFactory(cluster.brokerUrl());
        JMSContext context = connections.createContext(Broker.USER, Broker.PASSWORD)) {
      for (int i = 0; i < 16; i++) {
        context
            .createProducer()
            .send(context.createQueue("quotidian.faults"), "1 " + i % RemoteCluster.PARTITIONS)
            .send(context.createQueue("quotidian.faults"), "1 '; drop table run; --");
      }
    }
    cluster.worker();
    cluster.worker();

    assertSameBytes(manager);
  }

  @Test
  void aWorkerOfAnotherVersionIsRefused() throws Exception {
    cluster.newJob("version", "database");
    QuotidianThread manager = cluster.managerInThread();
    cluster.awaitPartitions();

    QuotidianProcess other = cluster.worker("--set", "limits.characters=1000");

    assertThat(other.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(other.screen()).contains("its rows would differ").doesNotContain("at org.");
    cluster.workerInThread();
    assertSameBytes(manager);
  }

  @Test
  void aWorkerThatDoesNotSeeTheInputsGivesItsPartitionBack() throws Exception {
    cluster.newJob("inputs_lost", "database");
    QuotidianThread manager = cluster.managerInThread();
    cluster.awaitPartitions();
    Path input = folder.resolve("input");
    Path away = Files.move(input, folder.resolve("input-away"));
    Files.createDirectory(input);

    QuotidianProcess blind = cluster.worker();

    assertThat(blind.exitCode()).as(blind.screen()).isEqualTo(ExitCode.FAILED);
    assertThat(blind.screen()).contains("does not exist: a worker needs the inputs");
    Files.delete(input);
    Files.move(away, input);
    cluster.workerInThread();
    assertSameBytes(manager);
  }

  @Test
  void aPartitionThatKilledTenWorkersFailsTheRunAndTheSameCommandContinues() throws Exception {
    cluster.newJob("ten_killed", "database");
    QuotidianProcess manager = cluster.manager();
    cluster.awaitPartitions();
    cluster.execute(
        """
        update run_partition set status = 'RUNNING', attempts = 10, token = 'of the tenth',
          worker = 'worker process 1 on nowhere', lease_until = clock_timestamp()
        where part = 3
        """);

    assertThat(manager.exitCode()).as(manager.screen()).isEqualTo(ExitCode.FAILED);
    assertThat(manager.screen())
        .contains("3 (attempts: 10)", "worker process 1 on nowhere ran out")
        .doesNotContain("at org.");
    cluster.workerInThread();
    assertSameBytes(cluster.managerInThread());
  }

  @Test
  void withoutWorkersTheRunFailsInTimeAndTheSameCommandContinues() throws Exception {
    cluster.newJob("nobody", "database");
    QuotidianProcess manager = cluster.manager("--set", "workers.timeout=2s");

    assertThat(manager.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(manager.screen()).contains("no worker has taken a partition for 2 s");

    cluster.workerInThread();
    assertSameBytes(cluster.managerInThread());
  }

  @Test
  void aSignalEndsAWorkerWhichGivesItsPartitionBack() throws Exception {
    cluster.newJob("signal", "artemis");
    QuotidianThread manager = cluster.managerInThread();
    cluster.worker();
    QuotidianProcess worker = cluster.awaitHeld().worker();
    worker.terminate();

    assertThat(worker.exitCode()).as(worker.screen()).isEqualTo(ExitCode.STOPPED);
    assertThat(worker.screen()).contains("the worker was stopped");
    cluster.worker();
    assertSameBytes(manager);
  }

  @Test
  void aWrongPasswordIsSaidAtOnce() throws Exception {
    cluster.newJob("password", "artemis");

    QuotidianProcess worker = cluster.start("worker", "wrong");

    assertThat(worker.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(worker.screen())
        .contains("cannot use the broker tcp://localhost")
        .doesNotContain("at org.")
        .doesNotContain("wrong");
  }

  @Test
  void withoutAServerThereAreNoWorkers() throws Exception {
    for (String[] command :
        new String[][] {
          {"worker", job.toString()}, {"run", job.toString(), "--workers", "remote"}
        }) {
      QuotidianThread program = QuotidianThread.start(command);

      assertThat(program.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(program.screen()).contains("need PostgreSQL");
    }
  }

  private static void assertSameBytes(RunningProgram manager)
      throws IOException, InterruptedException {
    assertThat(manager.exitCode()).as(manager.screen()).isZero();
    assertThat(OutputFiles.comparable(cluster.output())).isEqualTo(expected);
  }
}
