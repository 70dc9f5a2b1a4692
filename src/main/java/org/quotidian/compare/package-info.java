/** What changed between the results of two runs. */
@NullMarked
package org.quotidian.compare;

import org.jspecify.annotations.NullMarked;
