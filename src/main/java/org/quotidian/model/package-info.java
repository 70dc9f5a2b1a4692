/**
 * The records that every other package passes on: articles, sentences, mentions, quotes and their
 * rows, and the version of the program that makes them. Depends on nothing.
 */
@NullMarked
package org.quotidian.model;

import org.jspecify.annotations.NullMarked;
