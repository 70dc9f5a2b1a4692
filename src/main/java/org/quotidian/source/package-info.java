/**
 * From files to articles: finds, reads and decodes them, and separates title, body, captions and
 * boilerplate.
 */
@NullMarked
package org.quotidian.source;

import org.jspecify.annotations.NullMarked;
