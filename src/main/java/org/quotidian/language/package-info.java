/** Detects the language of a text, and lists the languages and what is available for each. */
@NullMarked
package org.quotidian.language;

import org.jspecify.annotations.NullMarked;
