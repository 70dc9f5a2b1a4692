package org.quotidian.nlp;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quotidian.nlp.vietnamese.VietnamesePipeline;

/**
 * The {@link Pipeline} of each language, one per process, loaded at first use. Loading takes
 * seconds and blocks only threads that need the same language.
 */
public final class Pipelines {

  private static final Map<String, Shared> PIPELINES =
      Map.of(
          "vi", new Shared(VietnamesePipeline.VERSION, VietnamesePipeline::load),
          "en", new Shared(EnglishPipeline.VERSION, EnglishPipeline::load));

  private Pipelines() {}

  /** Whether {@link #of} finds names in this language and not only sentences. */
  public static boolean supports(String language) {
    return PIPELINES.containsKey(language);
  }

  /** BCP 47 codes of the languages that {@link #supports} accepts. */
  public static Set<String> languages() {
    return PIPELINES.keySet();
  }

  /**
   * The shared pipeline of a language.
   *
   * @param language BCP 47 code, such as {@code vi}
   * @throws IllegalArgumentException if {@link #supports} rejects the language
   * @throws java.io.UncheckedIOException if its models cannot be read
   */
  public static Pipeline of(String language) {
    return shared(language).get();
  }

  /**
   * Names the models and rules of a language, without loading them: rows made by others are old.
   *
   * @throws IllegalArgumentException if {@link #supports} rejects the language
   */
  public static String version(String language) {
    return shared(language).version;
  }

  private static Shared shared(String language) {
    Shared shared = PIPELINES.get(language);
    if (shared == null) {
      throw new IllegalArgumentException("no pipeline for language: " + language);
    }
    return shared;
  }

  /** A pipeline without models, for any language: sentences without tokens, and no entities. */
  public static Pipeline sentencesOnly(String language) {
    return new SentencesOnlyPipeline(language);
  }

  /**
   * Loads a pipeline once, while other callers wait. After a failure, the next caller tries again.
   */
  private static final class Shared {

    private final String version;
    private final Supplier<Pipeline> loader;
    private @Nullable Pipeline loaded;

    Shared(String version, Supplier<Pipeline> loader) {
      this.version = version;
      this.loader = loader;
    }

    synchronized Pipeline get() {
      Pipeline pipeline = loaded;
      if (pipeline == null) {
        pipeline = loader.get();
        loaded = pipeline;
      }
      return pipeline;
    }
  }
}
