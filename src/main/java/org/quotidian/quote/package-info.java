/** Quotations and their speakers: who said what, in which words. */
@NullMarked
package org.quotidian.quote;

import org.jspecify.annotations.NullMarked;
