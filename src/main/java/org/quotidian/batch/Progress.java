package org.quotidian.batch;

/** Receives the progress of a run. May be called by any thread. */
public interface Progress {

  /** Ignores all calls. */
  Progress NONE =
      new Progress() {
        @Override
        public void begin(String step, long total) {}

        @Override
        public void advance(int failed) {}

        @Override
        public void end() {}
      };

  /**
   * A step begins.
   *
   * @param total number of articles to process; -1 if unknown
   */
  void begin(String step, long total);

  /**
   * One more article is done.
   *
   * @param failed 1 if it failed, else 0
   */
  void advance(int failed);

  /** The step has ended. */
  void end();
}
