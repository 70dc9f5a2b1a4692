package org.quotidian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages go one way. */
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
          .optionalLayer("quote")
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
          .optionalLayer("evaluate")
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
          .mayOnlyBeAccessedByLayers("cli", "batch")
          .whereLayer("quote")
          .mayOnlyBeAccessedByLayers("cli", "batch")
          .whereLayer("nlp")
          .mayOnlyBeAccessedByLayers("cli", "batch", "quote")
          .whereLayer("language")
          .mayOnlyBeAccessedByLayers("cli", "batch", "nlp", "quote")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("cli", "batch")
          .whereLayer("export")
          .mayOnlyBeAccessedByLayers("cli", "batch")
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
}
