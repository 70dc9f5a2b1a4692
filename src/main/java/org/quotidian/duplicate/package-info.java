/** Which articles have the same text as an earlier one, or nearly. */
@NullMarked
package org.quotidian.duplicate;

import org.jspecify.annotations.NullMarked;
