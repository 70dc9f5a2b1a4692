package org.quotidian;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The tags of tests show what they need, so that {@code mvn test} runs only quick tests that need
 * nothing.
 */
class TestTiersTest {

  private static final JavaClasses TEST_CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages("org.quotidian");

  /** The beginnings of calls that need a tag. */
  private static final Map<String, List<String>> CALLS =
      Map.of(
          "models",
          List.of(
              "org.quotidian.annotate.Language.pipeline(",
              "org.quotidian.nlp.CompactClassifier.read(",
              "org.quotidian.annotate.Annotators.of(",
              "org.quotidian.annotate.ArticleAnnotation.of(",
              "edu.stanford.nlp.pipeline.StanfordCoreNLP"),
          "process",
          List.of("java.lang.ProcessBuilder.", "java.lang.Runtime.exec("),
          "server",
          List.of("io.zonky.test.db.postgres.", "org.apache.activemq.artemis.core.server."),
          "browser",
          List.of("org.openqa.selenium."));

  /** Starts a server only for tests that have the tag. */
  private static final String BY_TAG = "org.quotidian.store.TestDatabase";

  @Test
  void whatATestNeedsIsAmongItsTags() {
    List<String> missing = new ArrayList<>();
    for (JavaClass test : TEST_CODE) {
      Set<String> calls = isTest(test.reflect()) ? calls(test) : Set.of();
      CALLS.forEach(
          (tag, starts) ->
              calls.stream()
                  .filter(call -> starts.stream().anyMatch(call::startsWith))
                  .filter(call -> !tags(test.reflect()).contains(tag))
                  .findFirst()
                  .ifPresent(call -> missing.add(tag + ": " + test.getName() + " calls " + call)));
    }
    assertThat(missing).as("@Tag that is missing, of the class or of a method").isEmpty();
  }

  @Test
  void theTagsAreThoseThatAreExplainedAndLeftToVerify() throws Exception {
    Set<String> used =
        TEST_CODE.stream()
            .flatMap(test -> tags(test.reflect()).stream())
            .collect(toCollection(TreeSet::new));

    assertThat(List.of(pom("/project/properties/tests.later").split(" \\| ")))
        .containsExactlyInAnyOrderElementsOf(used);
    assertThat(
            Pattern.compile("(?m)^\\| `([a-z]+)` \\|")
                .matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                .results()
                .map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void aTestRunsByItsNameWhateverItsTags() throws Exception {
    String profile = "/project/profiles/profile[activation/property/name = 'test']";

    assertThat(pom("count(" + profile + "/properties/tests.later)")).isEqualTo("1");
    assertThat(pom(profile + "/properties/tests.later")).isEmpty();
    assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).contains("\nmvn test -Dtest=");
  }

  private static String pom(String path) throws Exception {
    return XPathFactory.newInstance()
        .newXPath()
        .evaluate(
            path,
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile()));
  }

  private static boolean isTest(Class<?> type) {
    return methods(type).anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class));
  }

  /** The tags of the class, of its superclasses, and of its methods. */
  private static Set<String> tags(Class<?> type) {
    return Stream.concat(Stream.of(type), methods(type))
        .flatMap(part -> AnnotationSupport.findRepeatableAnnotations(part, Tag.class).stream())
        .map(Tag::value)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods());
  }

  /** The calls of a class, including those of the test code that it calls. */
  private static Set<String> calls(JavaClass test) {
    Set<String> calls = new TreeSet<>();
    Set<JavaClass> seen = new HashSet<>(Set.of(test));
    List<JavaClass> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      JavaClass type = open.remove(open.size() - 1);
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        calls.add(access.getTarget().getFullName());
      }
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(target -> TEST_CODE.contain(target.getName()))
          .filter(target -> !target.getName().equals(BY_TAG) && seen.add(target))
          .forEach(open::add);
    }
    return calls;
  }
}
