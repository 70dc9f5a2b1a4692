/** Sentences, tokens and entity mentions of an article, by language. */
@NullMarked
package org.quotidian.nlp;

import org.jspecify.annotations.NullMarked;
