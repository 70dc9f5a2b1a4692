package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.job.JobFile;
import org.quotidian.store.Run;

class RunMetricsTest {

  @TempDir private Path folder;

  @BeforeEach
  void articles() throws IOException {
    GeneratedArticles.write(folder.resolve("input"), 4, 1);
    Files.writeString(folder.resolve("input/empty.txt"), "");
  }

  @Test
  void aFileForTheTextfileCollectorTellsOfTheRun() throws IOException {
    Path file = folder.resolve("collector/quotidian.prom");

    run(Map.of("metrics.file", file.toString()));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines)
        .contains(
            "# TYPE quotidian_run_completed gauge",
            "quotidian_run_completed{corpus=\"test\"} 1.0",
            "quotidian_run_articles{corpus=\"test\",outcome=\"done\"} 4.0",
            "quotidian_run_articles{corpus=\"test\",outcome=\"failed\"} 1.0",
            "quotidian_corpus_rows{corpus=\"test\",table=\"articles\"} 4.0",
            "quotidian_run_step_items{corpus=\"test\",step=\"extract\"} 5.0")
        .anyMatch(line -> line.startsWith("quotidian_run_last_completed_timestamp_seconds{"))
        .anyMatch(line -> line.startsWith("quotidian_run_failures{corpus=\"test\",error="));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("quotidian_run_step_items_per_second{"))
        .hasSize(5);
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aPushGatewayIsToldTheSame() throws IOException {
    List<String> requests = new CopyOnWriteArrayList<>();
    HttpServer gateway =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    gateway.start();
    try {
      run(
          Map.of(
              "metrics.push-gateway", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/"));
    } finally {
      gateway.stop(0);
    }
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0))
        .startsWith("PUT /metrics/job/quotidian/corpus/test\n")
        .contains("quotidian_run_articles{corpus=\"test\",outcome=\"done\"} 4.0");
  }

  @Test
  void aRunIsNoneTheWorseForAGatewayThatIsAway() throws IOException {
    RunResult result = run(Map.of("metrics.push-gateway", "http://127.0.0.1:1"));

    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(Files.readString(folder.resolve("output/quotidian.log")))
        .contains("the metrics of run 1 could not be told");
  }

  private RunResult run(Map<String, String> settings) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.yml"),
            """
            corpus: test
            input: ["%s"]
            output: "%s"
            database: {url: "jdbc:hsqldb:file:%s"}
            """
                .formatted(
                    folder.resolve("input"), folder.resolve("output"), folder.resolve("db/x")));
    return TestRun.of(JobFile.read(file, settings));
  }
}
