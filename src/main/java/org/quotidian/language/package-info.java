/** Languages: telling which one a text is in, and which word lists and models belong to it. */
@NullMarked
package org.quotidian.language;

import org.jspecify.annotations.NullMarked;
