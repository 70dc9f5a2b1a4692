package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.nlp.vietnamese.training.NameTraining;

class NameTrainingTest {

  private static final List<String> TEXTS =
      List.of(
          "Bà [PERSON Vũ Thị Lụa] bán vải ở [LOCATION Bắc Kạn].",
          "Ông [PERSON Lò Văn Páo] nuôi dê ở [LOCATION Lai Châu].",
          "Bà [PERSON Hà Thị Mận] trồng đào ở [LOCATION Sơn La].",
          "😀 Ông [PERSON Giàng A Sùng] làm khèn ở [LOCATION Hà Giang].",
          "Bà [PERSON Ksor H'Nhi] dệt thổ cẩm ở [LOCATION Gia Lai].",
          "Ông [PERSON Thạch Sa Rây] chèo ghe ở [LOCATION Trà Vinh].");

  @Test
  void makesAModelThatFindsNamesItHasNotSeen(@TempDir Path folder) throws Exception {
    Path texts = folder.resolve("texts.jsonl");
    Path annotation = folder.resolve("annotation.jsonl");
    write(texts, annotation);
    Path model = folder.resolve("model.ser.gz");

    NameTraining.train(List.of(annotation), List.of(texts), model);

    CRFClassifier<CoreLabel> classifier = CRFClassifier.getClassifier(model.toFile());
    var tagger = new NameTagger(classifier, NameFeatures.load(), NameAgreement.load());
    String text = "Bà Đèo Thị Nga bán mắc khén ở Điện Biên.";
    assertThat(tagger.names(VietnameseSentences.load().sentences(text)))
        .extracting(name -> name.type() + " " + text.substring(name.start(), name.end()))
        .containsExactly("PERSON Đèo Thị Nga", "LOCATION Điện Biên");
  }

  @Test
  void saysWhichTextIsMissing(@TempDir Path folder) throws Exception {
    Path texts =
        Files.writeString(folder.resolve("texts.jsonl"), "{\"id\":\"a\",\"text\":\"x\"}\n");
    Path annotation =
        Files.writeString(folder.resolve("annotation.jsonl"), "{\"doc\":\"b\",\"entities\":[]}\n");
    assertThatThrownBy(
            () -> NameTraining.train(List.of(annotation), List.of(texts), folder.resolve("m")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no text for b");
  }

  @Test
  void saysWhichNameLiesOutsideItsText(@TempDir Path folder) throws Exception {
    Path texts =
        Files.writeString(
            folder.resolve("all.jsonl"),
            "{\"doc\":\"a\",\"text\":\"Hà\",\"entities\":"
                + "[{\"start\":0,\"end\":9,\"type\":\"PERSON\"}]}\n");
    assertThatThrownBy(
            () -> NameTraining.train(List.of(texts), List.of(texts), folder.resolve("m")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("outside its text");
  }

  @Test
  void refusesATextThatIsNotTheOneAnnotated(@TempDir Path folder) throws Exception {
    Path texts =
        Files.writeString(
            folder.resolve("all.jsonl"),
            "{\"doc\":\"a\",\"text\":\"Hà Nội\",\"sha256\":\"0123456789abcdef\",\"entities\":[]}\n");
    assertThatThrownBy(
            () -> NameTraining.train(List.of(texts), List.of(texts), folder.resolve("m")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the text of a is not the one that was annotated");
  }

  @Test
  void theChecksumTellsWhichTextOfTwoOfTheSameKeyIsMeant(@TempDir Path folder) throws Exception {
    Path texts =
        Files.writeString(
            folder.resolve("texts.jsonl"),
            "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"Bà Lụa bán vải ở Huế. Ông Páo đến Huế.\"}\n");
    Path annotation =
        Files.writeString(
            folder.resolve("annotation.jsonl"),
            "{\"doc\":\"a\",\"sha256\":\"%s\",\"entities\":[{\"start\":3,\"end\":6,\"type\":\"PERSON\"}]}\n"
                .formatted("39cde591074457dd"));

    NameTraining.train(List.of(annotation), List.of(texts), folder.resolve("m"));

    assertThat(folder.resolve("m")).exists();
  }

  private static void write(Path texts, Path annotation) throws IOException {
    var textLines = new ArrayList<String>();
    var annotationLines = new ArrayList<String>();
    for (int i = 0; i < TEXTS.size(); i++) {
      var text = new StringBuilder();
      var entities = new ArrayList<String>();
      for (String part : TEXTS.get(i).split("(?=\\[)|(?<=\\])")) {
        if (part.startsWith("[")) {
          String type = part.substring(1, part.indexOf(' '));
          int start = text.codePointCount(0, text.length());
          text.append(part, part.indexOf(' ') + 1, part.length() - 1);
          int end = text.codePointCount(0, text.length());
          entities.add("{\"start\":%d,\"end\":%d,\"type\":\"%s\"}".formatted(start, end, type));
        } else {
          text.append(part);
        }
      }
      textLines.add("{\"id\":\"d%d\",\"text\":\"%s\"}".formatted(i, text));
      annotationLines.add("{\"doc\":\"d%d\",\"entities\":%s}".formatted(i, entities));
    }
    Files.write(texts, textLines);
    Files.write(annotation, annotationLines);
  }
}
