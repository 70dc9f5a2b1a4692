package org.quotidian.annotate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quotidian.language.WordList;
import org.quotidian.nlp.CoreNlpModels;
import org.quotidian.nlp.CoreNlpPipeline;
import org.quotidian.nlp.EnglishPipeline;
import org.quotidian.nlp.NameRules;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.SentencesOnlyPipeline;
import org.quotidian.nlp.SharedPipeline;
import org.quotidian.nlp.vietnamese.VietnamesePipeline;
import org.quotidian.quote.QuoteFinder;

/**
 * A language, and what the program finds in its articles: names and quotes if it has models,
 * otherwise sentences only. English and Vietnamese have theirs built in; those of others are
 * installed by one command. {@code docs/languages.md} describes how to add one, which needs a line
 * in {@code languages.tsv}. Immutable; nothing is loaded before it is used.
 *
 * @param code BCP 47 code such as {@code vi}
 * @param models finds tokens and names; null: sentences only
 * @param installable the models that can be installed, whether they are or not; null: none
 */
public record Language(
    String code, @Nullable SharedPipeline models, @Nullable CoreNlpModels installable) {

  /** Stands for all {@link #supported} languages, wherever languages are chosen. */
  public static final String AUTO = "auto";

  /** MB that a job needs with the built-in languages. */
  private static final int BUILT_IN_MEMORY = 600;

  /**
   * Per cent of the memory given to Java that some of its collectors call the most they may use.
   */
  private static final int COUNTED = 85;

  /** All others get sentences only, too, but in short texts these are preferred to them. */
  private static final List<Language> KNOWN =
      Stream.concat(
              Stream.of(
                  new Language("en", EnglishPipeline.SHARED, null),
                  new Language("vi", VietnamesePipeline.SHARED, null)),
              WordList.allRows(Pipeline.class, "languages.tsv").stream().map(Language::ofRow))
          .sorted(Comparator.comparing(Language::code))
          .toList();

  private static Language ofRow(List<String> row) {
    var models = new CoreNlpModels(row.get(1), Integer.parseInt(row.get(2)));
    SharedPipeline pipeline =
        models.areInstalled()
            ? CoreNlpPipeline.shared(
                row.get(0), models, NameRules.of(row.get(3), row.get(4), row.get(5)))
            : null;
    return new Language(row.get(0), pipeline, models);
  }

  /** The language with a BCP 47 code. Any code is allowed: most have sentences only. */
  public static Language of(String code) {
    return known(language -> language.code.equals(code)).orElseGet(() -> sentencesOnly(code));
  }

  private static Optional<Language> known(Predicate<Language> wanted) {
    return KNOWN.stream().filter(wanted).findFirst();
  }

  static Language sentencesOnly(String code) {
    return new Language(code, null, null);
  }

  /** The languages in which more than sentences is found, by code. */
  public static List<Language> supported() {
    return KNOWN.stream().filter(language -> language.models != null).toList();
  }

  /** The languages whose models are not installed, by code. */
  public static List<Language> missing() {
    return KNOWN.stream().filter(language -> language.models == null).toList();
  }

  /**
   * Checks that the heap is large enough for the models of languages, which are loaded one after
   * the other, perhaps in the middle of the night.
   *
   * @throws IllegalArgumentException if it is too small; the message says what to do
   */
  public static void checkMemory(Collection<Language> languages, long heap) {
    List<Language> large =
        languages.stream().filter(language -> language.installable != null).toList();
    long needed = BUILT_IN_MEMORY + large.stream().mapToLong(Language::memory).sum();
    if (!large.isEmpty() && heap >> 20 < needed * COUNTED / 100) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s %s more memory: %d MB in all, and Java may use %d. Give it more, as in"
                  + " QUOTIDIAN_JAVA_OPTIONS=-Xmx%dm bin/quotidian … or java -Xmx%dm -jar …, or choose"
                  + " fewer languages",
              shown(large),
              large.size() == 1 ? "needs" : "need",
              needed,
              heap >> 20,
              needed,
              needed));
    }
  }

  private int memory() {
    return installable == null ? 0 : installable.memory();
  }

  /** BCP 47 codes of the languages that are registered, with models or without. */
  public static Set<String> knownCodes() {
    return KNOWN.stream().map(Language::code).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The supported languages that a user names, each once, by code.
   *
   * @param names codes as people write them, such as {@code vi}, {@code vi-VN}, {@code vie} and
   *     {@code Vietnamese}, or {@link #AUTO}
   * @throws IllegalArgumentException if one of them is not supported; the message says what to do
   */
  public static List<Language> chosen(Collection<String> names) {
    Set<Language> chosen =
        names.stream()
            .flatMap(name -> name.equals(AUTO) ? supported().stream() : Stream.of(named(name)))
            .collect(Collectors.toSet());
    return supported().stream().filter(chosen::contains).toList();
  }

  /**
   * The supported language that a user names.
   *
   * @throws IllegalArgumentException if it is not supported; the message says what to do
   */
  public static Language named(String name) {
    Language meant = registered(name);
    if (meant.models == null) {
      throw problem(name, meant + ", whose models are not installed. " + meant.remedy());
    }
    return meant;
  }

  /**
   * The language that a user names, whose models may be missing: enough to look at what was found.
   *
   * @throws IllegalArgumentException if it is not known here; the message says which are
   */
  public static Language registered(String name) {
    return known(language -> language.hasCode(name))
        .or(() -> known(language -> language.hasName(name)))
        .orElseThrow(() -> problem(name, unknown()));
  }

  private static String unknown() {
    return "not a language that is known here. Write codes, such as those of "
        + shown(supported())
        + (missing().isEmpty() ? "" : ", or, once their models are installed, " + shown(missing()))
        + "; auto stands for all that are there";
  }

  private static IllegalArgumentException problem(String name, String what) {
    return new IllegalArgumentException(
        "'"
            + name
            + "' is "
            + what
            + ". The language of each article is detected, and articles in other languages get"
            + " sentences anyway");
  }

  private static String shown(List<Language> languages) {
    return languages.stream().map(Language::toString).collect(Collectors.joining(", "));
  }

  private String remedy() {
    return installable == null
        ? "Nothing can be installed"
        : "Install them with: " + installable.installation() + " (docs/languages.md)";
  }

  /** A region is ignored, but not one that looks like a second language: {@code vi-en}. */
  private boolean hasCode(String name) {
    Locale tag = Locale.forLanguageTag(name.replace('_', '-'));
    String region = tag.getCountry().toLowerCase(Locale.ROOT);
    return Stream.of(code, locale().getISO3Language()).anyMatch(tag.getLanguage()::equals)
        && known(language -> language.installable == null && language.code.equals(region))
            .isEmpty();
  }

  /** Costs the names of all languages, so it is asked last. */
  private boolean hasName(String name) {
    return Stream.of(englishName(), ownName()).anyMatch(name::equalsIgnoreCase);
  }

  /** Identifies the models and rules, without loading them; empty without models. */
  public String version() {
    return models == null ? "" : models.version();
  }

  /** Finds sentences and, with models, names. The first call loads the models: seconds. */
  public Pipeline pipeline() {
    return models == null ? new SentencesOnlyPipeline(code) : models.get();
  }

  /** Whether quotes are found: with models and lists for quotes. */
  public boolean hasQuotes() {
    return models != null && QuoteFinder.supports(code);
  }

  /** Finds quotes; empty without models or without lists for quotes. */
  public Optional<QuoteFinder> quotes() {
    return hasQuotes() ? Optional.of(QuoteFinder.forLanguage(code)) : Optional.empty();
  }

  /** Such as {@code Vietnamese}. */
  public String englishName() {
    return locale().getDisplayLanguage(Locale.ENGLISH);
  }

  /** Such as {@code Tiếng Việt}. */
  public String ownName() {
    return locale().getDisplayLanguage(locale());
  }

  private Locale locale() {
    return Locale.forLanguageTag(code);
  }

  /** For messages: {@code Vietnamese (vi)}. */
  @Override
  public String toString() {
    return englishName() + " (" + code + ")";
  }
}
