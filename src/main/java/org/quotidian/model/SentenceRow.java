package org.quotidian.model;

/** A line of {@code sentences.csv}. */
public record SentenceRow(
    @Column("Identity of the article") String articleId,
    @Column("Path of the file below the input folder") String source,
    @Column("Position of the sentence in the article, from 0") int sentence,
    @Column("Position of its paragraph in the article, from 0") int paragraph,
    @Column("title, body, caption or boilerplate") String section,
    @Column(
            value = "First Unicode code point of the sentence in the article's text, from 0",
            unit = "code points")
        int start,
    @Column(value = "One past its last code point", unit = "code points") int end,
    @Column("The sentence") String text) {}
