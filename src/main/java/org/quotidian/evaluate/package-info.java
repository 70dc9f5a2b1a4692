/** Scores results against gold annotation. */
@NullMarked
package org.quotidian.evaluate;

import org.jspecify.annotations.NullMarked;
