/** What Stanford CoreNLP lacks for Vietnamese: tokens, sentences, names, dates and amounts. */
@NullMarked
package org.quotidian.nlp.vietnamese;

import org.jspecify.annotations.NullMarked;
