package org.quotidian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotidian.cli.MainCommand;
import org.quotidian.job.JobFile;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.Column;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.Version;

/** The manual describes everything that exists, and its links work. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of("docs");
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void everyColumnIsExplainedInTheWordsOfTheProgram() throws IOException {
    for (Class<?> row :
        List.of(
            ArticleRow.class,
            SentenceRow.class,
            EntityRow.class,
            QuoteRow.class,
            FailureRow.class)) {
      for (RecordComponent component : row.getRecordComponents()) {
        Column column = component.getAnnotation(Column.class);
        assertThat(column).as(row.getSimpleName() + "." + component.getName()).isNotNull();
        String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        assertThat(readme()).contains("| `" + name + "` | " + column.value() + " |");
      }
    }
  }

  @Test
  void everySettingIsExplained() throws IOException {
    for (String key : JobFile.keys()) {
      assertThat(readme()).contains("`" + key + "`");
    }
  }

  @Test
  void everyCommandIsExplained() throws IOException {
    for (String command : MainCommand.commandLine().getSubcommands().keySet()) {
      if (!command.equals("help")) {
        assertThat(readme()).contains("| `" + command);
      }
    }
  }

  @Test
  void everyExitCodeIsExplained() throws ReflectiveOperationException, IOException {
    for (Field code : Class.forName("org.quotidian.cli.ExitCode").getDeclaredFields()) {
      code.setAccessible(true);
      assertThat(readme()).contains("\n| " + code.get(null) + " | ");
    }
  }

  @Test
  void theVersionToCiteIsThisOne() throws IOException {
    assertThat(Files.readString(Path.of("CITATION.cff")))
        .contains("\nversion: " + Version.current() + "\n");
    assertThat(readme()).contains("version = {" + Version.current() + "}");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToFilesAndHeadings(Path page) throws IOException {
    LINK.matcher(prose(page))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.startsWith("https:"))
        .forEach(link -> assertThat(target(page, link)).as(page + ": " + link).isTrue());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void filesNamedInTheRepositoryAreThere(Path page) throws IOException {
    Pattern.compile("`((?:src|jobs|docs|input|annotation|bin|\\.ci|\\.github)/[^`* ]+)`")
        .matcher(Files.readString(page))
        .results()
        .forEach(file -> assertThat(Path.of(file.group(1))).as(page.toString()).exists());
  }

  @Test
  void everyPageOfTheManualIsReachedFromTheReadme() throws IOException {
    for (Path page : pages().filter(page -> page.startsWith(DOCS)).toList()) {
      assertThat(readme()).contains("](docs/" + page.getFileName() + ")");
    }
  }

  private static boolean target(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
    if (!Files.exists(file)) {
      return false;
    }
    try {
      return parts.length == 1
          || HEADING
              .matcher(prose(file))
              .results()
              .anyMatch(heading -> anchor(heading.group(1)).equals(parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The anchor of a heading in rendered Markdown. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  private static String prose(Path page) throws IOException {
    return CODE_BLOCK.matcher(Files.readString(page)).replaceAll("");
  }

  private static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (Path folder : List.of(Path.of(""), DOCS)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages.stream();
  }

  private static String readme() throws IOException {
    return Files.readString(README);
  }
}
