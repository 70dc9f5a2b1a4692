package org.quotidian.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.quotidian.language.WordList;

/**
 * The metadata of a page's article, from JSON-LD, OpenGraph and other {@code <meta>}, or else from
 * what the page shows near its headline.
 *
 * @param title empty when the page does not give it, like the others
 * @param published ISO 8601
 */
record HtmlMetadata(String title, String author, String published) {

  static HtmlMetadata of(Document page, LinkedData data) {
    MetaTags meta = MetaTags.of(page);
    String address = address(page, meta);
    Set<String> sites = sites(meta, data, address);
    String title = PageTitle.of(page, meta, data, sites);
    PageElements elements = PageElements.of(page, title);
    String language = language(page, meta);
    String code = language.split("[-_]", 2)[0];
    boolean dayFirst =
        !code.isEmpty() && (!code.equals("en") || language.matches("en[-_](gb|au|nz|ie|in|za).*"));
    return new HtmlMetadata(
        title,
        new PageAuthor(sites).of(meta, data, elements),
        new PageDate(elements, dayFirst)
            .of(
                meta,
                data,
                page.select("script:not([src])").stream().map(Element::data).toList(),
                address,
                code));
  }

  private static String address(Document page, MetaTags meta) {
    Element canonical = page.selectFirst("link[rel=canonical][href]");
    return canonical == null ? meta.first("og:url") : canonical.attr("href");
  }

  private static String language(Document page, MetaTags meta) {
    Element html = page.selectFirst("html[lang]");
    String language = html == null ? meta.first("og:locale") : html.attr("lang");
    return language.strip().toLowerCase(Locale.ROOT);
  }

  /** The names of the site, which are neither a title nor an author, in plain letters. */
  private static Set<String> sites(MetaTags meta, LinkedData data, String address) {
    Set<String> sites = new LinkedHashSet<>();
    Stream.concat(meta.all(PageWords.under("meta site")), data.sites())
        .map(PageWords::plain)
        .forEach(sites::add);
    String host =
        host(address)
            .replaceFirst("^" + WordList.anyOf(PageWords.under("before domain")) + "\\.", "");
    sites.add(PageWords.plain(host));
    sites.add(
        PageWords.plain(host.replaceFirst("(?:\\.(?:co|com|org|net|gov))?\\.\\p{Alpha}+$", "")));
    sites.remove("");
    return sites;
  }

  private static String host(String address) {
    try {
      String host = new URI(address.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
