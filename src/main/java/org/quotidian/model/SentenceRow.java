package org.quotidian.model;

/** A line of {@code sentences.csv}. */
public record SentenceRow(
    @Column("Identity of the article") String articleId,
    @Column("Path of the file below the input folder") String source,
    @Column("Position of the sentence in the article, from 0") int sentence,
    @Column("Position of its paragraph in the article, from 0") int paragraph,
    @Column("title, body, caption or boilerplate") String section,
    @Column("First Unicode code point of the sentence in the article's text, from 0") int start,
    @Column("One past its last code point") int end,
    @Column("The sentence") String text) {}
