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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of Nexis, Factiva and Europresse with many articles. */
class NewsExportTest {

  private static final Limits LIMITS = new Limits(200_000, 50_000);

  private final Path folder;

  NewsExportTest(@TempDir Path folder) throws IOException {
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

    assertThat(articles())
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

    assertThat(articles())
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

    assertThat(articles())
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
    Files.write(folder.resolve("a.docx"), docx(NEXIS_UNI));

    assertThat(articles()).containsExactly(NEXIS_UNI_ARTICLES);
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

    assertThat(articles()).containsExactly(NEXIS_UNI_ARTICLES[0]);
  }

  @Test
  void readsTheRtfFilesOfNexis() throws Exception {
    Files.writeString(folder.resolve("a.rtf"), rtf(NEXIS_UNI));

    assertThat(articles()).containsExactly(NEXIS_UNI_ARTICLES);
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

    assertThat(articles().get(0)).startsWith("#1|Lamp for Skarholm|Ida Bratt, OSLO|2024-05-14\n");
  }

  private static final String FACTIVA =
      """
      NEWS
      Lamp for Skarholm

      IDA BRATT
      92 words
      14 May 2024
      06:00 GMT
      The Coast Post
      COASTP
      4
      English
      (c) 2024 The Coast Post.

      The old lighthouse gets a new lamp.

      The council gave half of the money.

      Document COASTP0020240514ek5e0001x

      Ferry strike leaves island dry

      1,043 words
      16 May 2024
      The Coast Post
      COASTP
      English
      © 2024 The Coast Post. All rights reserved.

      Nobody told us anything, the shop owner said.

      Document COASTP0020240516ek5g0002y

      Search Summary
      Text lighthouse or ferry
      """;

  private static final String[] FACTIVA_ARTICLES = {
    """
    COASTP0020240514ek5e0001x|Lamp for Skarholm|IDA BRATT|2024-05-14
    TITLE Lamp for Skarholm
    BOILERPLATE The Coast Post
    BODY The old lighthouse gets a new lamp.
    BODY The council gave half of the money.""",
    """
    COASTP0020240516ek5g0002y|Ferry strike leaves island dry||2024-05-16
    TITLE Ferry strike leaves island dry
    BOILERPLATE The Coast Post
    BODY Nobody told us anything, the shop owner said."""
  };

  @Test
  void readsTheTextFilesOfFactiva() throws Exception {
    Files.writeString(folder.resolve("a.txt"), FACTIVA);

    assertThat(articles()).containsExactly(FACTIVA_ARTICLES);
  }

  @Test
  void readsTheRtfFilesOfFactiva() throws Exception {
    Files.writeString(
        folder.resolve("a.rtf"), rtf(FACTIVA.lines().filter(l -> !l.isBlank()).toList()));

    assertThat(articles()).containsExactly(FACTIVA_ARTICLES);
  }

  @Test
  void readsThePagesOfFactiva() throws Exception {
    Files.writeString(
        folder.resolve("a.html"),
        "<html><body>"
            + FACTIVA
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<div class=\"article enArticle\">" + line + "</div>\n")
                .reduce("", String::concat)
            + "</body></html>");

    assertThat(articles()).containsExactly(FACTIVA_ARTICLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"  ", "\n"})
  void readsTheCodesOfFactiva(String between) throws Exception {
    Files.writeString(
        folder.resolve("a.txt"),
        """
        SE  NEWS
        HD  Lamp for
        Skarholm
        BY  By Ida Bratt
        WC  92 words
        PD  14 mai 2024
        SN  The Coast Post
        SC  COASTP
        LA  English
        LP  The old lighthouse gets a new lamp.

        TD  The council gave half of the money.

        It is not enough.
        NS  gcat : Political/General News
        AN  Document COASTP0020240514ek5e0001x
        """
            .replaceAll("(?m)^([A-Z]{2})  ", "$1" + between)
            .replace("AN\nDocument", "AN  Document"));

    assertThat(articles())
        .containsExactly(
            """
            COASTP0020240514ek5e0001x|Lamp for Skarholm|Ida Bratt|2024-05-14
            TITLE Lamp for Skarholm
            BOILERPLATE The Coast Post
            BODY The old lighthouse gets a new lamp.
            BODY The council gave half of the money.
            BODY It is not enough.""");
  }

  private static final String[] EUROPRESSE_ARTICLES = {
    """
    news·20240514·LP·0007|Une lampe pour le phare|Ida Bratt|2024-05-14
    TITLE Une lampe pour le phare
    BOILERPLATE Le Phare
    BODY Le vieux phare reçoit une lampe.
    BODY « L'escalier est pourri », dit Tove Lindgren.""",
    """
    news·20240516·LP·0009|Grève du bac||2024-05-16
    TITLE Grève du bac
    BOILERPLATE Le Phare
    BODY Personne ne nous a prévenus, dit la marchande."""
  };

  @Test
  void readsThePagesOfEuropresse() throws Exception {
    Files.writeString(
        folder.resolve("a.html"),
        """
        <html><head><meta charset="utf-8"></head><body>
        <article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Phare, no. 312</span></div>
        <span class="DocHeader">Culture, mardi 14 mai 2024 - 92 mots, p. 4</span></header>
        <div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Une lampe pour le phare</p></div>
        <p class="sm-margin-bottomNews">Ida Bratt</p>
        <div class="docOcurrContainer"><p>Le vieux phare reçoit une lampe.</p><p>« L'escalier est pourri », dit Tove Lindgren.</p></div>
        <footer><small>© 2024 Le Phare. Tous droits réservés.</small><div class="publiC-lblNodoc">news·20240514·LP·0007</div></footer></article>
        <article><span class="DocPublicationName">Le Phare</span><span class="DocHeader">jeudi 16 mai 2024</span>
        <p class="titreArticleVisu">Grève du bac</p>
        <div class="docOcurrContainer">Personne ne nous a prévenus, dit la marchande.</div>
        <div class="publiC-lblNodoc">news·20240516·LP·0009</div></article>
        </body></html>
        """);

    assertThat(articles()).containsExactly(EUROPRESSE_ARTICLES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Samstag, 14. Mai 2024           | 2024-05-14",
        "mardi 1er août 2023, p. 4       | 2023-08-01",
        "14 de mayo de 2024 martes       | 2024-05-14",
        "sabato 14 di maggio 2024        | 2024-05-14",
        "sábado, 2 de março de 2024      | 2024-03-02",
        "13-14 janvier 2024              | 2024-01-14",
        "13 janvier 2024 - 14 janvier 2024 | 2024-01-13",
        "3/4/2024                        | ''",
        "14 May                          | ''",
        "31 juin 2024                    | ''",
      })
  void readsTheDateOfAnEdition(String line, String date) {
    assertThat(ExportWords.date(line)).isEqualTo(date);
  }

  @Test
  void readsTheTextOfEuropresse() throws Exception {
    Files.writeString(
        folder.resolve("a.txt"),
        """
        Le Phare, no. 312
        Culture, mardi 14 mai 2024, p. 4

        Une lampe pour le phare

        Ida Bratt

        Le vieux phare reçoit une lampe.

        « L'escalier est pourri », dit Tove Lindgren.

        © 2024 Le Phare. Tous droits réservés.
        news·20240514·LP·0007

        Le Phare
        jeudi 16 mai 2024

        Grève du bac

        Personne ne nous a prévenus, dit la marchande.

        © 2024 Le Phare. Tous droits réservés.
        news·20240516·LP·0009
        """);

    assertThat(articles()).containsExactly(EUROPRESSE_ARTICLES);
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
        folder.resolve("b.docx"), docx(List.of("Ferry stops", "This document stops on Monday.")));

    assertThat(ArticleLines.of(folder, LIMITS))
        .containsExactly("|The end of document 7|||TITLE,BODY,BODY", "|Ferry stops|||TITLE,BODY");
  }

  /** {@code record|title|author|published}, then each paragraph after its section. */
  private List<String> articles() throws Exception {
    ArticleReader reader = new ArticleReader(LIMITS);
    return ArticleLines.find(folder, LIMITS).stream()
        .map(
            item -> {
              try {
                var a = reader.read(item, "test");
                String head =
                    String.join("|", a.record(), a.title(), a.author(), a.published()) + "\n";
                return head
                    + String.join(
                        "\n",
                        a.paragraphs().stream()
                            .map(p -> p.section() + " " + a.text().substring(p.start(), p.end()))
                            .toList());
              } catch (SourceException e) {
                return item.record() + "|! " + e.getMessage();
              }
            })
        .toList();
  }

  private static byte[] docx(List<String> paragraphs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument word = new XWPFDocument()) {
      paragraphs.forEach(p -> word.createParagraph().createRun().setText(p));
      word.write(out);
    }
    return out.toByteArray();
  }

  private static String rtf(List<String> paragraphs) {
    StringBuilder text = new StringBuilder();
    String.join("\\par\n", paragraphs)
        .codePoints()
        .forEach(c -> text.append(c < 128 ? Character.toString(c) : "\\u" + (short) c + "?"));
    return "{\\rtf1\\ansi\\ansicpg1252\\deff0 " + text + "\\par}";
  }
}
