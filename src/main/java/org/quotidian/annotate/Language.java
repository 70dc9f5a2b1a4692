package org.quotidian.annotate;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quotidian.nlp.EnglishPipeline;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.SentencesOnlyPipeline;
import org.quotidian.nlp.SharedPipeline;
import org.quotidian.nlp.vietnamese.VietnamesePipeline;
import org.quotidian.quote.QuoteFinder;

/**
 * A language, and what the program finds in its articles: names, dates, amounts and quotes if it
 * has models, otherwise sentences only. {@code docs/languages.md} describes how to add one, which
 * needs a line in {@link #KNOWN}. Immutable; nothing is loaded before it is used.
 *
 * @param code BCP 47 code such as {@code vi}
 * @param models finds tokens and names; null: sentences only
 */
public record Language(String code, @Nullable SharedPipeline models) {

  /** Stands for all {@link #supported} languages, wherever languages are chosen. */
  public static final String AUTO = "auto";

  /** All others get sentences only, too, but in short texts these are preferred to them. */
  private static final List<Language> KNOWN =
      List.of(
          sentencesOnly("ar"),
          // It has lists for quotes, but no pipeline with the tokens that they need.
          sentencesOnly("de"),
          new Language("en", EnglishPipeline.SHARED),
          sentencesOnly("es"),
          sentencesOnly("fr"),
          sentencesOnly("hu"),
          sentencesOnly("it"),
          new Language("vi", VietnamesePipeline.SHARED),
          sentencesOnly("zh"));

  /** The language with a BCP 47 code. Any code is allowed: most have sentences only. */
  public static Language of(String code) {
    return known(language -> language.code.equals(code)).orElseGet(() -> sentencesOnly(code));
  }

  private static Optional<Language> known(Predicate<Language> wanted) {
    return KNOWN.stream().filter(wanted).findFirst();
  }

  static Language sentencesOnly(String code) {
    return new Language(code, null);
  }

  /** The languages in which names and quotes are found, by code. */
  public static List<Language> supported() {
    return KNOWN.stream().filter(language -> language.models != null).toList();
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
    Optional<Language> meant =
        known(language -> language.hasCode(name))
            .or(() -> known(language -> language.hasName(name)));
    return meant
        .filter(language -> language.models != null)
        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is " + problem(meant)));
  }

  private static String problem(Optional<Language> meant) {
    return meant
            .map(language -> language + ", in which only sentences are found")
            .orElse("not a language that is known here")
        + ". Names and quotes are found in "
        + supported().stream().map(Language::toString).collect(Collectors.joining(" and "))
        + ": write their codes, or auto for all of them. The language of each article is detected,"
        + " and articles in other languages get sentences anyway";
  }

  /** A region is ignored, but not one that looks like a second language: {@code vi-en}. */
  private boolean hasCode(String name) {
    Locale tag = Locale.forLanguageTag(name.replace('_', '-'));
    String region = tag.getCountry().toLowerCase(Locale.ROOT);
    return Stream.of(code, locale().getISO3Language()).anyMatch(tag.getLanguage()::equals)
        && supported().stream().noneMatch(language -> language.code.equals(region));
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

  /** Finds quotes; empty without models or without lists for quotes. */
  public Optional<QuoteFinder> quotes() {
    return models != null && QuoteFinder.supports(code)
        ? Optional.of(QuoteFinder.forLanguage(code))
        : Optional.empty();
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
