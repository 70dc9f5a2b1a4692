package org.quotidian.store;

import org.quotidian.model.SourceItem;

/**
 * An item that a run found in its inputs.
 *
 * @param seq its position in the order of source, then record, from 0
 * @param found where it was found, and its content when the run began
 * @param repeated those of its lines that occur in many articles of the corpus; empty until known
 */
public record ManifestItem(int seq, String articleId, SourceItem found, String repeated) {}
