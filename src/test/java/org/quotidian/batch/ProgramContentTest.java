package org.quotidian.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ProgramContentTest {

  private static final String RULE =
      """
      package org.quotidian.quote;
      class Rule {
        static int longest(String text) {
          int limit = 12;
          return Math.min(limit, text.length());
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void packages() throws IOException {
    for (String name : ProgramContent.PACKAGES) {
      Files.createDirectories(folder.resolve("classes/org/quotidian/" + name));
    }
    write("nlp/words.txt", "a\n");
    write("nlp/vietnamese/MODEL-CARD.md", "card");
    write("nlp/vietnamese/training/NameTraining.class", "no code that is read");
    compile(RULE);
  }

  private void write(String file, String content) throws IOException {
    Path path = folder.resolve("classes/org/quotidian").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private void compile(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("Rule.java"), source);
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null, null, null, "-g", "-parameters", "-d", classes().toString(), file.toString());
    assertThat(exit).isZero();
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  private String hash() {
    return ProgramContent.hash(classes());
  }

  @Test
  void commentsLinesAndNamesOfVariablesHaveNoPartInIt() throws IOException {
    String before = hash();

    compile(RULE.replace("    int", "    // at most\n\n    int").replace("limit", "most"));

    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void codeHasAPartInIt() throws IOException {
    String before = hash();

    compile(RULE.replace("12", "13"));
    assertThat(hash()).isNotEqualTo(before);

    compile(RULE);
    assertThat(hash()).isEqualTo(before);
    write("nlp/words.txt", "b\n");
    assertThat(hash()).isNotEqualTo(before);
  }

  @Test
  void trainingHasNoPartInIt() throws IOException {
    String before = hash();

    write("nlp/vietnamese/MODEL-CARD.md", "another");
    write("nlp/vietnamese/training/NameTraining.class", "another");
    write("nlp/vietnamese/training/NameTraining$1.class", "one more");

    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void aJarHasThatOfItsClassFiles() throws IOException {
    Path jar = folder.resolve("a.jar");
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"));
        var files = Files.walk(classes())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = zip.getPath("/" + classes().relativize(file));
        if (!file.equals(classes())) {
          Files.copy(file, copy);
        }
      }
    }

    assertThat(ProgramContent.hash(jar)).isEqualTo(hash());
  }

  @Test
  void itReadsThisProgram() {
    assertThat(ProgramContent.hash()).matches("[0-9a-f]{64}").isNotEqualTo(hash());
  }

  @Test
  void nothingThatMakesRowsUsesWhatIsLeftOut() {
    var leftOut =
        new DescribedPredicate<JavaClass>("left out of the fingerprint") {
          @Override
          public boolean test(JavaClass type) {
            String name =
                type.getName()
                    .replace("org.quotidian.", "")
                    .replace('.', '/')
                    .replaceFirst("[$].*", "");
            return ProgramContent.LEFT_OUT.contains(name)
                || name.startsWith(ProgramContent.TRAINING);
          }
        };
    var program =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.quotidian");

    noClasses()
        .that(DescribedPredicate.not(leftOut))
        .and()
        .resideOutsideOfPackages("..cli..", "..evaluate..")
        .should()
        .dependOnClassesThat(leftOut)
        .check(program);
    assertThat(ProgramContent.LEFT_OUT)
        .as("each is still there")
        .allMatch(
            name ->
                Files.exists(Path.of("src/main/java/org/quotidian", name + ".java"))
                    || Files.exists(Path.of("src/main/resources/org/quotidian", name)));
  }
}
