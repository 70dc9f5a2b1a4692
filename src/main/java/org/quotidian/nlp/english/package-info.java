/** Finds English dates and amounts with CoreNLP, fast enough for thousands of articles. */
@NullMarked
package org.quotidian.nlp.english;

import org.jspecify.annotations.NullMarked;
