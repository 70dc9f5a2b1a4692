package org.quotidian.model;

import java.time.Instant;

/** A line of {@code articles.csv}. */
public record ArticleRow(
    @Column("Identity of the article, the same in every run: 16 hex digits") String articleId,
    @Column("Path of the file below the input folder") String source,
    @Column("Key of the record in a file that holds several; empty if the file is the article")
        String record,
    @Column("Headline; empty when there is none") String title,
    @Column("Author as the source names it; empty when unknown") String author,
    @Column("Date of publication, ISO 8601, X for unknown digits; empty when unknown")
        String published,
    @Column("Language of the text, BCP 47 code; und when unknown") String language,
    @Column(value = "Length of the text in Unicode code points", unit = "code points")
        int characters,
    @Column(value = "Number of sentences", unit = "sentences") int sentences,
    @Column(value = "Number of entity mentions", unit = "mentions") int entities,
    @Column(value = "Number of quotes", unit = "quotes") int quotes,
    @Column("SHA-256 of the bytes the article was read from, 64 hex digits") String sha256,
    @Column("Identity of the earlier article with the same or nearly the same text; empty if none")
        String duplicateOf,
    @Column("Number of the run that extracted these rows") int runId,
    @Column("When these rows were extracted, ISO 8601 in UTC") Instant extractedAt,
    @Column("What was damaged or unclear when the article was read, in words; empty if nothing was")
        String notes) {}
