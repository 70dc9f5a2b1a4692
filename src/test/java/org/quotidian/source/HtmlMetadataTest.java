package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(HtmlMetadata.of(Jsoup.parse(head)))
        .isEqualTo(new HtmlMetadata(title, author, published));
  }
}
