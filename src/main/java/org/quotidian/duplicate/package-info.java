/** Finds articles whose text is the same as, or nearly the same as, that of an earlier one. */
@NullMarked
package org.quotidian.duplicate;

import org.jspecify.annotations.NullMarked;
