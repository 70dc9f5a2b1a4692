package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quotidian.source.ArticleLines.paragraphs;
import static org.quotidian.source.ArticleLines.utf8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlArticleTest {

  private static final Limits LIMITS = new Limits(100_000, 50_000);

  private final Path folder;

  XmlArticleTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @Test
  void readsNitf() throws Exception {
    ArticleText article =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nitf SYSTEM "http://localhost:9/nitf-3-3.dtd">
            <nitf>
              <head><title>slug-dyke</title>
                <docdata><date.issue norm="20190314T091500+0000"/></docdata></head>
              <body>
                <body.head>
                  <hedline><hl1>Sea dyke opens at&nbsp;Thorley</hl1><hl2>Work took nine years</hl2></hedline>
                  <byline>By <person>Ada Brook</person>, City Desk</byline>
                  <dateline><location>THORLEY</location></dateline>
                </body.head>
                <body.content>
                  <p>The dyke is <em>finished</em>.</p>
                  <media media-type="image"><media-reference source="a.jpg">a.jpg</media-reference>
                    <media-caption><p>The dyke at low tide.</p></media-caption></media>
                  <p>“We waited long,” Ada Lund said.</p>
                </body.content>
                <body.end><tagline>Ada Brook is our coast reporter.</tagline></body.end>
              </body>
            </nitf>
            """);

    assertThat(article.title()).isEqualTo("Sea dyke opens at Thorley");
    assertThat(article.author()).isEqualTo("Ada Brook");
    assertThat(article.published()).isEqualTo("2019-03-14T09:15+00:00");
    assertThat(paragraphs(article))
        .containsExactly(
            "TITLE Sea dyke opens at Thorley",
            "BODY Work took nine years",
            "BOILERPLATE By Ada Brook, City Desk",
            "BOILERPLATE THORLEY",
            "BODY The dyke is finished.",
            "CAPTION The dyke at low tide.",
            "BODY “We waited long,” Ada Lund said.",
            "BODY Ada Brook is our coast reporter.");
  }

  @Test
  void readsTheFirstParagraphsOfAnArchiveOnce() throws Exception {
    ArticleText article =
        read(
            """
            <nitf><head><pubdata date.publication="19960105T000000"/></head><body>
            <body.head><hedline><hl1>Rain</hl1></hedline>
            <byline class="print_byline">By ADA BROOK</byline>
            <byline class="normalized_byline">Brook, Ada</byline></body.head>
            <body.content><block class="lead_paragraph"><p>Rain fell.</p></block>
            <block class="full_text"><p>Rain fell.</p><p>It fell all night.</p></block>
            </body.content></body></nitf>
            """);

    assertThat(article.author()).isEqualTo("ADA BROOK");
    assertThat(article.published()).isEqualTo("1996-01-05T00:00");
    assertThat(article.text()).containsOnlyOnce("Rain fell.");
  }

  @Test
  void readsTheItemsOfANewsMlMessage() throws Exception {
    Files.writeString(
        folder.resolve("a.xml"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2020-01-01</sent></header><itemSet>
        <newsItem guid="urn:tin:1" version="1">
          <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2019-03-14T18:00:00+07:00</versionCreated>
            <firstCreated>2019-03-14T16:00:00+07:00</firstCreated></itemMeta>
          <contentMeta><by>Lê Na</by><headline>Đê biển khánh thành</headline></contentMeta>
          <contentSet><inlineXML contenttype="application/xhtml+xml">
            <html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Đê biển khánh thành</h1>
              <p>Đê biển dài <b>chín</b> cây số.</p>
              <figure><img src="a.jpg"/><figcaption>Đê lúc nước ròng.</figcaption></figure>
              <p>“Chúng tôi chờ lâu rồi”, bà Mận nói.</p></body></html></inlineXML></contentSet>
        </newsItem>
        <newsItem guid="urn:tin:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
        <nar:newsItem xmlns:nar="http://iptc.org/std/nar/2006-10-01/" guid="urn:tin:3">
          <nar:contentMeta><nar:headline>Rain</nar:headline><nar:creator><nar:name>Ada Brook</nar:name></nar:creator></nar:contentMeta>
          <nar:contentSet><nar:inlineData contenttype="text/plain">It rained.

        All night.</nar:inlineData></nar:contentSet></nar:newsItem>
        <newsItem guid="urn:tin:4"><contentMeta><headline>Empty</headline></contentMeta></newsItem>
        </itemSet></newsMessage>
        """);

    assertThat(ArticleLines.of(folder, LIMITS))
        .containsExactly(
            "urn:tin:1|Đê biển khánh thành|Lê Na|2019-03-14T16:00:00+07:00|TITLE,BODY,CAPTION,BODY",
            "urn:tin:3|Rain|Ada Brook||TITLE,BODY,BODY",
            "urn:tin:4|! its contentSet contains no text");
  }

  @Test
  void readsTei() throws Exception {
    ArticleText article =
        read(
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
              <titleStmt><title>Bến đò cũ</title><author>Trần Bo</author></titleStmt>
              <publicationStmt><date when="2015">2015</date></publicationStmt>
              <sourceDesc><bibl><date when="1931-05-02">2 mai 1931</date></bibl></sourceDesc>
            </fileDesc></teiHeader>
            <text><body><div><head>Bến đò cũ</head>
              <p>Bến đò<lb/>vắng <hi rend="i">khách</hi>.<note>Sic.</note></p>
              <figure><head>Bến năm 1930.</head><graphic url="a.png"/></figure>
              <p>Người lái đò kể chuyện.</p></div></body></text></TEI>
            """);

    assertThat(article.title()).isEqualTo("Bến đò cũ");
    assertThat(article.author()).isEqualTo("Trần Bo");
    assertThat(article.published()).isEqualTo("1931-05-02");
    assertThat(paragraphs(article))
        .containsExactly(
            "TITLE Bến đò cũ",
            "BODY Bến đò vắng khách.",
            "CAPTION Bến năm 1930.",
            "BODY Người lái đò kể chuyện.");
  }

  @Test
  void readsXmlWithTheNamesThatOthersUse() throws Exception {
    ArticleText article =
        read(
            """
            <bai-bao id="9"><meta><tieu_de>Giá lúa tăng</tieu_de><tac-gia>Lê Na</tac-gia>
            <ngay-dang when="2019-03-14"/></meta>
            <noi-dung><p>Giá lúa &lt;tăng&gt; mạnh.</p><caption>Ruộng lúa.</caption><p>Nông dân vui.</p></noi-dung>
            </bai-bao>
            """);

    assertThat(article.title()).isEqualTo("Giá lúa tăng");
    assertThat(article.author()).isEqualTo("Lê Na");
    assertThat(article.published()).isEqualTo("2019-03-14");
    assertThat(paragraphs(article))
        .containsExactly(
            "TITLE Giá lúa tăng",
            "BODY Giá lúa <tăng> mạnh.",
            "CAPTION Ruộng lúa.",
            "BODY Nông dân vui.");
  }

  @Test
  void readsListsOfArticlesInXml() throws Exception {
    Files.writeString(
        folder.resolve("a.xml"),
        """
        <corpus><about>x</about>
        <article id="a1"><headline>Rain</headline><byline>Ada Brook</byline><body>It rained.</body></article>
        <article id="a2"><headline>Sun</headline></article>
        <article><headline>Wind</headline><text><![CDATA[<p>It blew.</p><p>All day.</p>]]></text></article>
        </corpus>
        """);
    Files.writeString(
        folder.resolve("b.xml"),
        """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tin</title>
        <item><title>Mưa</title><guid>g1</guid><dc:creator>Lê Na</dc:creator><pubDate>Thu, 14 Mar 2019 10:00:00 +0700</pubDate>
          <description>Mưa lớn.</description><content:encoded><![CDATA[<p>Mưa lớn cả đêm.</p><p>Đường ngập.</p>]]></content:encoded></item>
        <item><title>Nắng</title><link>https://example.org/2</link><description>Trời nắng cả ngày.</description></item>
        </channel></rss>
        """);

    assertThat(ArticleLines.of(folder, LIMITS))
        .satisfiesExactly(
            s -> assertThat(s).isEqualTo("a1|Rain|Ada Brook||TITLE,BODY"),
            s -> assertThat(s).startsWith("a2|! no field is known to contain the text"),
            s -> assertThat(s).isEqualTo("#3|Wind|||TITLE,BODY,BODY"),
            s -> assertThat(s).startsWith("g1|Mưa|Lê Na|2019-03-14").endsWith("TITLE,BODY,BODY"),
            s -> assertThat(s).isEqualTo("https://example.org/2|Nắng|||TITLE,BODY"));
  }

  @Test
  void keepsTheArticlesBeforeXmlBreaks() throws Exception {
    Files.writeString(
        folder.resolve("a.xml"),
        "<articles><article><text>One.</text></article><article><text>Two.</article>");

    assertThat(ArticleLines.of(folder, LIMITS))
        .satisfiesExactly(
            s -> assertThat(s).isEqualTo("#1||||BODY"),
            s ->
                assertThat(s)
                    .startsWith("#2|! from here on it cannot be read as XML: line 1, column"));
  }

  @Test
  void readsTheDeclaredEncoding() throws Exception {
    byte[] xml =
        "<?xml version='1.0' encoding='ISO-8859-1'?><article><title>Café</title><text>Crème brûlée.</text></article>"
            .getBytes(Charset.forName("ISO-8859-1"));

    assertThat(new XmlArticle(ReadingSettings.of(new Limits(50L << 20, 200_000))).read(xml).text())
        .isEqualTo("Café\n\nCrème brûlée.");
  }

  /** Expanding entities, external files and addresses: nothing is expanded or fetched. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY l 'ha'><!ENTITY m '&l;&l;&l;&l;'><!ENTITY n '&m;&m;&m;&m;'>]><article><text>&n;</text></article>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><article><text>&x;</text></article>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://localhost:9/'>]><articles><article><text>&x;</text></article></articles>"
      })
  void saysThatEntitiesAreNotExpanded(String xml) throws Exception {
    Files.writeString(folder.resolve("a.xml"), xml);

    assertThat(ArticleLines.of(folder, LIMITS))
        .singleElement()
        .asString()
        .contains("entity")
        .doesNotContain("root:", "haha");
  }

  @Test
  void elementsTooDeepAreAProblem() {
    String xml = "<a>".repeat(100_000) + "</a>".repeat(100_000);

    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("nested elements");
  }

  private static ArticleText read(String xml) throws SourceException {
    return new XmlArticle(ReadingSettings.of(new Limits(50L << 20, 200_000))).read(utf8(xml));
  }
}
