package org.quotidian.model;

import java.time.Instant;

/** A line of {@code failures.csv}: an article that could not be worked on, and why. */
public record FailureRow(
    @Column("Path of the file below the input folder") String source,
    @Column("Which record of a file that holds several; empty where the file is the article")
        String record,
    @Column("Where it failed: discover, read, sentences, entities or quotes") String stage,
    @Column("Kind of the error") String error,
    @Column("What is wrong, in words") String message,
    @Column("When it failed, ISO 8601 in UTC") Instant failedAt) {}
