/** The commands of the command line and the messages they print. */
@NullMarked
package org.quotidian.cli;

import org.jspecify.annotations.NullMarked;
