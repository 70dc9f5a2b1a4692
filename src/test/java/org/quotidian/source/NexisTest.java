package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of Nexis with many articles. */
class NexisTest {

  private static final Limits LIMITS = new Limits(200_000, 50_000);

  private final Path folder;

  NexisTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  private static final String NEXIS =
      """


                                 1 of 2 DOCUMENTS


                                  The Coast Post

                              May 14, 2024 Tuesday
                                  Late Edition

      Lamp for
      Skarholm

      BYLINE: By Ida Bratt, OSLO

      SECTION: NEWS; Pg. 4

      LENGTH: 92 words

      DATELINE: SKARHOLM

      The old lighthouse gets a new lamp. "The stairs are rotten," said Tove Lindgren.

      The council gave half of the money on Wednesday.

      LOAD-DATE: May 15, 2024

      SUBJECT: LIGHTHOUSES (90%);
      ISLANDS (78%)

      LANGUAGE: ENGLISH


                           Copyright 2024 The Coast Post
                                All Rights Reserved


                                 2 of 2 DOCUMENTS


                         Copyright 2024 The Coast Post
                              All Rights Reserved

                                  The Coast Post

      Ferry strike leaves island dry

      LENGTH: 12 words

      Nobody told us anything, the shop owner said.

      LOAD-DATE: May 16, 2024
      """;

  @Test
  void readsTheTextFilesOfNexis() throws Exception {
    Files.writeString(folder.resolve("a.txt"), NEXIS);

    assertThat(ArticleLines.texts(folder, LIMITS))
        .containsExactly(
            """
            #1|Lamp for Skarholm|Ida Bratt, OSLO|2024-05-14
            TITLE Lamp for Skarholm
            BOILERPLATE The Coast Post
            BODY The old lighthouse gets a new lamp. "The stairs are rotten," said Tove Lindgren.
            BODY The council gave half of the money on Wednesday.""",
            """
            #2|Ferry strike leaves island dry||2024-05-16
            TITLE Ferry strike leaves island dry
            BOILERPLATE The Coast Post
            BODY Nobody told us anything, the shop owner said.""");
  }

  @Test
  void theHeaderOfNexisMayHaveNoBlankLines() throws Exception {
    Files.writeString(
        folder.resolve("a.txt"),
        """
        Quay to close after close vote
        Coast Herald (Northport)
        March 12, 2024 Tuesday
        First Edition

        Copyright 2024 Herald Media Ltd All Rights Reserved
        Section: NEWS; Pg. 5
        Length: 61 words
        Byline: Ida Bratt
        Body

        The harbour council voted on Monday to close the northern quay.

        Load-Date: March 12, 2024
        End of Document

        Ferry strike ends
        Coast Herald (Northport)
        March 14, 2024 Thursday
        Copyright 2024 Herald Media Ltd All Rights Reserved

        Body

        The ferry strike ended on Thursday.

        End of Document
        """);

    assertThat(ArticleLines.texts(folder, LIMITS))
        .containsExactly(
            """
            #1|Quay to close after close vote|Ida Bratt|2024-03-12
            TITLE Quay to close after close vote
            BOILERPLATE Coast Herald (Northport)
            BODY The harbour council voted on Monday to close the northern quay.""",
            """
            #2|Ferry strike ends||2024-03-14
            TITLE Ferry strike ends
            BOILERPLATE Coast Herald (Northport)
            BODY The ferry strike ended on Thursday.""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dokument 1 von 1|Küstenblatt|14. Mai 2024 Dienstag|AUTOR|LÄNGE: 9 Wörter|UPDATE: 15. Mai 2024|SPRACHE: GERMAN; DEUTSCH",
        "Document 1 de 1|Le Phare|mardi 14 mai 2024|AUTEUR|LONGUEUR: 9 mots|DATE-CHARGEMENT: 15 mai 2024|LANGUE: FRENCH; FRANÇAIS",
        "Documento 1 de 1|El Faro|14 de mayo de 2024 martes|AUTOR|LONGITUD: 9 palabras|FECHA DE CARGA: 15 de mayo de 2024|IDIOMA: SPANISH"
      })
  void readsTheLabelsOfOtherLanguages(String labels) throws Exception {
    String[] l = labels.split("\\|");
    Files.writeString(
        folder.resolve("a.txt"),
        """
                   %s

                   %s

              %s

        Lampe 7

        %s: Ida Bratt

        %s

        Brem bara lum tiri, sagt Ida.

        %s

        %s
        """
            .formatted((Object[]) l));

    assertThat(ArticleLines.texts(folder, LIMITS))
        .containsExactly(
            """
            #1|Lampe 7|Ida Bratt|2024-05-14
            TITLE Lampe 7
            BOILERPLATE %s
            BODY Brem bara lum tiri, sagt Ida."""
                .formatted(l[1]));
  }

  private static final List<String> NEXIS_UNI =
      List.of(
          "User Name: reader",
          "Date and Time: Friday, May 17, 2024 6:00:00 PM",
          "Job Number: 1",
          "Documents (2)",
          "1. Lamp for Skarholm",
          "Client/Matter: -None-",
          "2. Ferry strike leaves island dry",
          "Lamp for Skarholm",
          "The Coast Post",
          "May 14, 2024 Tuesday",
          "Copyright 2024 The Coast Post All Rights Reserved",
          "Section:\u00A0NEWS; Pg. 4",
          "Length:\u00A092 words",
          "Byline:\u00A0Ida Bratt",
          "Body",
          "The old lighthouse gets a new lamp.",
          "The council gave half of the money.",
          "Classification",
          "Language:\u00A0ENGLISH",
          "Load-Date:\u00A0May 15, 2024",
          "End of Document",
          "Ferry strike leaves island dry",
          "The Coast Post",
          "May 16, 2024 Thursday",
          "Copyright 2024 The Coast Post All Rights Reserved",
          "Body",
          "Nobody told us anything, the shop owner said.",
          "Load-Date:\u00A0May 17, 2024",
          "End of Document");

  private static final String[] NEXIS_UNI_ARTICLES = {
    """
    #1|Lamp for Skarholm|Ida Bratt|2024-05-14
    TITLE Lamp for Skarholm
    BOILERPLATE The Coast Post
    BODY The old lighthouse gets a new lamp.
    BODY The council gave half of the money.""",
    """
    #2|Ferry strike leaves island dry||2024-05-16
    TITLE Ferry strike leaves island dry
    BOILERPLATE The Coast Post
    BODY Nobody told us anything, the shop owner said."""
  };

  @Test
  void readsTheWordFilesOfNexis() throws Exception {
    Files.write(folder.resolve("a.docx"), SampleFiles.docx(NEXIS_UNI));

    assertThat(ArticleLines.texts(folder, LIMITS)).containsExactly(NEXIS_UNI_ARTICLES);
  }

  @Test
  void wordMayCutALineIntoRunsAndBreakItInAParagraph() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument word = new XWPFDocument()) {
      NEXIS_UNI.subList(0, 20).forEach(p -> word.createParagraph().createRun().setText(p));
      XWPFParagraph last = word.createParagraph();
      last.createRun().setText("End");
      last.createRun().setText(" of\u00A0Docu");
      last.createRun().setText("ment");
      last.createRun().addBreak();
      last.createRun().setText("Printed on Friday");
      word.write(out);
    }
    Files.write(folder.resolve("a.docx"), out.toByteArray());

    assertThat(ArticleLines.texts(folder, LIMITS)).containsExactly(NEXIS_UNI_ARTICLES[0]);
  }

  @Test
  void readsTheRtfFilesOfNexis() throws Exception {
    Files.writeString(folder.resolve("a.rtf"), SampleFiles.rtf(NEXIS_UNI));

    assertThat(ArticleLines.texts(folder, LIMITS)).containsExactly(NEXIS_UNI_ARTICLES);
  }

  @Test
  void readsThePagesOfNexis() throws Exception {
    Files.writeString(
        folder.resolve("a.html"),
        "<html><body><a name=\"DOC_ID_0_0\"></a>"
            + NEXIS
                .replaceAll("(?m)^ +", "")
                .replaceAll("(?s)(\\S.*?)\n\n+", "<div><p>$1</p></div>\n")
            + "</body></html>");

    assertThat(ArticleLines.texts(folder, LIMITS).get(0))
        .startsWith("#1|Lamp for Skarholm|Ida Bratt, OSLO|2024-05-14\n");
  }
}
