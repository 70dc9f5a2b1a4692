/** Quotidian reads folders of news articles and writes down who said what. */
@NullMarked
package org.quotidian;

import org.jspecify.annotations.NullMarked;
