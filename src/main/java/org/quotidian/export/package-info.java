/** CSV files as a view of the database, each written whole or not at all. */
@NullMarked
package org.quotidian.export;

import org.jspecify.annotations.NullMarked;
