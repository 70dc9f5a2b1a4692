package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotidian.annotate.Language;
import org.quotidian.model.Article;

/** Short articles of the project with all their names, in {@code names-gold.txt}. */
@Tag("models")
class NamesGoldTest {

  private static final Pattern NAME = Pattern.compile("\\[(\\p{Lu}+) ([^\\]]+)\\]");
  private static final Set<String> TYPES = Set.of("PERSON", "LOCATION", "ORGANIZATION");

  private static final String OPEN = "# open";

  static Stream<String> articles() throws IOException {
    return blocks().filter(block -> !block.contains(OPEN));
  }

  static Stream<String> open() throws IOException {
    return blocks().filter(block -> block.contains(OPEN));
  }

  /** The articles with the comments at their head, without blocks that are only comments. */
  private static Stream<String> blocks() throws IOException {
    try (InputStream in = NamesGoldTest.class.getResourceAsStream("names-gold.txt")) {
      String file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(file.split("\n{2,}")).filter(block -> !text(block).isBlank());
    }
  }

  private static String text(String block) {
    return block.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void findsExactlyTheNames(String block) {
    Marked article = Marked.of(text(block));
    assertThat(found(article.text())).as(article.text()).containsExactlyElementsOf(article.names());
  }

  /** So that the mark is taken away from what has been mended. */
  @ParameterizedTest
  @MethodSource("open")
  void whatIsMarkedAsOpenIsNotReadRightYet(String block) {
    Marked article = Marked.of(text(block));
    assertThat(found(article.text())).as(article.text()).isNotEqualTo(article.names());
  }

  private record Marked(String text, List<String> names) {

    static Marked of(String marked) {
      var gold = new ArrayList<String>();
      var text = new StringBuilder();
      Matcher name = NAME.matcher(marked);
      while (name.find()) {
        name.appendReplacement(text, "");
        gold.add(name.group(1) + " " + text.length() + " " + name.group(2));
        text.append(name.group(2));
      }
      return new Marked(name.appendTail(text).toString(), gold);
    }
  }

  private static List<String> found(String text) {
    Article article =
        new Article("", "", "", "", "", "", "vi", text, VietnamesePipeline.paragraphs(text), "");
    var pipeline = Language.of("vi").pipeline();
    return pipeline.entities(article, pipeline.sentences(article)).stream()
        .filter(mention -> TYPES.contains(mention.type().name()))
        .map(
            mention ->
                mention.type()
                    + " "
                    + mention.start()
                    + " "
                    + text.substring(mention.start(), mention.end()))
        .toList();
  }
}
