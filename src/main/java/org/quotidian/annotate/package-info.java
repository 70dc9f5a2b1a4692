/**
 * From an article's text to what is found in it: the one chain of language, sentences, entities and
 * quotes that the job and the commands share.
 */
@NullMarked
package org.quotidian.annotate;

import org.jspecify.annotations.NullMarked;
