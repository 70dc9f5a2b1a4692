package org.quotidian.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotidian.model.Section;

/**
 * Pages in the shape of today's Vietnamese and English news sites. Beside each page is what it is
 * read as: title, author and day if the page states them, then the paragraphs of its body and its
 * captions, all of them and in order.
 */
class PageCorpusTest {

  private final HtmlPage html = new HtmlPage(new TextDecoder());

  static Stream<String> names() throws IOException, URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(PageCorpusTest.class.getResource("pages")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .map(name -> name.substring(0, name.length() - ".html".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void thereAreAtLeastFortyPages() throws Exception {
    assertThat(names()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsTheArticleAndNothingElseOfThePage(String name) throws Exception {
    List<String> expected = new String(bytes(name + ".txt"), UTF_8).lines().toList();

    ArticleText article = html.read(bytes(name + ".html"));

    List<String> found = new ArrayList<>();
    field(found, expected, "title: ", article.title());
    field(found, expected, "author: ", article.author());
    field(found, expected, "date: ", article.published().split("T", 2)[0]);
    article.paragraphs().stream()
        .filter(p -> p.section() == Section.BODY || p.section() == Section.CAPTION)
        .map(p -> p.section() + " " + article.text().substring(p.start(), p.end()))
        .forEach(found::add);
    assertThat(found).containsExactlyElementsOf(expected);
  }

  private static void field(List<String> found, List<String> expected, String name, String value) {
    if (expected.stream().anyMatch(line -> line.startsWith(name))) {
      found.add(name + value);
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (var in = PageCorpusTest.class.getResourceAsStream("pages/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
