package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language of somebody else's is a folder on the class path: a line, models, lists. */
@Tag("process")
class TenthLanguageTest {

  @TempDir private Path folder;

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve("pack").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void aFolderBringsALanguage() throws Exception {
    file("org/quotidian/nlp/languages.tsv", "pt\tportuguese-test\t10\twestern\t-\t-\n");
    file(
        "StanfordCoreNLP-portuguese-test.properties",
        "annotators = tokenize, ssplit, pos\ntokenize.language = en\n");
    file("org/quotidian/quote/pt/language.properties", "phrases = listed\nbehind-marks = person\n");
    file("org/quotidian/quote/pt/verbs.tsv", "disse\tquote clause that\t“Esperamos”, disse ela.\n");
    file("org/quotidian/quote/pt/pronouns.tsv", "ela\t3\ts\tf\t“Esperamos”, disse ela.\n");
    file("org/quotidian/quote/pt/sources.tsv", "prefeita\tperson\tf\n");
    Path article =
        Files.writeString(
            folder.resolve("ponte.txt"),
            "A ponte fica fechada\n\n“A ponte fica fechada até maio”, disse ela aos moradores da vila. Depois, a"
                + " prefeita foi para casa, porque já era tarde e chovia muito.\n");
    Map<String, String> environment =
        Map.of("JDK_JAVA_OPTIONS", "-Xbootclasspath/a:" + folder.resolve("pack"));

    QuotidianProcess languages = start(environment, "languages");
    assertThat(languages.exitCode()).as(languages.screen()).isZero();
    assertThat(languages.screen())
        .containsPattern("pt +Portuguese +português +installed: sentences, quotes ");

    QuotidianProcess annotate = start(environment, "annotate", article.toString());
    assertThat(annotate.exitCode()).as(annotate.screen()).isZero();
    assertThat(annotate.screen())
        .contains("“A ponte fica fechada até maio”", "disse")
        .contains("Depois, a prefeita foi para casa");
  }

  private QuotidianProcess start(Map<String, String> environment, String... arguments)
      throws IOException {
    return QuotidianProcess.start(folder, "org.quotidian.Quotidian", environment, arguments);
  }
}
