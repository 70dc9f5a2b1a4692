/** The Spring Batch job ({@code ExtractionJob}): its steps, processors and listeners. */
@NullMarked
package org.quotidian.batch;

import org.jspecify.annotations.NullMarked;
