package org.quotidian;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.cli.MainCommand;
import org.quotidian.job.JobFile;
import org.springframework.batch.core.step.Step;

/** Every name in the design exists, and every step, package and table is described in it. */
class DesignDocumentTest {

  private static final Path DESIGN = Path.of("docs/design.md");
  private static final Path MAIN = Path.of("src/main/java/org/quotidian");
  private static final Path TESTS = Path.of("src/test/java/org/quotidian");
  private static final Path RESOURCES = Path.of("src/main/resources/org/quotidian");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern NAME = Pattern.compile("`([^`\n]+)`");
  private static final Pattern CLASS = Pattern.compile("[A-Z]\\w*[a-z]\\w*(\\.[A-Z]\\w*)?");
  private static final Pattern STEP = Pattern.compile("(?m)^### `(\\w+)`");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\* \\*\\*`([\\w/]+)`\\*\\*:");
  private static final Pattern TABLE = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|");
  private static final Pattern CREATED = Pattern.compile("(?mi)^create table (\\w+)");

  @ParameterizedTest
  @ValueSource(strings = {"docs/design.md", "docs/style.md", "CONTRIBUTING.md"})
  void everyClassThatIsNamedIsThere(Path page) throws IOException {
    Map<String, Path> sources = sources();
    List<String> named = named(page).filter(name -> CLASS.matcher(name).matches()).toList();

    assertThat(named).isNotEmpty();
    assertThat(named.stream().filter(name -> !isThere(name, sources))).as("not there").isEmpty();
  }

  @Test
  void whateverElseIsNamedIsThere() throws ReflectiveOperationException, IOException {
    Set<String> known = new TreeSet<>(JobFile.keys());
    known.addAll(MainCommand.commandLine().getSubcommands().keySet());
    known.addAll(packages());
    known.addAll(steps());
    known.addAll(tables());
    known.addAll(named(Path.of("README.md")).toList()); // columns and files of results

    assertThat(
            named(DESIGN)
                .filter(name -> !CLASS.matcher(name).matches())
                .filter(name -> !known.contains(name) && !isFile(name)))
        .as("not there")
        .isEmpty();
  }

  @Test
  void everyStepOfTheJobHasItsChapterInOrder() throws ReflectiveOperationException, IOException {
    assertThat(STEP.matcher(design()).results().map(step -> step.group(1)))
        .containsExactlyElementsOf(
            steps().stream().filter(step -> !step.equals("extractRemotely")).toList());
    assertThat(named(DESIGN)).contains("extractRemotely"); // instead of extract
  }

  @Test
  void everyPackageHasItsParagraph() throws IOException {
    assertThat(PACKAGE.matcher(design()).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(packages());
  }

  @Test
  void everyTableOfTheDatabaseHasItsRow() throws IOException {
    String chapter = design().split("\n## Rows and tables\n", 2)[1].split("\n## ", 2)[0];

    assertThat(
            TABLE
                .matcher(chapter)
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1)))
        .containsExactlyInAnyOrderElementsOf(tables());
  }

  @Test
  void everyTableIsWrittenByTheClassesInItsRowAlone() throws IOException {
    String chapter = design().split("\n## Rows and tables\n", 2)[1].split("\n## ", 2)[0];

    for (MatchResult row : TABLE.matcher(chapter).results().toList()) {
      String line = chapter.substring(row.start()).lines().findFirst().orElseThrow();
      for (String table : names(row.group(1))) {
        assertThat(writing(table))
            .as(table)
            .containsExactlyInAnyOrderElementsOf(names(line.split("\\|")[3]));
      }
    }
  }

  private static List<String> names(String cell) {
    return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
  }

  /** The classes with a statement that inserts into a table or updates it. */
  private static Set<String> writing(String table) throws IOException {
    Pattern statement = Pattern.compile("(insert into|update)\\s+" + table + "\\b");
    Set<String> classes = new TreeSet<>();
    for (Map.Entry<String, Path> source : sources().entrySet()) {
      if (source.getValue().startsWith(MAIN)
          && statement.matcher(Files.readString(source.getValue())).find()) {
        classes.add(source.getKey());
      }
    }
    return classes;
  }

  /** In the order in which the job receives them. */
  private static List<String> steps() throws ReflectiveOperationException {
    return Stream.of(Class.forName("org.quotidian.batch.ExtractionJob").getDeclaredMethods())
        .filter(method -> method.getName().equals("extraction"))
        .flatMap(method -> Stream.of(method.getParameters()))
        .filter(parameter -> parameter.getType().equals(Step.class))
        .map(Parameter::getName)
        .toList();
  }

  private static Set<String> packages() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .map(file -> MAIN.relativize(file.getParent()).toString().replace('\\', '/'))
          .filter(name -> !name.isEmpty())
          .collect(toCollection(TreeSet::new));
    }
  }

  private static Set<String> tables() throws IOException {
    Set<String> tables = new TreeSet<>();
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.toList()) {
        CREATED.matcher(Files.readString(file)).results().forEach(t -> tables.add(t.group(1)));
      }
    }
    return tables;
  }

  /** Source files by the name of their class; one of them if two have the same name. */
  private static Map<String, Path> sources() throws IOException {
    try (Stream<Path> main = Files.walk(MAIN);
        Stream<Path> tests = Files.walk(TESTS)) {
      return Stream.concat(main, tests)
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  file -> file,
                  (one, other) -> one));
    }
  }

  /** A class or, after a dot, something that it declares. */
  private static boolean isThere(String name, Map<String, Path> sources) {
    String[] parts = name.split("\\.", 2);
    Path source = sources.get(parts[0]);
    if (source == null || parts.length == 1) {
      return source != null;
    }
    try {
      return Pattern.compile("\\b" + parts[1] + "\\b").matcher(Files.readString(source)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path, a sample article, or a list or template beside the classes. */
  private static boolean isFile(String name) {
    if (Files.exists(Path.of(name)) || Files.exists(Path.of("input", name))) {
      return true;
    }
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.anyMatch(file -> file.endsWith(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Single words in code type on a page. */
  private static Stream<String> named(Path page) throws IOException {
    return NAME.matcher(CODE_BLOCK.matcher(Files.readString(page)).replaceAll(""))
        .results()
        .map(name -> name.group(1))
        .filter(name -> !name.contains(" "));
  }

  private static String design() throws IOException {
    return Files.readString(DESIGN);
  }
}
