/** Detects the language of a text, knows the spelling of Vietnamese, and reads lists of words. */
@NullMarked
package org.quotidian.language;

import org.jspecify.annotations.NullMarked;
