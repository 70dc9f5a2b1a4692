/**
 * Reads a job file (YAML) into validated settings and reports every mistake with file and line.
 * Also translates the settings for reading.
 */
@NullMarked
package org.quotidian.job;

import org.jspecify.annotations.NullMarked;
