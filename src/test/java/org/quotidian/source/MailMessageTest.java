package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessageTest {

  private static final String HEADER =
      """
      From: Ida Bratt <ida@coast.example>
      Subject: Lamp for Skarholm
      Date: Tue, 14 May 2024 06:00:00 +0200
      MIME-Version: 1.0
      """;

  @Test
  void linesThatFlowAreJoined() throws Exception {
    assertThat(
            plain(
                "; format=flowed",
                """
                The old lighthouse gets a new\s
                lamp. “The stairs are rotten,”\s
                said Tove Lindgren.

                 Ships have satellites.
                People need a light.
                """))
        .containsExactly(
            "TITLE Lamp for Skarholm",
            "BODY The old lighthouse gets a new lamp. “The stairs are rotten,” said Tove Lindgren.",
            "BODY Ships have satellites.",
            "BODY People need a light.");
  }

  @Test
  void theSpaceOfAFlowedLineMayBeNoneOfTheWords() throws Exception {
    assertThat(plain("; format=flowed; delsp=yes", "The light \nhouse gets  \n a lamp.\n"))
        .containsExactly("TITLE Lamp for Skarholm", "BODY The lighthouse gets a lamp.");
  }

  @Test
  void linesThatAreWrappedAreJoined() throws Exception {
    assertThat(
            plain(
                "",
                """
                The old lighthouse on Skarholm will get a new lamp this summer, which the
                island council decided on Wednesday after a debate of more than four hours
                in the school, because the town hall is closed.

                The work will take eleven weeks and cost three million kroner. A ferry will
                bring the timber twice a week.
                """))
        .containsExactly(
            "TITLE Lamp for Skarholm",
            "BODY The old lighthouse on Skarholm will get a new lamp this summer, which the island"
                + " council decided on Wednesday after a debate of more than four hours in the school,"
                + " because the town hall is closed.",
            "BODY The work will take eleven weeks and cost three million kroner. A ferry will bring the"
                + " timber twice a week.");
  }

  @Test
  void linesThatEndEarlyAreParagraphs() throws Exception {
    assertThat(
            plain(
                "",
                """
                Ferry times from Monday, as the harbour office of Norrvik says:
                Norrvik 8.30
                Skarholm 9.10
                The office is open at https://norrvik.example/harbour/office/times/and/more/times/of/all/ferries
                """))
        .containsExactly(
            "TITLE Lamp for Skarholm",
            "BODY Ferry times from Monday, as the harbour office of Norrvik says:",
            "BODY Norrvik 8.30",
            "BODY Skarholm 9.10",
            "BODY The office is open at https://norrvik.example/harbour/office/times/and/more/times/of/all/ferries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; format=flowed"})
  void whatAMailQuotesIsNoneOfItsWords(String format) throws Exception {
    assertThat(
            plain(
                format,
                """
                The ferry runs again.

                > “It never will,” Per Dahl said.
                >
                >> It stops on Monday.

                It does, said Runa Vik.
                --\s
                Ida Bratt
                The Coast Post
                """))
        .containsExactly(
            "TITLE Lamp for Skarholm",
            "BODY The ferry runs again.",
            "BOILERPLATE “It never will,” Per Dahl said.",
            "BOILERPLATE It stops on Monday.",
            "BODY It does, said Runa Vik.",
            "BOILERPLATE Ida Bratt",
            "BOILERPLATE The Coast Post");
  }

  @Test
  void aMailThatIsAllQuotedIsForwarded() throws Exception {
    assertThat(plain("", "> The ferry runs again.\n> It stopped on Monday.\n"))
        .containsExactly(
            "TITLE Lamp for Skarholm", "BODY The ferry runs again.", "BODY It stopped on Monday.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "windows-1252", "iso-8859-1"})
  void thePartsCharsetCountsAndNotThatOfThePage(String charset) throws Exception {
    String page =
        "<meta http-equiv=Content-Type content='text/html; charset=%s'><p>«Café déjà vu», she said.</p>"
            .formatted(charset.equals("utf-8") ? "windows-1252" : "utf-8");

    assertThat(
            paragraphs(
                "Content-Type: text/html; charset=" + charset + "\n\n" + page,
                Charset.forName(charset)))
        .containsExactly("TITLE Lamp for Skarholm", "BODY «Café déjà vu», she said.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "us-ascii", "iso-2022-jp"})
  void textThatIsUtf8IsReadAsSuch(String declared) throws Exception {
    assertThat(
            paragraphs(
                "Content-Type: text/plain; charset=" + declared + "\n\nPhà sông Lạch nghỉ.",
                StandardCharsets.UTF_8))
        .containsExactly("TITLE Lamp for Skarholm", "BODY Phà sông Lạch nghỉ.");
  }

  @Test
  void readsOneAlternativeAndNoAttachment() throws Exception {
    assertThat(
            paragraphs(
                """
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain

                Plain words.
                --a
                Content-Type: text/html

                <p>The ferry runs.</p><blockquote type="cite"><p>It stopped.</p></blockquote>
                --a--
                --m
                Content-Type: text/plain
                Content-Disposition: attachment; filename=a.txt

                Attached words.
                --m
                Content-Type: message/rfc822

                Subject: Another

                Forwarded words.
                --m
                Content-Type: text/plain

                From the list.
                --m--
                """,
                StandardCharsets.UTF_8))
        .containsExactly(
            "TITLE Lamp for Skarholm",
            "BODY The ferry runs.",
            "BOILERPLATE It stopped.",
            "BODY From the list.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?utf-8?Q?Ph=C3=A0_ngh=E1=BB=89?=",
        "=?utf-8?B?UGjDoCBuZ2jhu4k=?=",
        "Phà nghỉ",
        "=?utf-8?Q?Ph=C3=A0?=\n =?utf-8?Q?_ngh=E1=BB=89?="
      })
  void readsSubjectAndSender(String words) throws Exception {
    String mail =
        "From: "
            + words
            + " <a@b.example>\nSubject: "
            + words
            + "\nDate: 14 May 2024 06:00 +0700\n\nTạm dừng.";

    ArticleText article = new MailMessage().read(mail.getBytes(StandardCharsets.UTF_8));

    assertThat(article.title()).isEqualTo("Phà nghỉ");
    assertThat(article.author()).isEqualTo("Phà nghỉ");
    assertThat(article.published()).isEqualTo("2024-05-14T06:00:00+07:00");
  }

  @Test
  void aMailWithoutTextSaysSo() {
    assertThatThrownBy(() -> paragraphs("Content-Type: image/png\n\nx", StandardCharsets.UTF_8))
        .isInstanceOf(SourceException.class)
        .hasMessage("it contains no text, only attachments or pictures");
  }

  private static List<String> plain(String parameters, String text) throws SourceException {
    return paragraphs(
        "Content-Type: text/plain; charset=utf-8" + parameters + "\n\n" + text,
        StandardCharsets.UTF_8);
  }

  private static List<String> paragraphs(String rest, Charset charset) throws SourceException {
    byte[] mail = (HEADER + rest).replace("\n", "\r\n").getBytes(charset);
    return ArticleLines.paragraphs(new MailMessage().read(mail));
  }
}
