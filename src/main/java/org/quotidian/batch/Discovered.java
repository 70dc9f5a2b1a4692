package org.quotidian.batch;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.SourceItem;
import org.quotidian.store.KnownFile;

/**
 * What comes of the walk through the inputs.
 *
 * @param item of a file that is read; null for one that is not
 * @param file the file, with its last item
 */
record Discovered(@Nullable SourceItem item, @Nullable KnownFile file) {}
