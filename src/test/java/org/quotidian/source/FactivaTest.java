package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of Factiva with many articles. */
class FactivaTest {

  private static final Limits LIMITS = new Limits(200_000, 50_000);

  private final Path folder;

  FactivaTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
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

    assertThat(ArticleLines.texts(folder, LIMITS)).containsExactly(FACTIVA_ARTICLES);
  }

  @Test
  void readsTheRtfFilesOfFactiva() throws Exception {
    Files.writeString(
        folder.resolve("a.rtf"),
        SampleFiles.rtf(FACTIVA.lines().filter(l -> !l.isBlank()).toList()));

    assertThat(ArticleLines.texts(folder, LIMITS)).containsExactly(FACTIVA_ARTICLES);
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

    assertThat(ArticleLines.texts(folder, LIMITS)).containsExactly(FACTIVA_ARTICLES);
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

    assertThat(ArticleLines.texts(folder, LIMITS))
        .containsExactly(
            """
            COASTP0020240514ek5e0001x|Lamp for Skarholm|Ida Bratt|2024-05-14
            TITLE Lamp for Skarholm
            BOILERPLATE The Coast Post
            BODY The old lighthouse gets a new lamp.
            BODY The council gave half of the money.
            BODY It is not enough.""");
  }
}
