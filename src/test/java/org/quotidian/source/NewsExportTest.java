package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are cut off, or only look like exports of many articles. */
class NewsExportTest {

  private static final Limits LIMITS = new Limits(200_000, 50_000);

  private final Path folder;

  NewsExportTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @Test
  void anArticleThatIsCutOffAndAHeaderWithoutTextAreFailures() throws Exception {
    Files.writeString(
        folder.resolve("a.txt"),
        "Lamp\n\n9 words\n14 May 2024\nThe Coast Post\n(c) 2024 The Coast Post.\n\n"
            + "Document COASTP0020240514ek5e0001x\n\n"
            + "Ferry "
            + "words ".repeat(120));

    assertThat(ArticleLines.of(folder, LIMITS))
        .containsExactly(
            "COASTP0020240514ek5e0001x|! it has only a header and no text: Lamp",
            "#2|! no line ends the last article, so that it may be cut off; words: 121");
  }

  @Test
  void anArticleAboutDocumentsIsOneArticle() throws Exception {
    Files.writeString(
        folder.resolve("a.txt"),
        "The end of document 7\n\nOnly 1 of 2 DOCUMENTS was found, she said.\n\nDocument No. 7 is lost.");
    Files.write(
        folder.resolve("b.docx"),
        SampleFiles.docx(List.of("Ferry stops", "This document stops on Monday.")));

    assertThat(ArticleLines.of(folder, LIMITS))
        .containsExactly("|The end of document 7|||TITLE,BODY,BODY", "|Ferry stops|||TITLE,BODY");
  }
}
