package org.quotidian.compare;

import org.quotidian.model.Column;

/** A difference between two sets of results. */
public record Difference(
    @Column("Identity of the article") String articleId,
    @Column("Path of the file below the input folder") String source,
    @Column("article, entity or quote") String kind,
    @Column("came (new), went (gone), text (of an article), span, or the column that changed")
        String change,
    @Column(value = "Where it begins, in the later results if it is in both", unit = "code points")
        String start,
    @Column(value = "One past its last code point", unit = "code points") String end,
    @Column("The words") String text,
    @Column("Value in the earlier results") String before,
    @Column("Value in the later results") String after) {

  static Difference ofArticle(Row article, String change, String before, String after) {
    return new Difference(
        article.articleId(),
        article.get("source"),
        "article",
        change,
        "",
        "",
        article.get("title"),
        before,
        after);
  }

  static Difference of(String kind, Row row, String change, String before, String after) {
    return new Difference(
        row.articleId(),
        row.get("source"),
        kind,
        change,
        row.get("start"),
        row.get("end"),
        row.get("text"),
        before,
        after);
  }
}
