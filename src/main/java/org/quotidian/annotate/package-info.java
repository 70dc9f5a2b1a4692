/**
 * The chain that finds language, sentences, entities and quotes in an article's text. The job and
 * the commands share it.
 */
@NullMarked
package org.quotidian.annotate;

import org.jspecify.annotations.NullMarked;
