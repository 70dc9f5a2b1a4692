/** The commands: what a person types, and how what happened is told back. */
@NullMarked
package org.quotidian.cli;

import org.jspecify.annotations.NullMarked;
