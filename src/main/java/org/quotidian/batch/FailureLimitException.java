package org.quotidian.batch;

/** More articles failed than the job file allows. The run stops and can be continued. */
final class FailureLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FailureLimitException(int failures, int limit) {
    super(
        failures
            + " articles failed, more than the "
            + limit
            + " that limits.failures allows; run 'export' to see them in failures.csv, or raise the limit");
  }
}
