package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.store.Run;

@Tag("slow")
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
        .hasSize(8);
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aPushGatewayIsToldTheSame() throws IOException {
    try (Receiver gateway = new Receiver()) {
      run(Map.of("metrics.push-gateway", gateway.url("/")));

      assertThat(gateway.paths()).containsExactly("PUT /metrics/job/quotidian/corpus/test");
      assertThat(gateway.texts().get(0))
          .contains("quotidian_run_articles{corpus=\"test\",outcome=\"done\"} 4.0");
    }
  }

  @Test
  void figuresAreToldWhileTheRunIsAtWork() throws IOException {
    Files.writeString(folder.resolve("input/long.txt"), "SPIN. It takes three seconds.");
    try (Receiver gateway = new Receiver()) {
      run(Map.of("metrics.push-gateway", gateway.url("/"), "metrics.interval", "1s"));

      List<String> texts = gateway.texts();
      assertThat(texts.get(0))
          .contains(
              "quotidian_run_running{corpus=\"test\"} 1.0",
              "quotidian_run_articles{corpus=\"test\",outcome=\"found\"} 6.0")
          .doesNotContain("quotidian_run_completed", "quotidian_run_finished");
      assertThat(texts.get(texts.size() - 1))
          .contains(
              "quotidian_run_running{corpus=\"test\"} 0.0",
              "quotidian_run_completed{corpus=\"test\"} 1.0");
    }
  }

  @Test
  void aCollectorIsToldByOtlp() throws IOException {
    try (Receiver collector = new Receiver()) {
      run(Map.of("metrics.otlp", collector.url("/v1/metrics")));

      assertThat(collector.paths()).containsExactly("POST /v1/metrics");
      ResourceMetrics told =
          ExportMetricsServiceRequest.parseFrom(collector.bodies.get(0)).getResourceMetrics(0);
      assertThat(told.getResource().getAttributesList())
          .anyMatch(
              attribute ->
                  attribute.getKey().equals("service.name")
                      && attribute.getValue().getStringValue().equals("quotidian"));
      assertThat(told.getScopeMetrics(0).getMetricsList())
          .filteredOn(metric -> metric.getName().equals("quotidian.run.articles"))
          .flatExtracting(metric -> metric.getGauge().getDataPointsList())
          .extracting(NumberDataPoint::getAsDouble)
          .containsExactlyInAnyOrder(5.0, 0.0, 4.0, 1.0, 0.0);
    }
  }

  @Test
  void aRunIsNoneTheWorseForAGatewayThatIsAway() throws IOException {
    RunResult result = run(Map.of("metrics.push-gateway", "http://127.0.0.1:1"));

    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(Files.readString(folder.resolve("output/quotidian.log")))
        .contains("the metrics of run 1 could not be sent");
  }

  @Test
  void norForACollectorThatIsAway() throws IOException {
    RunResult result = run(Map.of("metrics.otlp", "http://127.0.0.1:1/v1/metrics"));

    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(Files.readString(folder.resolve("output/quotidian.log")))
        .contains(
            "the metrics of run 1 could not be sent: java.io.IOException: the OTLP collector");
  }

  private RunResult run(Map<String, String> settings) throws IOException {
    return TestRun.of(TestRun.job(folder, settings));
  }

  /** A server that accepts everything it is sent. */
  private static final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();

    Receiver() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
    }

    String url(String path) {
      return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<String> paths() {
      return paths;
    }

    List<String> texts() {
      return bodies.stream().map(body -> new String(body, StandardCharsets.UTF_8)).toList();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
