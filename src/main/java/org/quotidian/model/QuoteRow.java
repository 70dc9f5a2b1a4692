package org.quotidian.model;

import org.jspecify.annotations.Nullable;

/** A line of {@code quotes.csv}. */
public record QuoteRow(
    @Column("Identity of the article") String articleId,
    @Column("Path of the file below the input folder") String source,
    @Column("Headline of the article") String title,
    @Column("Date of publication, ISO 8601, X for unknown digits; empty when unknown")
        String published,
    @Column("Position of the quote in the article, from 0") int quote,
    @Column("direct (word for word), mixed (partly word for word) or indirect (reported)")
        String type,
    @Column("Position of the sentence in which the quote begins, from 0") int sentence,
    @Column(
            value = "First Unicode code point of the quote in the article's text, from 0",
            unit = "code points")
        int start,
    @Column(value = "One past its last code point", unit = "code points") int end,
    @Column("What was said, without outer quotation marks") String text,
    @Column("The parts given word for word, joined by ' … '; empty for indirect quotes")
        String verbatim,
    @Column("The words at the quote that refer to the speaker; empty when unknown") String speaker,
    @Column(
            value = "First Unicode code point of these words; empty when unknown",
            unit = "code points")
        @Nullable Integer speakerStart,
    @Column(value = "One past their last code point; empty when unknown", unit = "code points")
        @Nullable Integer speakerEnd,
    @Column("Fullest name of the speaker in the article; empty when unknown")
        String canonicalSpeaker,
    @Column("PERSON, ORGANIZATION, LOCATION or UNNAMED; empty when the speaker is unknown")
        String speakerType,
    @Column("The reporting words; empty when there are none") String cue,
    @Column(
            value = "First Unicode code point of the reporting words; empty when there are none",
            unit = "code points")
        @Nullable Integer cueStart,
    @Column(
            value = "One past their last code point; empty when there are none",
            unit = "code points")
        @Nullable Integer cueEnd,
    @Column("The medium that relays the words; else empty") String via,
    @Column("How likely it is that span and speaker are right, 0 to 1") double confidence) {}
