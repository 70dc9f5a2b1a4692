/**
 * Training of the Vietnamese name model and counting of its lists. Nothing here is used when names
 * are found.
 */
@NullMarked
package org.quotidian.nlp.vietnamese.training;

import org.jspecify.annotations.NullMarked;
