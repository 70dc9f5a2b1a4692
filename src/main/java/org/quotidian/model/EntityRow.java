package org.quotidian.model;

/** A line of {@code entities.csv}. */
public record EntityRow(
    @Column("Identity of the article") String articleId,
    @Column("Path of the file below the input folder") String source,
    @Column("Position of its sentence in the article, from 0") int sentence,
    @Column("Position of the mention in the article, from 0") int entity,
    @Column(
            "PERSON, LOCATION, ORGANIZATION, MISC, DATE, TIME, DURATION, MONEY, PERCENT, NUMBER or"
                + " ORDINAL")
        String type,
    @Column(
            value = "First Unicode code point of the mention in the article's text, from 0",
            unit = "code points")
        int start,
    @Column(value = "One past its last code point", unit = "code points") int end,
    @Column("The mention") String text,
    @Column("Fullest name of the same person, place or organisation in the article")
        String canonical,
    @Column("Value of a date or amount: ISO 8601 or TIMEX3, number and unit") String normalized) {}
