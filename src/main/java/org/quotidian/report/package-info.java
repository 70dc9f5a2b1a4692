/** What a run did, for people and for programs. */
@NullMarked
package org.quotidian.report;

import org.jspecify.annotations.NullMarked;
