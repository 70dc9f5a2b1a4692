package org.quotidian.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.quotidian.language.LanguageDetector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a folder of web pages and writes title, author, date and language of each as JSON Lines, as
 * {@code .ci/check-page-metadata} compares them. Everything else of a job is left out, for speed.
 */
final class PageFigures {

  private static final HtmlPage FORMAT = new HtmlPage(new TextDecoder());
  private static final LanguageDetector LANGUAGES = new LanguageDetector(Set.of("en", "vi"));

  private PageFigures() {}

  /**
   * @param arguments a folder with a folder of {@code .html} files for each suite; the file to
   *     write
   */
  public static void main(String[] arguments) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      List<Path> pages = files.filter(Files::isRegularFile).sorted().toList();
      Files.write(Path.of(arguments[1]), pages.parallelStream().map(PageFigures::line).toList());
    }
  }

  private static String line(Path file) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("suite", String.valueOf(file.getName(file.getNameCount() - 2)));
    record.put("id", file.getFileName().toString().replaceFirst("\\.html$", ""));
    try {
      ArticleText article = FORMAT.read(Files.readAllBytes(file));
      record.put("title", article.title());
      record.put("author", article.author());
      record.put("date", article.published());
      record.put("language", LANGUAGES.detect(article.text()).code());
    } catch (SourceException | IOException | RuntimeException e) {
      record.put("error", String.valueOf(e.getMessage()));
    }
    return JsonMapper.shared().writeValueAsString(record);
  }
}
