package org.quotidian.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.StoredArticle;

/** Invented rows for reports. */
final class ReportExamples {

  static final Instant STARTED = Instant.parse("2026-03-01T04:00:00Z");

  private ReportExamples() {}

  /**
   * An article of one sentence with one quote, with the speaker before it.
   *
   * @param number from 0; determines the identity and the date
   */
  static StoredArticle article(int number, String title, String speaker, String words) {
    String id = String.format(Locale.ROOT, "%016x", number);
    String source = "folder/" + number + ".txt";
    String published = String.format(Locale.ROOT, "2026-02-%02d", 1 + number % 28);
    String text = speaker + " said: " + words;
    int speakerEnd = speaker.codePointCount(0, speaker.length());
    int start = speakerEnd + " said: ".length();
    int end = text.codePointCount(0, text.length());
    return new StoredArticle(
        new ArticleRow(
            id,
            source,
            "",
            title,
            "",
            published,
            "en",
            end,
            1,
            1,
            1,
            "0".repeat(64),
            "",
            1,
            STARTED,
            ""),
        text,
        List.of(new SentenceRow(id, source, 0, 0, "body", 0, end, text)),
        List.of(new EntityRow(id, source, 0, 0, "PERSON", 0, speakerEnd, speaker, speaker, "")),
        List.of(
            new QuoteRow(
                id,
                source,
                title,
                published,
                0,
                "direct",
                0,
                start,
                end,
                words,
                words,
                speaker,
                0,
                speakerEnd,
                speaker,
                "PERSON",
                "said",
                speakerEnd + 1,
                speakerEnd + 5,
                "",
                0.9)));
  }

  static Overview overview(List<StoredArticle> articles, int quotes) {
    Timeline timeline = new Timeline();
    articles.forEach(a -> timeline.add(a.article().published(), 1));
    List<Overview.Speaker> speakers = new ArrayList<>();
    articles.stream()
        .limit(3)
        .forEach(
            a ->
                speakers.add(
                    new Overview.Speaker(a.quotes().get(0).speaker(), "PERSON", 1, 0, 0, 1)));
    return new Overview(
        "made-up",
        "1.0",
        1,
        STARTED,
        1_000,
        Map.of("articles", articles.size(), "quotes", quotes, "entities", 1, "failures", 1),
        Map.of("en", articles.size()),
        Map.of(".txt", articles.size()),
        timeline,
        Map.of("direct", quotes),
        speakers,
        List.of(),
        Map.of("PERSON", List.of(new Overview.Name(speakers.get(0).name(), 2, 1))),
        List.of(),
        Map.of(9, quotes),
        List.of(new Summary.FailureCount("read", "Undecodable", 1)),
        List.of(
            new FailureRow("<b>bad</b>.txt", "", "read", "Undecodable", "not & a text", STARTED)));
  }

  static void write(
      Path folder, List<StoredArticle> articles, int pages, @Nullable ReportLanguage language) {
    new HtmlReport(folder, new HtmlReport.Settings(pages, 100, language))
        .write(
            overview(articles, articles.size()),
            (most, each) ->
                first(articles.stream().flatMap(a -> a.quotes().stream()).toList(), most, each),
            (most, each) -> first(articles, most, each));
  }

  private static <T> void first(List<T> rows, int most, Consumer<T> each) {
    rows.stream().limit(most).forEach(each);
  }
}
