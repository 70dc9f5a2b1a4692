/**
 * The job file: a YAML file read into validated settings, with every mistake named by file and
 * line; and what it says of reading.
 */
@NullMarked
package org.quotidian.job;

import org.jspecify.annotations.NullMarked;
