/** Vietnamese as annotators of Stanford CoreNLP, for its own pipelines, command line and server. */
@NullMarked
package org.quotidian.nlp.corenlp;

import org.jspecify.annotations.NullMarked;
