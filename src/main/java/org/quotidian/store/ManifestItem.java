package org.quotidian.store;

import org.quotidian.model.SourceItem;

/**
 * Something a run found in its inputs.
 *
 * @param seq its place in the order of source, then record, from 0
 * @param found where it was found, and what was in it when the run began
 * @param repeated which of its lines stand in many articles of the corpus; empty until that is
 *     known
 */
public record ManifestItem(int seq, String articleId, SourceItem found, String repeated) {}
