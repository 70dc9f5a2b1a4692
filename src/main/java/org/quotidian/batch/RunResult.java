package org.quotidian.batch;

import java.util.List;
import org.quotidian.store.Run;

/**
 * How a start of the job ended.
 *
 * @param run in its current state
 * @param continued whether an earlier run was continued
 * @param errors why it failed, for people; empty if it did not
 */
public record RunResult(Run run, boolean continued, List<String> errors) {

  /** Whether no article was new, changed or removed. */
  public boolean nothingToDo() {
    return run.status() == Run.Status.COMPLETED && run.pending() == 0 && run.removed() == 0;
  }
}
