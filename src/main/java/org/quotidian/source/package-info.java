/**
 * From files to articles: finding, reading, decoding, and telling title, body, captions and
 * boilerplate apart.
 */
@NullMarked
package org.quotidian.source;

import org.jspecify.annotations.NullMarked;
