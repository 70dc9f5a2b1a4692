/** Reports what a run did: {@code report.html} for people and {@code summary.json} for programs. */
@NullMarked
package org.quotidian.report;

import org.jspecify.annotations.NullMarked;
