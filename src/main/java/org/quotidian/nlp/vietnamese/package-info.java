/** What CoreNLP lacks for Vietnamese: syllable tokens, sentence rules, names, dates and amounts. */
@NullMarked
package org.quotidian.nlp.vietnamese;

import org.jspecify.annotations.NullMarked;
