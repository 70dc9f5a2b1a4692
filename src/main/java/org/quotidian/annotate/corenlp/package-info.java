/** Quotes and speakers as an annotator of Stanford CoreNLP, for its own pipelines. */
@NullMarked
package org.quotidian.annotate.corenlp;

import org.jspecify.annotations.NullMarked;
