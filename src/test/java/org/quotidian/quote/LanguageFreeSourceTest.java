package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules for quotes name no word of a language and no tag: these are in the folders of the
 * languages. So a literal in this package contains letters only if it is a name of the program's
 * own: of a file, a key or value of language.properties, a code in a column, a message.
 */
class LanguageFreeSourceTest {

  private static final Path SOURCES = Path.of("src/main/java/org/quotidian/quote");
  private static final Path LISTS = Path.of("src/main/resources/org/quotidian/quote");

  /** Comments, and the literals outside them. */
  private static final Pattern COMMENT_OR_LITERAL =
      Pattern.compile(
          "//[^\n]*|/\\*.*?\\*/|(?<literal>\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+')",
          Pattern.DOTALL);

  /** Escapes and the classes of characters in patterns: {@code \n}, {@code \s}, {@code \p{Lu}}. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\+(p\\{\\w+}|u\\w{4}|\\w)");

  private static final List<Pattern> BEFORE_OTHER_NAMES =
      List.of(
          Pattern.compile("\\bis\\(lines, (\"[a-z-]+\",\\s*)*$"), // language.properties
          Pattern.compile("Exception\\([^;]*$")); // a message

  private static final Pattern FILE = Pattern.compile("[a-z-]+\\.(tsv|properties)");

  /**
   * Codes in the columns of lists, and the letter behind which a single mark may be an apostrophe,
   * whatever the language of the article.
   */
  private static final Map<String, Set<String>> CODES =
      Map.of(
          "Gender.java", Set.of("m", "f", "n"),
          "Pronoun.java", Set.of("s"),
          "Confidence.java", Set.of("decided", "any"),
          "DecisionTraining.java", Set.of("%.2f"),
          "QuoteTraining.java",
              Set.of(
                  "scare",
                  "# Made by quotidian train quotes. Feature, tab, weight; a sum above 0 means"
                      + " yes."),
          "MarkFinder.java", Set.of("s"));

  /** The name of a feature: a literal that no comparison with the text gets. */
  private static final Pattern FEATURE =
      Pattern.compile(
          "(?<!(?:is|isAny|isListed|equals|contains|startsWith|endsWith)\\()\"[\\w :=,]+\"");

  @Test
  void aWordThatAFeatureComparesIsFound() {
    String name = "features.add(\"cue=\" + form);";
    assertThat(languageIn(withoutNames(name), Set.of())).isEmpty();
    String word = "if (reading.is(i, \"of\") || text.equals(\"theo\"))";
    assertThat(languageIn(withoutNames(word), Set.of())).contains("theo");
  }

  @Test
  void rulesNameNoWordAndNoTag() {
    var found = new TreeMap<String, List<String>>();
    sources()
        .forEach(
            (file, code) -> {
              String read = file.endsWith("Features.java") ? withoutNames(code) : code;
              List<String> words = languageIn(read, CODES.getOrDefault(file, Set.of()));
              if (!words.isEmpty()) {
                found.put(file, words);
              }
            });
    assertThat(found).as("put them into the lists of the language").isEmpty();
  }

  @Test
  void aWordInARuleIsFound() {
    assertThat(languageIn("if (reading.is(i, \"of\")) { // \"and\" too", Set.of()))
        .containsExactly("of");
    assertThat(languageIn("return reading.isAny(i, \",\", \"theo\");", Set.of()))
        .containsExactly("theo");
  }

  @Test
  void aTagInARuleIsFound() {
    assertThat(languageIn("return tag.equals(\"NN\") || tag.equals(\"''\");", Set.of()))
        .containsExactly("NN");
    assertThat(languageIn("case \"VBD\", \"MD\" -> true;", Set.of())).containsExactly("VBD", "MD");
  }

  @Test
  void namesOfListsFilesAndMessagesAreNone() {
    String code =
        """
        lexicon.words(WordKind.CONTRAST).of(word); lists.rows("tags.tsv");
        text.replaceAll("\\\\s+", " "); throw new IllegalStateException("no list " + name);
        """;
    assertThat(languageIn(code, Set.of())).isEmpty();
  }

  @Test
  void eachKindOfFunctionWordsIsInTheListsOfALanguageAndInTheRules() {
    var listed = EnumSet.noneOf(WordKind.class);
    for (String language : languages()) {
      new Lists(language).rows("words.tsv").forEach(row -> listed.add(WordKind.of(row.get(0))));
    }
    String rules = String.join("\n", sources().values());
    assertThat(WordKind.values())
        .allSatisfy(kind -> assertThat(rules).contains("WordKind." + kind.name()))
        .containsExactlyElementsOf(listed);
  }

  @Test
  void onlyTheGroundworkChoosesHowPhrasesAreFound() {
    assertThat(sources().entrySet().stream().filter(e -> e.getValue().contains("phrasesByTags()")))
        .extracting(Map.Entry::getKey)
        .containsExactly("Groundwork.java");
  }

  /** Features have names, but what they compare with the text may not be a word. */
  private static String withoutNames(String code) {
    return FEATURE.matcher(code).replaceAll("\"\"");
  }

  /** The literals in a source that contain letters and are no names of the program's own. */
  private static List<String> languageIn(String code, Set<String> codes) {
    var found = new ArrayList<String>();
    Matcher matcher = COMMENT_OR_LITERAL.matcher(code);
    while (matcher.find()) {
      if (matcher.group("literal") != null) {
        String literal = matcher.group().substring(1, matcher.group().length() - 1);
        boolean letters =
            ESCAPE.matcher(literal).replaceAll("").codePoints().anyMatch(Character::isLetter);
        boolean own =
            FILE.matcher(literal).matches()
                || codes.contains(literal)
                || BEFORE_OTHER_NAMES.stream().anyMatch(p -> isBehind(p, code, matcher.start()));
        if (letters && !own) {
          found.add(literal);
        }
      }
    }
    return found;
  }

  private static boolean isBehind(Pattern before, String code, int position) {
    return before.matcher(code.substring(Math.max(0, position - 300), position)).find();
  }

  private static TreeMap<String, String> sources() {
    var sources = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(sources).containsKey("Assembly.java");
    return sources;
  }

  private static List<String> languages() {
    try (Stream<Path> folders = Files.list(LISTS)) {
      return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
