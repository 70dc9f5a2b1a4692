/**
 * Vietnamese tokens, sentences, names, dates and amounts, which Stanford CoreNLP does not offer.
 */
@NullMarked
package org.quotidian.nlp.vietnamese;

import org.jspecify.annotations.NullMarked;
