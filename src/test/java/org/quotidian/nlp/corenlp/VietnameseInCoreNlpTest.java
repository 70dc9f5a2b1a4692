package org.quotidian.nlp.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.StringUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VietnameseInCoreNlpTest {

  private static final String PROPERTIES = "StanfordCoreNLP-vietnamese.properties";

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
    assertThat(json.path("sentences").size()).isEqualTo(3);
    JsonNode second = json.path("sentences").get(1);
    assertThat(second.path("tokens").get(1).path("word").asString()).isEqualTo("Nguyễn");
    assertThat(second.path("tokens").get(1).path("ner").asString()).isEqualTo("PERSON");
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
