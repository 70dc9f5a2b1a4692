/**
 * The job file: a YAML file read into validated settings, with every mistake named by file and
 * line.
 */
@NullMarked
package org.quotidian.job;

import org.jspecify.annotations.NullMarked;
