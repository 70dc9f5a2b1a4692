package org.quotidian.model;

import java.time.Instant;

/** A line of {@code failures.csv}: an article that could not be processed, and why. */
public record FailureRow(
    @Column("Path of the file below the input folder") String source,
    @Column("Key of the record in a file that holds several; empty if the file is the article")
        String record,
    @Column("Stage in which it failed: discover, read, sentences, entities or quotes") String stage,
    @Column("Kind of the error") String error,
    @Column("What is wrong, in words") String message,
    @Column("When it failed, ISO 8601 in UTC") Instant failedAt) {}
