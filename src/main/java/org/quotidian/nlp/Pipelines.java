package org.quotidian.nlp;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quotidian.nlp.vietnamese.VietnamesePipeline;

/**
 * Where a {@link Pipeline} comes from: one a language for the whole process, loaded when it is
 * first asked for. Loading takes seconds and holds only those up who wait for the same language.
 */
public final class Pipelines {

  private static final Map<String, Shared> PIPELINES =
      Map.of(
          "vi", new Shared(VietnamesePipeline.VERSION, VietnamesePipeline::load),
          "en", new Shared(EnglishPipeline.VERSION, EnglishPipeline::load));

  private Pipelines() {}

  /** Whether {@link #of} finds names in this language, not sentences only. */
  public static boolean supports(String language) {
    return PIPELINES.containsKey(language);
  }

  /** BCP 47 codes of the languages that {@link #supports} affirms. */
  public static Set<String> languages() {
    return PIPELINES.keySet();
  }

  /**
   * The shared pipeline of a language.
   *
   * @param language BCP 47 code, such as {@code vi}
   * @throws IllegalArgumentException for a language that {@link #supports} denies
   * @throws java.io.UncheckedIOException if its models cannot be read
   */
  public static Pipeline of(String language) {
    return shared(language).get();
  }

  /**
   * Names the models and rules of a language, without loading them: rows made by others are old.
   *
   * @throws IllegalArgumentException for a language that {@link #supports} denies
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

  /** Loads once; whoever asks meanwhile waits. A failed load is tried again by the next. */
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
