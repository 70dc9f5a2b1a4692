/**
 * What CoreNLP finds of English dates and amounts, at a price that news by the thousand can pay.
 */
@NullMarked
package org.quotidian.nlp.english;

import org.jspecify.annotations.NullMarked;
