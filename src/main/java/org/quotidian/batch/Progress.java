package org.quotidian.batch;

/** Is told how far a run is. Calls come from any thread. */
public interface Progress {

  /** Tells nobody. */
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
   * @param total articles to work on; -1 when that is not known
   */
  void begin(String step, long total);

  /**
   * One more article is through.
   *
   * @param failed 1 if it failed, else 0
   */
  void advance(int failed);

  /** The step is over. */
  void end();
}
