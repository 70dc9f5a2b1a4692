package org.quotidian.nlp;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Pipeline} that the whole process shares, loaded at first use. Loading takes seconds and
 * blocks only threads that need the same one.
 */
public final class SharedPipeline {

  private final String version;
  private final Supplier<Pipeline> loader;
  private @Nullable Pipeline loaded;

  /**
   * @param version changes with the models and rules: rows made by others are old
   */
  public SharedPipeline(String version, Supplier<Pipeline> loader) {
    this.version = version;
    this.loader = loader;
  }

  /** Identifies the models and rules, without loading them. */
  public String version() {
    return version;
  }

  /**
   * The pipeline. After a failure, the next call tries again.
   *
   * @throws java.io.UncheckedIOException if the models cannot be read
   */
  public synchronized Pipeline get() {
    Pipeline pipeline = loaded;
    if (pipeline == null) {
      pipeline = loader.get();
      loaded = pipeline;
    }
    return pipeline;
  }
}
