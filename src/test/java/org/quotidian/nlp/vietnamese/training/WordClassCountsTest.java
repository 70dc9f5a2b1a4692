package org.quotidian.nlp.vietnamese.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordClassCountsTest {

  private static final List<String> PLACES = List.of("Bắc Kạn", "Sơn La", "Trà Vinh");
  private static final List<String> PEOPLE = List.of("Vũ Thị Lụa", "Lò Văn Páo", "Hà Thị Mận");

  @Test
  void everyUnitThatIsFrequentEnoughHasTwoClasses(@TempDir Path folder) throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 90; i++) {
      lines.add(
          "{\"id\":\"%d\",\"text\":\"Sáng nay %d người từ %s đã về. Chiều nay bà %s nói với %d người.\"}"
              .formatted(i, i, PLACES.get(i % 3), PEOPLE.get(i / 3 % 3), i));
    }
    lines.add("{\"id\":\"left out\",\"text\":\"" + "bí mật riêng tư ".repeat(20) + "\"}");
    Path texts = Files.write(folder.resolve("texts.jsonl"), lines);
    Path list = folder.resolve("word-classes.txt");

    NameTraining.findWordClasses(List.of(texts), Set.of("left out"), list);

    List<String> written = Files.readAllLines(list);
    assertThat(written.stream().map(line -> line.split("\t")[0]))
        .containsAll(PLACES)
        .containsAll(PEOPLE)
        .contains("người", "0"); // all numbers are one unit
    assertThat(written.stream().skip(1)).allMatch(line -> line.matches("[^\t]+\t\\d+\t\\d+"));
    assertThat(written.stream().skip(1).toList()).isSorted();
    assertThat(written).noneMatch(line -> line.contains("bí mật"));
  }
}
