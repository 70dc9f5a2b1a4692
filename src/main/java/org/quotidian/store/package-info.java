/** The database, which holds all results: schema, locks, writing and reading of rows. */
@NullMarked
package org.quotidian.store;

import org.jspecify.annotations.NullMarked;
