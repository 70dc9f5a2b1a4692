/** Writes the results in the database to files, each replaced completely or not at all. */
@NullMarked
package org.quotidian.export;

import org.jspecify.annotations.NullMarked;
