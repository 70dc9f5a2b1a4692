/**
 * The records that all other packages exchange: articles, sentences, mentions, quotes and their
 * rows, and the version of the program that creates them. Depends on no other package.
 */
@NullMarked
package org.quotidian.model;

import org.jspecify.annotations.NullMarked;
