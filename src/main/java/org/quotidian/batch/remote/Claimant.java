package org.quotidian.batch.remote;

import java.time.Duration;

/**
 * A worker that asks for partitions.
 *
 * @param corpus the corpus whose partitions it takes
 * @param fingerprint of its program, models and settings
 * @param worker its name, which is also that of its database sessions
 * @param lease how long it holds a partition without a sign of life
 */
public record Claimant(String corpus, String fingerprint, String worker, Duration lease) {}
