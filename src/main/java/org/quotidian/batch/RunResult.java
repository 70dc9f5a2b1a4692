package org.quotidian.batch;

import java.util.List;
import org.quotidian.store.Run;

/**
 * How a start of the job ended.
 *
 * @param run as it stands now
 * @param continued whether it went on with a run begun earlier
 * @param errors why it failed, for a person; empty unless it did
 */
public record RunResult(Run run, boolean continued, List<String> errors) {

  /** Whether there was no new, changed or removed article. */
  public boolean nothingToDo() {
    return run.status() == Run.Status.COMPLETED && run.pending() == 0 && run.removed() == 0;
  }
}
