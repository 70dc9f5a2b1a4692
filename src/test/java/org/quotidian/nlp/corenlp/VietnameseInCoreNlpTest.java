package org.quotidian.nlp.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.pipeline.StanfordCoreNLPServer;
import edu.stanford.nlp.util.StringUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("models")
class VietnameseInCoreNlpTest {

  private static final String PROPERTIES = "StanfordCoreNLP-vietnamese.properties";

  private static final int ANY_FREE_PORT = 0;

  private static final String TEXT =
      """
      Khởi công cầu vượt

      Bà Nguyễn Thị Lan ở Đà Nẵng cho biết Bộ Xây dựng đã duyệt 1,5 tỉ đồng. Cầu làm trong 2 năm.
      """;

  @Test
  void coreNlpsCommandLineWritesJson(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bai.txt"), TEXT);
    StanfordCoreNLP.main(
        new String[] {
          "-props",
          PROPERTIES,
          "-file",
          file.toString(),
          "-outputFormat",
          "json",
          "-outputDirectory",
          folder.toString()
        });
    JsonNode json =
        JsonMapper.builder().build().readTree(Files.readString(folder.resolve("bai.txt.json")));
    assertFound(json);
  }

  @Test
  void coreNlpsServerAnswersJson() throws Exception {
    var server =
        new StanfordCoreNLPServer(
            StringUtils.argsToProperties("-props", PROPERTIES), ANY_FREE_PORT, 60_000, false);
    server.run(
        Optional.empty(),
        request -> true,
        finished -> {},
        new StanfordCoreNLPServer.FileHandler("edu/stanford/nlp/pipeline/demo/corenlp-brat.html"),
        false,
        new AtomicBoolean());
    HttpServer http = server.getServer().orElseThrow();
    try {
      String wanted = URLEncoder.encode("{\"outputFormat\":\"json\"}", StandardCharsets.UTF_8);
      URI address =
          URI.create("http://localhost:" + http.getAddress().getPort() + "/?properties=" + wanted);
      var request =
          HttpRequest.newBuilder(address)
              .header("Content-Type", "text/plain; charset=UTF-8")
              .POST(BodyPublishers.ofString(TEXT, StandardCharsets.UTF_8))
              .build();
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertThat(response.statusCode()).isEqualTo(200);
      assertFound(JsonMapper.builder().build().readTree(response.body()));
    } finally {
      http.stop(0);
    }
  }

  private static void assertFound(JsonNode json) {
    assertThat(json.path("sentences").size()).isEqualTo(3);
    JsonNode second = json.path("sentences").get(1);
    assertThat(second.path("tokens").get(1).path("word").asString()).isEqualTo("Nguyễn");
    assertThat(second.path("tokens").get(1).path("ner").asString()).isEqualTo("PERSON");
    assertThat(second.path("tokens").get(1).path("pos").asString()).isEqualTo("PROPN");
    assertThat(second.path("tokens").get(2).path("pos").asString()).isEqualTo("+PROPN");
    var mentions = new ArrayList<String>();
    for (JsonNode mention : second.path("entitymentions")) {
      mentions.add(mention.path("ner").asString() + " " + mention.path("text").asString());
    }
    assertThat(mentions)
        .containsExactly(
            "PERSON Nguyễn Thị Lan",
            "LOCATION Đà Nẵng",
            "ORGANIZATION Bộ Xây dựng",
            "MONEY 1,5 tỉ đồng");
  }

  @Test
  void tokensAreThePlaceInTheTextThatTheyName() {
    Annotation annotation = annotate();
    var seen = new StringBuilder();
    for (var token : annotation.get(CoreAnnotations.TokensAnnotation.class)) {
      assertThat(TEXT.substring(token.beginPosition(), token.endPosition()))
          .isEqualTo(token.originalText());
      seen.append(token.before()).append(token.originalText());
    }
    assertThat(TEXT).startsWith(seen);
  }

  @Test
  void valuesAreOnTheTokens() {
    List<String> values =
        annotate().get(CoreAnnotations.TokensAnnotation.class).stream()
            .map(token -> token.get(CoreAnnotations.NormalizedNamedEntityTagAnnotation.class))
            .filter(value -> value != null)
            .distinct()
            .toList();
    assertThat(values).containsExactly("1500000000 VND", "P2Y");
  }

  private static Annotation annotate() {
    var annotation = new Annotation(TEXT);
    new StanfordCoreNLP(StringUtils.argsToProperties("-props", PROPERTIES)).annotate(annotation);
    return annotation;
  }
}
