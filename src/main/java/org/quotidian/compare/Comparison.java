package org.quotidian.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the CSV files of two output folders, for instance one copied before a word list was
 * changed and one written afterwards. Both are read once, in parallel, in the order of article ids,
 * so memory does not grow with their size.
 *
 * <p>Entities and quotes are compared only in articles whose bytes are the same, because in a
 * changed article they have moved. Two entities or quotes are the same if they have the same span.
 * Of the others, two that overlap count as one whose span changed. Confidence is not compared.
 */
public final class Comparison {

  private static final List<String> OF_ENTITY = List.of("type", "canonical", "normalized");
  private static final List<String> OF_QUOTE =
      List.of("type", "speaker", "canonical_speaker", "speaker_type", "via");

  private final Consumer<Difference> differences;
  private int articles;

  private Comparison(Consumer<Difference> differences) {
    this.differences = differences;
  }

  /**
   * @param differences receives each difference, ordered by article
   * @return how many articles are in both folders with the same bytes
   * @throws IOException if a file is missing, broken or not in order; the message names it
   */
  public static int of(Path before, Path after, Consumer<Difference> differences)
      throws IOException {
    Comparison comparison = new Comparison(differences);
    try (Results old = new Results(before);
        Results now = new Results(after)) {
      comparison.compare(old, now);
    }
    return comparison.articles;
  }

  /** The files of one folder. */
  private record Results(ResultTable articles, ResultTable entities, ResultTable quotes)
      implements AutoCloseable {

    Results(Path folder) throws IOException {
      this(
          new ResultTable(folder.resolve("articles.csv")),
          new ResultTable(folder.resolve("entities.csv")),
          new ResultTable(folder.resolve("quotes.csv")));
    }

    @Override
    public void close() throws IOException {
      articles.close();
      entities.close();
      quotes.close();
    }
  }

  private void compare(Results old, Results now) throws IOException {
    Row a = old.articles.take();
    Row b = now.articles.take();
    while (a != null || b != null) {
      int order = order(a, b);
      if (order < 0 && a != null) {
        differences.accept(Difference.ofArticle(a, "went", "", ""));
        a = old.articles.take();
      } else if (order > 0 && b != null) {
        differences.accept(Difference.ofArticle(b, "came", "", ""));
        b = now.articles.take();
      } else if (a != null && b != null) {
        same(a, b, old, now);
        a = old.articles.take();
        b = now.articles.take();
      }
    }
  }

  private static int order(@Nullable Row a, @Nullable Row b) {
    if (a == null) {
      return 1;
    }
    return b == null ? -1 : a.articleId().compareTo(b.articleId());
  }

  private void same(Row a, Row b, Results old, Results now) throws IOException {
    if (!a.get("sha256").equals(b.get("sha256"))) {
      differences.accept(Difference.ofArticle(b, "text", a.get("sha256"), b.get("sha256")));
      return;
    }
    articles++;
    if (!a.get("language").equals(b.get("language"))) {
      differences.accept(Difference.ofArticle(b, "language", a.get("language"), b.get("language")));
    }
    String id = a.articleId();
    compare("entity", OF_ENTITY, old.entities.of(id), now.entities.of(id));
    compare("quote", OF_QUOTE, old.quotes.of(id), now.quotes.of(id));
  }

  private void compare(String kind, List<String> columns, List<Row> before, List<Row> after) {
    List<Row> gone = new ArrayList<>(before);
    List<Row> come = new ArrayList<>();
    for (Row now : after) {
      Row old = takeFirst(gone, row -> row.start() == now.start() && row.end() == now.end());
      if (old == null) {
        come.add(now);
      } else {
        changes(kind, columns, old, now);
      }
    }
    for (Row now : come) {
      Row old = takeFirst(gone, now::overlaps);
      if (old == null) {
        differences.accept(Difference.of(kind, now, "came", "", now.get(columns.get(0))));
      } else {
        differences.accept(Difference.of(kind, now, "span", old.get("text"), now.get("text")));
        changes(kind, columns, old, now);
      }
    }
    for (Row old : gone) {
      differences.accept(Difference.of(kind, old, "went", old.get(columns.get(0)), ""));
    }
  }

  private static @Nullable Row takeFirst(List<Row> rows, Predicate<Row> matching) {
    for (int i = 0; i < rows.size(); i++) {
      if (matching.test(rows.get(i))) {
        return rows.remove(i);
      }
    }
    return null;
  }

  private void changes(String kind, List<String> columns, Row old, Row now) {
    for (String column : columns) {
      if (!old.get(column).equals(now.get(column))) {
        differences.accept(Difference.of(kind, now, column, old.get(column), now.get(column)));
      }
    }
  }
}
