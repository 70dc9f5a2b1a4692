package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlMetadataTest {

  /** The head of a page; the resulting title, author and date. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      textBlock =
          """
          <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry stops","author":{"name":"Ann Lund"},"datePublished":"2019-03-14T10:35:00Z"}</script> | Ferry stops | Ann Lund | 2019-03-14T10:35:00Z
          <script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"ReportageNewsArticle","headline":"Phà nghỉ","author":["Lê Na","Đỗ Bền"],"datePublished":"2019-03-14"}]</script> | Phà nghỉ | Lê Na, Đỗ Bền | 2019-03-14
          <script type="application/ld+json">{"@graph":[{"@type":"Person","name":"X"},{"@type":"BlogPosting","headline":"Ferry stops"}]}</script> | Ferry stops | `` | ``
          <script type="application/ld+json">{"@type":"WebSite","headline":"The Harbour News"}</script><title>Ferry stops</title> | Ferry stops | `` | ``
          <script type="application/ld+json">{broken</script><meta property="og:title" content="Ferry stops"> | Ferry stops | `` | ``
          <meta property="og:title" content="Ferry stops"><meta property="article:published_time" content="2019-03-14T10:35:00+0700"> | Ferry stops | `` | 2019-03-14T10:35:00+07:00
          <meta name="twitter:title" content="Ferry stops"><meta name="dc.creator" content="Ann Lund"><meta name="dc.date" content="14.03.2019"> | Ferry stops | Ann Lund | 2019-03-14
          <meta property="article:author" content="https://example.org/ann"><meta name="author" content="Ann Lund"> | `` | Ann Lund | ``
          <meta itemprop="datePublished" content="2019/03/14 10:35"><title>Ferry stops</title> | Ferry stops | `` | 2019-03-14T10:35
          <meta name="pubdate" content="Thursday, 14 March 2019 10:35 GMT+7"> | `` | `` | 2019-03-14T10:35+07:00
          <meta name="date" content="03/04/2019"> | `` | `` | ``
          <title>Ferry stops - The Harbour News</title></head><h1>Ferry stops</h1><time datetime="2019-03-14">Thursday</time> | Ferry stops | `` | 2019-03-14
          <meta property="og:title" content="Ferry stops - The Harbour News"></head><h1>Ferry stops</h1><a rel="author" href="/ann">Ann Lund</a> | Ferry stops | Ann Lund | ``
          """)
  void readsWhatAPageSaysOfItsArticle(String head, String title, String author, String published) {
    assertThat(metadata(head)).isEqualTo(new HtmlMetadata(title, author, published));
  }

  /** JSON-LD as sites write it, though it is no strict JSON. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--\n"
            + "{'@type': 'NewsArticle', 'headline': 'Ferry stops', 'author': 'Ann Lund',"
            + " 'datePublished': '2019-03-14'}\n"
            + "-->",
        "//<![CDATA[\n"
            + "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry stops\",\"author\":\"Ann"
            + " Lund\",\"datePublished\":\"2019-03-14\"}\n"
            + "//]]>",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry stops\", /* ours */"
            + " \"author\":{\"name\":\"Ann Lund\",},\"datePublished\":\"2019-03-14\",};",
        "{\"@type\":\"NewsArticle\",\"description\":\"two\n"
            + "lines\tand a tab\",\"headline\":\"Ferry stops\",\"author\":[\"Ann"
            + " Lund\"],\"datePublished\":\"2019-03-14\"}",
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Ferry"
            + " stops&quot;,&quot;author&quot;:&quot;Ann"
            + " Lund&quot;,&quot;datePublished&quot;:&quot;2019-03-14&quot;}",
        "{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"headline\":\"Ferry"
            + " stops\",\"author\":{\"@id\":\"#a\"},\"datePublished\":\"2019-03-14\"},{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann"
            + " Lund\"}]}",
        "{\"@graph\":[{\"@type\":\"Organization\",\"name\":\"Harbour"
            + " News\"},{\"@type\":\"WebPage\",\"headline\":\"no"
            + " article\",\"author\":{\"@type\":\"Person\",\"name\":\"Ann"
            + " Lund\"},\"datePublished\":\"2019-03-14\"},{\"@type\":\"Article\",\"headline\":\"Ferry"
            + " stops\"}]}"
      })
  void readsLooseLinkedData(String json) {
    String page = "<script type='application/ld+json'>" + json + "</script>";
    assertThat(metadata(page)).isEqualTo(new HtmlMetadata("Ferry stops", "Ann Lund", "2019-03-14"));
  }

  /** What is asked of a page; the page; the answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      textBlock =
          """
          title  | <script type="application/ld+json">{"@type":"Article","headline":"the boats of the bay"}</script><title>Ferry stops at last - Bay Post</title><h1>Ferry stops at last</h1> | Ferry stops at last
          title  | <meta property="og:site_name" content="Bay Post"><meta property="og:title" content="Ferry stops - BAY POST"> | Ferry stops
          title  | <link rel="canonical" href="https://www.baypost.example/x"><meta property="og:title" content="Ferry stops at the pier – Bay Post"> | Ferry stops at the pier
          title  | `<title>Ferry stops at the old pier | The Bay Courier</title>` | Ferry stops at the old pier
          title  | <title>Ferry stops at the old pier - Part 2</title> | Ferry stops at the old pier - Part 2
          title  | <title>Ferry stops - The Bay</title><h1 class="logo"><a href="/">The Bay</a></h1><h2>Ferry stops</h2> | Ferry stops
          title  | <title>The Bay » Archive » Ferry stops</title><h1><a href="http://bay.example">The Bay</a></h1><h2>Ferry stops</h2> | Ferry stops
          title  | <meta property="og:title" content="Ferry stops at noon"><h1>FERRY STOPS AT NOON</h1> | Ferry stops at noon
          title  | <meta property="og:title" content="Traffic: Ferry stops"><h1><span class="kicker">Traffic</span> Ferry stops</h1> | Ferry stops
          title  | <meta property="og:title" content="Ferry stops"><h1><span>Traffic</span> Ferry stops</h1> | Ferry stops
          title  | <meta property="og:title" content="Ferry stops for a month"><nav><h1>Menu and service</h1></nav><h1>Ferry stops for a whole month</h1> | Ferry stops for a whole month
          title  | <meta property="og:title" content="Phà nghỉ chạy"><meta property="og:site_name" content="Báo Biển"><h1>Báo Biển</h1> | Phà nghỉ chạy
          title  | <meta property="og:title" content="Ferry &amp;amp; pier"> | Ferry & pier
          title  | <title>Ferry stops</title><h1>Fer&shy;ry stops</h1> | Ferry stops
          author | <meta name="author" content="Northern Broadcasting Corporation"><h1>Ferry stops</h1><p>By <a rel="author" href="/ann">Ann Lund</a></p> | Ann Lund
          author | <meta name="author" content="Harbour News Agency"><h1>Ferry stops</h1> | Harbour News Agency
          author | <meta property="og:site_name" content="Harbour News"><meta name="author" content="Harbour News"> | ``
          author | <meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lund"> | Ann Lund
          author | <meta name="twitter:label1" content="Price"><meta name="twitter:data1" content="Ten crowns"> | ``
          author | <meta name="author" content="By Ann Lund, Harbour News Correspondent"> | Ann Lund
          author | <meta name="author" content="Ann Lund and Olaf Brandt"> | Ann Lund, Olaf Brandt
          author | <meta name="author" content="Ren&amp;eacute; Lund"> | René Lund
          author | <h1>Ferry stops</h1><div class="byline">By <b>Ann Lund</b> March 25, 2019</div> | Ann Lund
          author | <h1>Ferry stops</h1><span class="post-author">Von Ann Lund · 14. März 2019, 10:35 Uhr</span> | Ann Lund
          author | <h1>Ferry stops</h1><div class="author"><a href="/author/7">Ann Lund</a><a href="/author/8">Olaf Brandt</a></div> | Ann Lund, Olaf Brandt
          author | <h1>Ferry stops</h1><div>Posted by Ann Lund on 14 March 2019</div> | Ann Lund
          author | <h1>Phà nghỉ</h1><div class="tac-gia">Tác giả: Lê Na</div> | Lê Na
          author | <h1>Ferry stops</h1><div class="author">14 March 2019</div> | ``
          author | <h1>Ferry stops</h1><div class="author">View profile</div> | ``
          author | <h1>Ferry stops</h1><p>Text.</p><div class="comments"><span class="author">Bob Reader</span></div> | ``
          author | <aside class="related"><span class="author">Bob Reader</span></aside><h1>Ferry stops</h1><span class="author">Ann Lund</span> | Ann Lund
          author | <h1>Ferry stops</h1><div class="page has-comments"><span class="author">Ann Lund</span></div> | Ann Lund
          author | <h1>Ferry stops</h1><div class="sidebar1"><span class="author">Bob Reader</span></div> | ``
          date   | <meta itemprop="datePublished" content="1988"><meta name="dc.date" content="2019-03-14"> | 2019-03-14
          date   | <meta name="date" content="2999-01-01"><meta name="dc.date" content="1970-01-01"> | ``
          date   | <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"20190314T080000Z"}</script> | 2019-03-14T08:00:00Z
          date   | <script type="application/ld+json">[{"@type":"Book","datePublished":"2001-01-01"},{"@type":"WebPage","datePublished":"2019-03-14"}]</script> | 2019-03-14
          date   | <meta property="article:modified_time" content="2019-03-14"> | ``
          date   | <h1>Ferry stops</h1><p>Last updated: 14 March 2019</p> | ``
          date   | <h1>Ferry stops</h1><p>Updated 15 March 2019. Published 14 March 2019</p> | 2019-03-14
          date   | <h1>Phà nghỉ</h1><p>Cập nhật: 15/03/2019 08:00</p><p>Đăng lúc: 14/03/2019 06:00</p> | 2019-03-14T06:00
          date   | <span class="date">Thứ năm, 14/3/2019, 06:00 (GMT+7)</span><h1>Phà nghỉ</h1> | 2019-03-14T06:00+07:00
          date   | <html lang="vi"><span class="date">Thứ tư, 3/4/2019, 06:00 (GMT+7)</span><h1>Phà nghỉ</h1> | 2019-04-03T06:00+07:00
          date   | <h1>Ferry stops</h1><p>3/4/2019</p> | ``
          date   | <h1>Fähre hält</h1><p>14. März 2019</p> | 2019-03-14
          date   | <h1>Le bac</h1><p>Publié le 1er août 2019 à 10:35</p> | 2019-08-01T10:35
          date   | <h1>El barco</h1><p>14 de marzo de 2019</p> | 2019-03-14
          date   | <h1>Phà nghỉ</h1><p>14 Tháng Ba, 2019</p> | 2019-03-14
          date   | <h1>Komp</h1><p>2019. 03. 14. 10:35</p> | 2019-03-14T10:35
          date   | <h1>Ferry stops</h1><p>Oslo (14.03.2019). The ferry that has crossed the bay for as long as anybody can remember stops on Monday.</p> | 2019-03-14
          date   | <h1>Ferry stops</h1><p>The ferry that has crossed the bay since 14 March 2019, when the bridge fell into the water, stops on Monday, and nobody knows why.</p> | ``
          date   | <h1>Ferry stops</h1><abbr class="published" title="2019-03-14T10:35:00+0700">Thursday</abbr> | 2019-03-14T10:35:00+07:00
          date   | <aside><time datetime="2018-01-01">1 Jan</time></aside><article><h1>Ferry stops</h1><time datetime="2019-03-14">14 March</time></article> | 2019-03-14
          date   | <header><time datetime="2020-01-01">Today</time></header><h1>Ferry stops</h1>Updated <time datetime="2019-05-05">5 May</time> <time datetime="2019-03-14">14 March</time> | 2019-03-14
          date   | <link rel="canonical" href="https://bay.example/2019/03/14/ferry"><h1>Ferry stops</h1> | 2019-03-14
          date   | <link rel="canonical" href="https://bay.example/ferry-20190314063012345.htm"><h1>Ferry stops</h1> | 2019-03-14
          date   | <link rel="canonical" href="https://web.archive.org/web/20220101000000/http://bay.example/2019/03/14/ferry"> | 2019-03-14
          date   | <script>page = {"publishedAt":"2019-03-14T10:35:00+07:00","modifiedAt":"2019-03-15"}</script> | 2019-03-14
          date   | <script>a = {"publishedAt":"2019-03-14"}; b = {"publishedAt":"2019-03-15"}</script> | ``
          date   | <meta property="article:published_time" content="2019-03-14T23:30:00Z"><h1>Ferry stops</h1><p>Published 15 March 2019, 00:30</p> | 2019-03-15T00:30+01:00
          date   | <meta property="article:published_time" content="2019-03-14T23:30:00Z"><h1>Ferry stops</h1><p>15 March 2019</p> | 2019-03-15
          date   | <meta property="article:published_time" content="2019-03-14T23:30:00Z"><time datetime="2019-03-15T06:30:00+07:00">today</time> | 2019-03-15T06:30:00+07:00
          date   | <meta property="article:published_time" content="2019-03-14T12:00:00Z"><h1>Ferry stops</h1><p>28 March 2019</p> | 2019-03-14T12:00:00Z
          date   | <html lang="vi"><meta property="article:published_time" content="2019-03-14T23:30:00Z"><h1>Phà nghỉ</h1> | 2019-03-15T06:30+07:00
          """)
  void findsTitleAuthorAndDateAndNotThoseOfOthers(String field, String page, String value) {
    HtmlMetadata metadata = metadata(page);
    String found =
        switch (field) {
          case "title" -> metadata.title();
          case "author" -> metadata.author();
          case "date" -> metadata.published();
          default -> throw new IllegalArgumentException(field);
        };
    assertThat(found).isEqualTo(value);
  }

  private static HtmlMetadata metadata(String html) {
    Document page = Jsoup.parse(html);
    return HtmlMetadata.of(page, LinkedData.of(page));
  }
}
