package org.quotidian.store;

import org.jspecify.annotations.Nullable;

/**
 * Why an article could not be processed.
 *
 * @param stage discover, read, sentences, entities or quotes
 * @param error kind of the error, one word
 * @param message what is wrong, for people
 * @param sha256 of the bytes when the run began; null if they could not be read
 */
public record Failure(
    String articleId,
    String source,
    String record,
    @Nullable String sha256,
    String stage,
    String error,
    String message) {}
