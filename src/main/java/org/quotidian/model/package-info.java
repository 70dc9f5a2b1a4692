/**
 * The records that all other packages exchange: articles, sentences, mentions, quotes and their
 * rows. Depends on no other package.
 */
@NullMarked
package org.quotidian.model;

import org.jspecify.annotations.NullMarked;
