package org.quotidian.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something a run found in its inputs.
 *
 * @param seq its place in the order of source, then record, from 0
 * @param location the file to read it from
 * @param offset where in the file a record begins, in bytes; 0 where the file is the article, -1
 *     where it is not known
 * @param size in bytes
 * @param sha256 of the bytes when the run began; null if they could not be read
 * @param problem why it could not be read, for a person; null if it could
 * @param repeated which of its lines stand in many articles of the corpus; empty until that is
 *     known
 */
public record ManifestItem(
    int seq,
    String articleId,
    String source,
    String record,
    Path location,
    long offset,
    long size,
    @Nullable String sha256,
    @Nullable String problem,
    String repeated) {}
