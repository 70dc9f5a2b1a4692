/**
 * Training of the Vietnamese models of names and words and counting of their lists. Nothing here is
 * used when names or words are found.
 */
@NullMarked
package org.quotidian.nlp.vietnamese.training;

import org.jspecify.annotations.NullMarked;
