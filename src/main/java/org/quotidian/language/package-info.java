/** Which language a text is in, how Vietnamese is spelled, and how lists of words are read. */
@NullMarked
package org.quotidian.language;

import org.jspecify.annotations.NullMarked;
