package org.quotidian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies between packages go one way. */
@AnalyzeClasses(packages = "org.quotidian", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesKnowOnlyWhatIsBelowThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.quotidian..")
          .ensureAllClassesAreContainedInArchitecture()
          .layer("main")
          .definedBy("org.quotidian")
          .layer("cli")
          .definedBy("..cli..")
          .layer("batch")
          .definedBy("..batch..")
          .layer("job")
          .definedBy("..job..")
          .layer("source")
          .definedBy("..source..")
          .layer("annotate")
          .definedBy("..annotate..")
          .layer("quote")
          .definedBy("..quote..")
          .layer("nlp")
          .definedBy("..nlp..")
          .layer("language")
          .definedBy("..language..")
          .layer("store")
          .definedBy("..store..")
          .layer("export")
          .definedBy("..export..")
          .layer("report")
          .definedBy("..report..")
          .layer("evaluate")
          .definedBy("..evaluate..")
          .layer("compare")
          .definedBy("..compare..")
          .layer("duplicate")
          .definedBy("..duplicate..")
          .layer("model")
          .definedBy("..model..")
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("batch")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers("cli", "batch")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("cli", "batch", "job")
          .whereLayer("annotate")
          .mayOnlyBeAccessedByLayers("cli", "batch")
          .whereLayer("quote")
          .mayOnlyBeAccessedByLayers("cli", "annotate")
          .whereLayer("nlp")
          .mayOnlyBeAccessedByLayers("cli", "annotate", "quote")
          .whereLayer("language")
          .mayOnlyBeAccessedByLayers("annotate", "nlp", "quote", "source")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("cli", "batch")
          .whereLayer("export")
          .mayOnlyBeAccessedByLayers("cli", "batch", "report")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli", "batch")
          .whereLayer("duplicate")
          .mayOnlyBeAccessedByLayers("batch")
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("evaluate")
          .mayOnlyBeAccessedByLayers("cli");

  @ArchTest
  static final ArchRule textIsWorkedOnWithoutSpring =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..model..",
              "..source..",
              "..language..",
              "..nlp..",
              "..quote..",
              "..annotate..",
              "..export..",
              "..report..",
              "..duplicate..",
              "..compare..",
              "..evaluate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..");

  @ArchTest
  static final ArchRule namesAreTheFields =
      classes()
          .should()
          .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)")
          .because("a class is named for what it is");

  @ArchTest
  static void noNameIsThereTwice(JavaClasses classes) {
    assertThat(
            classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info")))
        .doesNotHaveDuplicates();
  }
}
