package org.quotidian.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.StoredArticle;

/**
 * Fills the templates ({@code *.mustache}). Every value is escaped unless the template says {@code
 * {{{…}}}}, which it does only for our own scripts, style and JSON.
 */
final class Templates {

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .emptyStringIsFalse(true)
          .zeroIsFalse(true)
          .withLoader(name -> new StringReader(template(name)));

  private static final String CSS = Script.inline(Resources.text("report.css"));
  private static final String PAGE_SCRIPT = Script.inline(Resources.text("page.js"));

  private static final List<String> PAGE_SCRIPTS = List.of(PAGE_SCRIPT);
  private static final List<String> REPORT_SCRIPTS =
      Stream.of(
              Resources.library("jquery", "dist/jquery.slim.min.js"),
              Resources.library("datatables.net", "js/dataTables.min.js"),
              Resources.library("chart.js", "dist/chart.umd.min.js"),
              PAGE_SCRIPT,
              Resources.text("charts.js"),
              Resources.text("quotes.js"),
              Resources.text("articles.js"))
          .map(Script::inline)
          .toList();

  private static final String TEXTS_JSON = json(key -> true);
  private static final String PAGE_TEXTS_JSON = json(articleKeys()::contains);

  private final Overview overview;
  private final HtmlReport.Settings settings;
  private final Texts texts;
  private final Template report = COMPILER.compile(template("report"));
  private final Template page = COMPILER.compile(template("article-page"));
  private final Template article = COMPILER.compile(template("article"));

  Templates(Overview overview, HtmlReport.Settings settings) {
    this.overview = overview;
    this.settings = settings;
    ReportLanguage chosen = settings.language();
    this.texts = new Texts(chosen == null ? languageOf(overview) : chosen);
  }

  private static ReportLanguage languageOf(Overview overview) {
    return overview.languages().keySet().stream().findFirst().filter("vi"::equals).isPresent()
        ? ReportLanguage.VI
        : ReportLanguage.EN;
  }

  /** The page of an article, in a file of its own. */
  String page(StoredArticle stored) {
    Map<String, Object> context = common(PAGE_SCRIPTS);
    context.put("texts", PAGE_TEXTS_JSON);
    StringWriter out = new StringWriter();
    page.execute(ArticleView.of(stored, false), context, out);
    return out.toString();
  }

  /**
   * Writes the report.
   *
   * @param inside whether article pages are inside the report
   * @param pages ids of the articles that have a page of their own beside the report
   * @param quotes passes on the quotes of the table, by article
   * @param articles passes on the articles inside the report
   */
  void report(
      Writer out,
      boolean inside,
      Set<String> pages,
      Consumer<Consumer<QuoteRow>> quotes,
      Consumer<Consumer<StoredArticle>> articles) {
    Map<String, Object> context = common(REPORT_SCRIPTS);
    context.put("texts", TEXTS_JSON);
    context.putAll(new OverviewContext(overview, settings).values());
    context.put("hasList", inside || !pages.isEmpty());
    context.put("insideArticles", inside);
    context.put("pages", inside ? overview.count("articles") : pages.size());
    context.put(
        "quoteData",
        (Mustache.Lambda)
            (fragment, to) ->
                new QuoteData(to, inside ? id -> true : pages::contains).write(quotes));
    context.put(
        "articles",
        (Mustache.Lambda)
            (fragment, to) ->
                articles.accept(
                    stored -> article.execute(ArticleView.of(stored, true), context, to)));
    report.execute(context, out);
  }

  private Map<String, Object> common(List<String> scripts) {
    Map<String, Object> context = new HashMap<>();
    context.put("version", overview.version());
    context.put("language", texts.language().code());
    context.put("automatic", settings.language() == null);
    context.put("css", CSS);
    context.put("scripts", scripts);
    context.put("policy", Script.policy(scripts, CSS));
    context.put("t", (Mustache.Lambda) this::translate);
    context.put("l", (Mustache.Lambda) this::label);
    context.put("n", (Mustache.Lambda) this::number);
    return context;
  }

  /** {@code {{#t}}key|argument{{/t}}}: an element whose text changes with the language. */
  private void translate(Template.Fragment fragment, Writer out) throws IOException {
    String call = fragment.execute();
    out.write("<span data-t=\"" + call + "\">" + text(call) + "</span>");
  }

  /** {@code {{#l}}key|argument{{/l}}}: only the text, for attributes and options. */
  private void label(Template.Fragment fragment, Writer out) throws IOException {
    out.write(text(fragment.execute()));
  }

  /** {@code {{#n}}1234{{/n}}}: a number with the digit grouping of the language. */
  private void number(Template.Fragment fragment, Writer out) throws IOException {
    String number = fragment.execute();
    out.write("<span data-n=\"" + number + "\">" + texts.number(number) + "</span>");
  }

  /** Looks up a text. The call has been escaped already, and our own texts need no escaping. */
  private String text(String call) {
    String[] parts = call.split("\\|");
    return texts.text(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
  }

  private static String template(String name) {
    return Resources.text(name + ".mustache");
  }

  /** The texts used on article pages. The others are used only in the report. */
  private static Set<String> articleKeys() {
    return Set.of(
        "back",
        "confidence",
        "cue",
        "dark",
        "language",
        "light",
        "no-quotes",
        "quote",
        "speaker",
        "type-direct",
        "type-indirect",
        "type-mixed",
        "unknown",
        "via",
        "who-said-what",
        "kind-PERSON",
        "kind-LOCATION",
        "kind-ORGANIZATION",
        "kind-UNNAMED",
        "kind-MISC",
        "kind-other");
  }

  private static String json(Predicate<String> keys) {
    Map<String, Map<String, String>> chosen = new TreeMap<>();
    Texts.all()
        .forEach(
            (language, texts) -> {
              Map<String, String> some = new TreeMap<>(texts);
              some.keySet().removeIf(keys.negate());
              chosen.put(language, some);
            });
    return Script.JSON.writeValueAsString(chosen);
  }
}
