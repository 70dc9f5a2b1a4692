/** Workers on other machines that take partitions of the extract step. */
@NullMarked
package org.quotidian.batch.remote;

import org.jspecify.annotations.NullMarked;
