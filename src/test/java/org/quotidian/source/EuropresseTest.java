package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of Europresse with many articles. */
class EuropresseTest {

  private static final Limits LIMITS = new Limits(200_000, 50_000);

  private final Path folder;

  EuropresseTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
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

    assertThat(ArticleLines.texts(folder, LIMITS)).containsExactly(EUROPRESSE_ARTICLES);
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

    assertThat(ArticleLines.texts(folder, LIMITS)).containsExactly(EUROPRESSE_ARTICLES);
  }
}
