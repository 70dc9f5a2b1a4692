package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.nlp.vietnamese.training.WordTraining;

class WordTrainingTest {

  private static final List<String> SENTENCES =
      List.of(
          "Cô giáo/NOUN dạy/VERB học sinh/NOUN ./PUNCT",
          "Học sinh/NOUN vẽ/VERB con mèo/NOUN ./PUNCT",
          "Thợ mộc/NOUN đóng/VERB cái bàn/NOUN ./PUNCT",
          "Cô giáo/NOUN thăm/VERB thợ mộc/NOUN ./PUNCT",
          "Học sinh/NOUN lau/VERB cái bàn/NOUN ./PUNCT",
          "Thợ mộc/NOUN nuôi/VERB con mèo/NOUN ./PUNCT");

  @TempDir private Path folder;

  private Path treebank() throws IOException {
    var lines = new StringBuilder();
    for (String sentence : SENTENCES) {
      lines.append("# text = ").append(sentence).append('\n');
      int number = 1;
      for (String word : sentence.split("(?<=/[A-Z]{4,5}) ")) {
        String[] parts = word.split("/");
        lines.append(line(String.valueOf(number++), parts[0], parts[1]));
      }
      lines.append('\n');
    }
    return Files.writeString(folder.resolve("treebank.conllu"), lines);
  }

  private static String line(String number, String form, String wordClass) {
    return number + "\t" + form + "\t_\t" + wordClass + "\t_\t_\t_\t_\t_\t_\n";
  }

  @Test
  void makesAModelThatFindsWordsInANewSentence() throws IOException {
    Path model = folder.resolve("model.gz");

    WordTraining.train(List.of(treebank()), model);

    String text = "Cô giáo nuôi con mèo.";
    WordInput input = WordInput.load();
    assertThat(input.tags(input.tokens(text), WordModel.read(Files.newInputStream(model))))
        .extracting(WordTag::toString)
        .containsExactly("NOUN", "+NOUN", "VERB", "NOUN", "+NOUN", "PUNCT");
  }

  @Test
  void theSameTreebankGivesTheSameModel() throws IOException {
    WordTraining.train(List.of(treebank()), folder.resolve("a"));
    WordTraining.train(List.of(treebank()), folder.resolve("b"));
    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
  }

  @Test
  void listsHowRawNewsAreRead() throws IOException {
    String text = "Học sinh vẽ cái bàn. ".repeat(10) + "Học sinh lau con mèo.";
    Path news =
        Files.writeString(
            folder.resolve("news.jsonl"),
            "{\"id\": \"a\", \"text\": \"%s\"}\n{\"id\": \"b\", \"text\": \"%s\"}\n"
                .formatted(text, "Thợ mộc đóng cái ghế. ".repeat(19)));
    Path list = folder.resolve("word-uses.txt");

    WordTraining.findWordUses(List.of(treebank()), List.of(news), Set.of("b"), list);

    assertThat(Files.readAllLines(list).stream().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "bàn\t+NOUN 5",
            "cái\tNOUN 5",
            "cái bàn\t9 NOUN",
            "học\tNOUN 5",
            "học sinh\t9 NOUN",
            "sinh\t+NOUN 5",
            "vẽ\tVERB 5");
  }

  @Test
  void bracketsOfTheTreebankAreBrackets() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("brackets.conllu"),
            line("1", "LBKT", "PUNCT") + line("2", "tối", "NOUN") + line("3", "RBKT", "PUNCT"));
    WordTraining.train(List.of(file, file), folder.resolve("model"));

    WordInput input = WordInput.load();
    assertThat(
            input.tags(
                input.tokens("(tối)"),
                WordModel.read(Files.newInputStream(folder.resolve("model")))))
        .extracting(WordTag::toString)
        .containsExactly("PUNCT", "NOUN", "PUNCT");
  }

  @Test
  void saysWhichLineIsNoWord() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.conllu"), line("1", "mèo", "NOUN") + "2\tcon mèo\tNOUN\n");
    assertThatThrownBy(() -> WordTraining.train(List.of(file), folder.resolve("m")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.conllu, line 2");
  }
}
