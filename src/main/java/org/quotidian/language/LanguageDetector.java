package org.quotidian.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Detects the language of a text: Vietnamese by its letters or syllables, all others with Apache
 * OpenNLP's model of 103 languages. A text in several languages gets the language of most of it.
 *
 * <p>The first text loads a model of about 50 MB. Create one detector and share it; any number of
 * threads may use it.
 */
public final class LanguageDetector {

  /**
   * Longer texts are judged by samples of this many characters; 300 are enough for a reliable
   * result.
   */
  private static final int SAMPLE = 300;

  private static final int SAMPLES = 5;

  /**
   * In shorter texts, such as headlines, rare languages win by chance, so known languages are
   * preferred.
   */
  private static final int SHORT = 120; // characters

  /**
   * A known language wins in a short text if its probability is at least this share of the highest.
   */
  private static final double KNOWN_LANGUAGE = 0.5;

  /** Chinese in Latin letters. The model knows it, but no newspaper is written in it. */
  private static final Set<String> ROMANISED = Set.of("cmn", "nan");

  private @Nullable LanguageDetectorModel loaded;
  private final LanguageCodes codes = new LanguageCodes();
  private final Set<String> known;

  /**
   * @param known BCP 47 codes of the languages that are preferred in short texts
   */
  public LanguageDetector(Set<String> known) {
    this.known = known;
  }

  /** The language of most of {@code text}; {@code und} if it has no letters. */
  public DetectedLanguage detect(String text) {
    List<String> samples = samples(text);
    long all = samples.stream().mapToLong(LanguageDetector::letters).sum();
    Map<String, Double> votes = new HashMap<>();
    for (String sample : samples) {
      long letters = letters(sample);
      if (letters > 0) {
        DetectedLanguage detected = detectSample(sample);
        double vote = votes.merge(detected.code(), letters * detected.confidence(), Double::sum);
        if (vote > all / 2.0) {
          return new DetectedLanguage(detected.code(), confidence(vote, votes));
        }
      }
    }
    if (votes.isEmpty()) {
      return DetectedLanguage.UNDETERMINED;
    }
    Map.Entry<String, Double> most =
        Collections.max(
            votes.entrySet(),
            Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
    return new DetectedLanguage(most.getKey(), Math.min(1, most.getValue() / all));
  }

  /** The share of the votes counted so far that a language has. */
  private static double confidence(double vote, Map<String, Double> votes) {
    return vote / votes.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static long letters(String sample) {
    return sample.codePoints().filter(Character::isLetter).count();
  }

  /**
   * Samples to examine: the paragraphs of a short text, short ones joined; pieces spread over a
   * long one.
   */
  private static List<String> samples(String text) {
    List<String> samples = new ArrayList<>();
    if (text.length() > SAMPLE * SAMPLES) {
      for (int i = 0; i < SAMPLES; i++) {
        int from = (int) ((long) (text.length() - SAMPLE) * i / (SAMPLES - 1));
        samples.add(text.substring(from, from + SAMPLE));
      }
      return samples;
    }
    StringBuilder sample = new StringBuilder();
    for (String line : text.split("\n")) {
      sample.append(line).append('\n');
      if (sample.length() >= SHORT) {
        samples.add(sample.toString());
        sample.setLength(0);
      }
    }
    samples.add(sample.toString());
    return samples;
  }

  private DetectedLanguage detectSample(String sample) {
    if (VietnameseText.isAccented(sample)) {
      return new DetectedLanguage("vi", 1);
    }
    if (VietnameseText.isUnaccented(sample)) {
      return new DetectedLanguage("vi", 0.9);
    }
    List<Language> languages = candidates(sample);
    Language best = languages.get(0);
    Language chosen = sample.length() <= SHORT && isLatin(sample) ? known(languages) : best;
    double rival = (chosen == best ? languages.get(1) : best).getConfidence();
    double confidence = chosen.getConfidence() / (chosen.getConfidence() + rival);
    return new DetectedLanguage(codes.bcp47(chosen.getLang()), confidence);
  }

  /** The model's guesses, most probable first, without impossible ones. */
  private List<Language> candidates(String sample) {
    boolean latin = isLatin(sample);
    boolean vietnamesePossible = VietnameseText.isPlausible(sample);
    return Arrays.stream(new LanguageDetectorME(model()).predictLanguages(sample))
        .filter(language -> vietnamesePossible || !language.getLang().equals("vie"))
        .filter(language -> !latin || !ROMANISED.contains(language.getLang()))
        .toList();
  }

  /** The most probable language known to the program, if it is nearly as probable as the first. */
  private Language known(List<Language> languages) {
    for (Language language : languages) {
      if (language.getConfidence() < KNOWN_LANGUAGE * languages.get(0).getConfidence()) {
        break;
      }
      if (known.contains(codes.bcp47(language.getLang()))) {
        return language;
      }
    }
    return languages.get(0);
  }

  private static boolean isLatin(String sample) {
    return sample
        .codePoints()
        .filter(Character::isLetter)
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  private synchronized LanguageDetectorModel model() {
    LanguageDetectorModel model = loaded;
    if (model == null) {
      model = load();
      loaded = model;
    }
    return model;
  }

  /** Loads the model from its own jar, which names the model file in a properties file. */
  private static LanguageDetectorModel load() {
    try {
      ClassLoader loader = LanguageDetector.class.getClassLoader();
      for (URL url : Collections.list(loader.getResources("model.properties"))) {
        Properties properties = new Properties();
        try (InputStream in = url.openStream()) {
          properties.load(in);
        }
        String name = properties.getProperty("model.name", "");
        if (name.startsWith("langdetect")) {
          try (InputStream in = loader.getResourceAsStream(name)) {
            return new LanguageDetectorModel(in);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the language model cannot be read", e);
    }
    throw new IllegalStateException(
        "no language model on the class path (opennlp-models-langdetect)");
  }
}
