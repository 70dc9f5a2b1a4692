package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlPageTest {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="vi"><head><meta charset="utf-8">
      <title>Phà sông Lạch nghỉ ba tuần | Báo Bến Sông</title>
      <meta property="og:title" content="Phà sông Lạch nghỉ ba tuần - Báo Bến Sông">
      <script type="application/ld+json">
      {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Báo Bến Sông"},
       {"@type": ["NewsArticle"], "headline": "Phà sông Lạch nghỉ ba tuần",
        "datePublished": "2019-03-14T10:35:00+0700", "author": [{"@type": "Person", "name": "Lê Na"}]}]}
      </script></head>
      <body>
      <nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/xh">Xã hội</a></li></ul></nav>
      <div class="article-detail has-comments">
        <h1>Phà sông Lạch nghỉ ba tuần</h1>
        <p class="sapo"><b>(BBS)-</b> Phà qua sông Lạch tạm dừng ba tuần kể từ thứ Hai,&nbsp;ban quản lý bến
           cho biết.</p>
        <figure><img src="a.jpg"><figcaption>Hành khách chờ ở bến sáng nay</figcaption></figure>
        <p>“Chúng tôi chờ nước rút”, ông <a href="/ben">Tô Văn Bền</a> nói.<br>Ông không cho biết ngày cụ thể.</p>
        <div>Bà Tô Thị Mận nói bà sẽ đi xe buýt.<br><br>Xe buýt chạy nửa giờ một chuyến.</div>
        <p><a href="/cho-noi">Chợ nổi mở lại sau hai tháng vắng khách</a></p>
        <div class="related-news"><h3>Tin liên quan</h3><ul><li><a href="/1">Hai xe buýt điện mới</a></li></ul></div>
      </div>
      <div id="comments"><p>Hay quá!</p></div>
      <footer>© Báo Bến Sông</footer>
      <script>document.write("<p>không phải bài</p>")</script>
      </body></html>
      """;

  private final HtmlPage html = new HtmlPage(new TextDecoder());

  @Test
  void findsArticleCaptionsAndTeasers() throws Exception {
    assertThat(sections(html.read(PAGE)))
        .containsExactly(
            "TITLE Phà sông Lạch nghỉ ba tuần",
            "BODY (BBS)- Phà qua sông Lạch tạm dừng ba tuần kể từ thứ Hai, ban quản lý bến cho biết.",
            "CAPTION Hành khách chờ ở bến sáng nay",
            "BODY “Chúng tôi chờ nước rút”, ông Tô Văn Bền nói. Ông không cho biết ngày cụ thể.",
            "BODY Bà Tô Thị Mận nói bà sẽ đi xe buýt.",
            "BODY Xe buýt chạy nửa giờ một chuyến.",
            "BOILERPLATE Chợ nổi mở lại sau hai tháng vắng khách");
  }

  /** The text must not depend on when garbage is collected. */
  @Test
  @Tag("slow")
  void readsThePageAlikeWheneverGarbageIsCollected() throws Exception {
    StringBuilder page = new StringBuilder("<body><div class=top><a href=/>Home</a></div><div>");
    for (int i = 0; i < 60; i++) {
      page.append("<div><p>Boat ")
          .append(i)
          .append(" left the pier, and ten people waited on.</p>");
      page.append(
          "<div class=sidebar><p>Read on: the harbour, the pier, and more.</p></div></div>");
    }
    String html = page.append("</div></body>").toString();
    List<String> quiet = sections(this.html.read(html));
    AtomicBoolean done = new AtomicBoolean();
    Thread collector =
        new Thread(
            () -> {
              while (!done.get()) {
                System.gc();
              }
            });
    collector.start();
    try {
      for (int i = 0; i < 2; i++) {
        assertThat(sections(this.html.read(html))).isEqualTo(quiet);
      }
    } finally {
      done.set(true);
      collector.join();
    }
  }

  @Test
  void readsWhatThePageSaysAboutItself() throws Exception {
    ArticleText article = html.read(PAGE);

    assertThat(article.title()).isEqualTo("Phà sông Lạch nghỉ ba tuần");
    assertThat(article.author()).isEqualTo("Lê Na");
    assertThat(article.published()).isEqualTo("2019-03-14T10:35:00+07:00");
  }

  @Test
  void readsOpenGraphMetaAndTime() throws Exception {
    ArticleText meta =
        html.read(
            "<head><meta property='og:title' content='Ferry stops'><meta name=author content='Ann Lund'>"
                + "<meta property='article:published_time' content='2019-03-14 10:35:00'></head><p>It stops today.");
    ArticleText time =
        html.read(
            "<h1>Ferry stops</h1><time datetime='2019-03-14'>Thursday</time><p>It stops today.");

    assertThat(meta.title()).isEqualTo("Ferry stops");
    assertThat(meta.author()).isEqualTo("Ann Lund");
    assertThat(meta.published()).isEqualTo("2019-03-14T10:35:00");
    assertThat(time.title()).isEqualTo("Ferry stops");
    assertThat(time.published()).isEqualTo("2019-03-14");
  }

  @Test
  void prefersWhatIsMarkedAsTheArticle() throws Exception {
    String page =
        "<h1>Ferry stops</h1><div><p>Menu of the day, soup and bread, for everyone who likes it.</p></div>"
            + "<article><p>The ferry stops on Monday for three weeks, the harbour office said.</p>"
            + "<p>Buses go over the causeway instead, every half hour until ten.</p></article>";

    assertThat(html.read(page).text()).doesNotContain("Menu").contains("causeway");
  }

  @Test
  void doesNotTakeACardForTheArticle() throws Exception {
    String card = "<article><h3>County buys buses</h3><p>Two of them.</p></article>";
    String page =
        "<div class=text>"
            + "<p>The ferry stops on Monday for three weeks, the harbour office said.</p>".repeat(5)
            + "</div>"
            + card.repeat(3);

    assertThat(html.read(page).text()).contains("The ferry stops on Monday");
  }

  @ParameterizedTest
  @CsvSource({"windows-1258", "UTF-8", "UTF-16"})
  void readsDeclaredEncodings(String charset) throws Exception {
    byte[] bytes =
        "<meta charset='windows-1258'><title>Chợ</title><p>Chơ Đông ơ bến sông mở cưa lúc bốn giơ."
            .replace('ợ', 'ơ')
            .replace('ở', 'ơ')
            .replace('ử', 'ư')
            .replace("ế", "ê")
            .replace("ố", "ô")
            .getBytes(Charset.forName(charset));

    assertThat(html.read(bytes).text()).contains("Chơ Đông");
  }

  @Test
  void aWrongByteCostsOneCharacter() throws Exception {
    byte[] bytes =
        "<meta charset=utf-8><p>Cầu Bến Lội? thông xe sáng nay.".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - "? thông xe sáng nay.".getBytes(StandardCharsets.UTF_8).length] =
        (byte) 0xFF;

    assertThat(html.read(bytes).text()).isEqualTo("Cầu Bến Lội\uFFFD thông xe sáng nay.");
  }

  @Test
  void anotherEncodingThanTheDeclaredOneIsNoDamage() throws Exception {
    byte[] bytes =
        "<meta charset=utf-8><p>Le maire a été élu à Nîmes après un débat très animé, où chacun a parlé."
            .getBytes(Charset.forName("windows-1252"));

    assertThat(html.read(bytes).text()).contains("été élu à Nîmes");
  }

  @Test
  void noiseAboveAFifthOfTheTextIsKept() throws Exception {
    String page =
        "<div class=modal><h1>Ferry stops</h1>"
            + "<p>The ferry stops on Monday for three weeks, the harbour office said.</p>".repeat(4)
            + "<div class=share><p>Tell your friends about it, they will thank you.</p></div></div>";

    assertThat(html.read(page).text()).contains("The ferry stops").doesNotContain("friends");
  }

  @Test
  void refusesAPageWithoutAnArticle() {
    assertThatThrownBy(() -> html.read("<html><body><nav><a href=/>Home</a></nav></body></html>"))
        .isInstanceOf(SourceException.class)
        .hasMessage("no article text was found on the page");
  }

  @Test
  void survivesBrokenMetadata() throws Exception {
    String page =
        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": </script>"
            + "<script type='application/ld+json'>"
            + "[".repeat(10_000)
            + "</script><h1>Ferry stops</h1><p>Today.";

    assertThat(html.read(page).title()).isEqualTo("Ferry stops");
  }

  @Test
  @Tag("slow")
  void hostilePagesAreFast() {
    List<String> pages =
        List.of(
            "<div>".repeat(20_000) + "x",
            "<article>".repeat(4_000) + "<p>x",
            "<article><p>x</article>".repeat(4_000),
            "<a>".repeat(10_000) + "x",
            "<p>a,b,c".repeat(20_000),
            "<div class=related>".repeat(10_000) + "<p>x",
            "<meta name=date content=x>".repeat(6_000) + "<p>x",
            "&#".repeat(20_000),
            "<!--".repeat(20_000) + "x",
            "<table><tr><td>".repeat(5_000) + "x");
    for (String page : pages) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            try {
              html.read(page.getBytes(StandardCharsets.UTF_8));
            } catch (SourceException e) {
              assertThat(e).hasMessageContaining("no article");
            }
          },
          () -> page.substring(0, 20));
    }
  }

  private static List<String> sections(ArticleText article) {
    return article.paragraphs().stream()
        .map(p -> p.section() + " " + article.text().substring(p.start(), p.end()))
        .toList();
  }
}
