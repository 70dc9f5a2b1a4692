package org.quotidian.batch;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.SourceItem;
import org.quotidian.store.KnownFile;

/**
 * A result of the walk through the inputs.
 *
 * @param item an item of a file that is read; null if the file is not read
 * @param file the file, together with its last item; null with earlier items
 */
record Discovered(@Nullable SourceItem item, @Nullable KnownFile file) {}
