/** The Spring Batch job: discover, extract, export, report; its steps, processors and listeners. */
@NullMarked
package org.quotidian.batch;

import org.jspecify.annotations.NullMarked;
