package org.quotidian.quote;

import java.util.List;
import org.quotidian.model.EntityMention;

/** The words and phrases of an article as features name them. */
final class TokenFeatures {

  /** Tokens that are looked at, so that endless sentences take no endless time. */
  static final int WINDOW = 60;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final ListedWords words;

  TokenFeatures(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
    this.words = new ListedWords(reading, lexicon);
  }

  /** Adds in which lists an entry begins with a token; {@code name} says where it stands. */
  void classes(String name, int token, int limit, List<String> features) {
    if (token < limit) {
      for (WordKind kind : lexicon.kindsBeginningWith(reading.lower[token])) {
        if (words.isAny(kind, token, limit)) {
          features.add(name + ":" + kind.label());
        }
      }
    }
    if (token < limit && lexicon.sources().longestAt(reading.lower, token, limit) != null) {
      features.add(name + ":source");
    }
    if (token < limit && lexicon.titles().longestAt(reading.lower, token, limit) != null) {
      features.add(name + ":title");
    }
    var pronoun =
        token < limit ? lexicon.pronounPhrases().longestAt(reading.lower, token, limit) : null;
    if (pronoun != null) {
      features.add(name + ":pronoun" + pronoun.value().person());
    }
    if (token < limit && cues.at(token) != null) {
      features.add(name + ":cue");
    }
  }

  /** What a phrase names or describes. */
  String kindOf(Phrase phrase) {
    EntityMention last = null;
    for (EntityMention name : reading.namesIn(phrase)) {
      last = name;
    }
    if (last != null) {
      return last.type().name();
    }
    int limit = phrase.last() + 1;
    var pronoun = lexicon.pronounPhrases().longestAt(reading.lower, phrase.first(), limit);
    if (pronoun != null) {
      return "pronoun" + pronoun.value().person();
    }
    var noun = lexicon.sources().longestAt(reading.lower, phrase.first(), limit);
    if (noun != null) {
      return "noun " + noun.value().kind();
    }
    return phrases.canSpeak(phrase)
        ? "speaker"
        : reading.isCapitalised(phrase.first()) ? "capital" : "other";
  }

  /** The words from one token to before another, each as {@link #wordAt} has it. */
  String form(int first, int limit) {
    var form = new StringBuilder();
    for (int i = first; i < limit; i++) {
      form.append(i > first ? " " : "").append(wordAt(i, limit));
    }
    return form.toString();
  }

  /** A word in small letters; of names the type, of numbers one digit. */
  String wordAt(int token, int limit) {
    if (token < 0 || token >= limit || token >= reading.size) {
      return "end";
    }
    if (Character.isDigit(reading.word[token].codePointAt(0))) {
      return "0";
    }
    EntityMention name = reading.name[token];
    return name != null && reading.isCapitalised(token) ? name.type().name() : reading.lower[token];
  }

  /** A number, roughly if it is above 3. */
  static String bucket(int number) {
    return number <= 3
        ? "" + number
        : number <= 5 ? "4" : number <= 9 ? "6" : number <= 19 ? "10" : "20";
  }
}
