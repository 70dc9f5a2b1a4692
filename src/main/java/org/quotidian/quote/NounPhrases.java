package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityType;

/**
 * Finds noun phrases by the Penn Treebank tags of the tokens, and decides which of them can speak.
 */
final class NounPhrases {

  private final Reading reading;
  private final Lexicon lexicon;
  private final Tags tags;

  NounPhrases(Reading reading, Lexicon lexicon, Tags tags) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.tags = tags;
  }

  private boolean fitsPhrase(int token) {
    return switch (tags.of(token)) {
      case "NN",
          "NNS",
          "NNP",
          "NNPS",
          "PRP",
          "DT",
          "PDT",
          "JJ",
          "PRP$",
          "POS",
          "CD",
          "JJR",
          "JJS",
          "FW",
          "WP",
          "VBG",
          "VBN",
          "$",
          "``",
          "''" ->
          !reading.marked[token];
      case "HYPH", "&" -> true;
      case "CC" -> reading.is(token, "&");
      default -> false;
    };
  }

  /** The noun phrase that begins at a token and ends before {@code limit}. */
  @Nullable Phrase startingAt(int token, int limit) {
    if (token >= limit || reading.marked[token]) {
      return null;
    }
    if (tags.of(token).equals("PRP")) {
      return tags.isSubjectPronoun(token) ? new Phrase(token, token) : null;
    }
    if (!fitsPhrase(token)
        || tags.of(token).equals("WP")
        || tags.of(token).equals("POS")
        || tags.isTime(token) && (token + 1 >= limit || !tags.isNoun(token + 1))) {
      return null;
    }
    int last = token;
    boolean head =
        tags.isNoun(token)
            || (tags.of(token).equals("DT") || tags.of(token).equals("CD"))
                && lexicon.sources().of(reading.lower[token]) != null;
    while (last + 1 < limit
        && !reading.marked[last + 1]
        && fitsPhrase(last + 1)
        && !tags.of(last + 1).equals("PRP")
        && !tags.of(last + 1).equals("WP")
        && !(head && tags.isTime(last + 1))
        && !((tags.of(last + 1).equals("VBN") || tags.of(last + 1).equals("VBG")) && head)) {
      last++;
      head |= tags.isNoun(last) || tags.of(last).equals("CD");
    }
    if (!head) {
      return null;
    }
    last = withComplement(last, limit);
    return new Phrase(token, last);
  }

  /** Takes in “of the campaign” and “and Tom Reed”. */
  private int withComplement(int last, int limit) {
    int end = last;
    if (end + 2 < limit
        && tags.of(end + 1).equals("IN")
        && isOf(end + 1)
        && !reading.marked[end + 2]) {
      Phrase more = startingAt(end + 2, limit);
      if (more != null && !tags.of(more.first()).equals("PRP") && !tags.isTime(more.first())) {
        end = more.last();
      }
    } else if (end + 2 < limit
        && reading.is(end + 1, "and")
        && tags.isProper(end)
        && tags.isProper(end + 2)
        && !reading.marked[end + 2]) {
      Phrase more = startingAt(end + 2, limit);
      if (more != null) {
        end = more.last();
      }
    }
    return end;
  }

  private boolean isOf(int token) {
    return reading.isAny(token, "of", "for", "at", "from", "with", "in");
  }

  /** The noun phrase that ends at a token. */
  @Nullable Phrase endingAt(int token, int low) {
    if (token < low || reading.marked[token]) {
      return null;
    }
    if (tags.of(token).equals("PRP")) {
      return new Phrase(token, token);
    }
    if (!(tags.isNoun(token)
        || reading.word[token].equals(")")
        || switch (tags.of(token)) {
          case "DT", "CD", "JJ", "JJS", "RBS" -> true;
          default -> false;
        })) {
      return null;
    }
    if (reading.word[token].equals(")")) {
      int open = token;
      while (open > low && token - open < 12 && !reading.word[open].equals("(")) {
        open--;
      }
      return reading.word[open].equals("(") ? endingAt(open - 1, low) : null;
    }
    int first = token;
    while (first - 1 >= low
        && !reading.marked[first - 1]
        && fitsPhrase(first - 1)
        && !tags.of(first - 1).equals("PRP")
        && !tags.of(first - 1).equals("WP")
        && !(tags.isParticiple(first - 1) && !isPremodifier(first - 1, low))) {
      first--;
    }
    while (first < token && (tags.of(first).equals("POS") || isTimeOpening(first, token))) {
      first++;
    }
    if (first - 2 >= low
        && (tags.of(first - 1).equals("IN") && isOf(first - 1) || reading.is(first - 1, "of"))
        && tags.isNoun(first - 2)
        && !tags.isTime(first - 2)) {
      Phrase longer = endingAt(first - 2, low);
      if (longer != null) {
        return new Phrase(longer.first(), token);
      }
    }
    if (first - 2 >= low
        && reading.is(first - 1, "and")
        && (tags.isProper(first) && tags.isProper(first - 2)
            || isSpeaker(token) && isSpeaker(first - 2))) {
      Phrase longer = endingAt(first - 2, low);
      if (longer != null) {
        return new Phrase(longer.first(), token);
      }
    }
    return new Phrase(first, token);
  }

  /** “union members and leaders” */
  private boolean isSpeaker(int token) {
    SourceNoun noun = lexicon.sources().of(reading.lower[token]);
    return tags.of(token).equals("NNS") && noun != null && noun.kind() == SourceNoun.Kind.PERSON;
  }

  /** “On Tuesday Trump …”, “Tuesday the mayor …”: the day is not part of the subject. */
  private boolean isTimeOpening(int first, int last) {
    return tags.isTime(first) && first < last && !tags.isTime(last);
  }

  private boolean isPremodifier(int token, int low) {
    return token - 1 >= low
        && switch (tags.of(token - 1)) {
          case "DT", "JJ", "PRP$" -> true;
          default -> false;
        };
  }

  /** Whether it names or describes somebody or something that can say things. */
  boolean canSpeak(Phrase phrase) {
    int head = head(phrase);
    for (int i = phrase.first(); i <= head; i++) {
      var mention = reading.name[i];
      if (mention != null
          && (mention.type() == EntityType.PERSON || mention.type() == EntityType.ORGANIZATION)) {
        return true;
      }
    }
    if (tags.of(head).startsWith("PRP")) {
      return !reading.is(head, "it");
    }
    if (tags.isProper(head)) {
      return !tags.isTime(head);
    }
    SourceNoun noun = lexicon.sources().of(reading.lower[head]);
    return noun != null && noun.kind() != SourceNoun.Kind.DOCUMENT;
  }

  private int head(Phrase phrase) {
    for (int i = phrase.first() + 1; i <= phrase.last(); i++) {
      if (tags.of(i).equals("IN") || reading.word[i].equals("(")) {
        return i - 1;
      }
    }
    return phrase.last();
  }

  boolean isDocument(Phrase phrase) {
    SourceNoun noun = lexicon.sources().of(reading.lower[head(phrase)]);
    return noun != null && noun.kind() == SourceNoun.Kind.DOCUMENT;
  }

  boolean namesPerson(int token) {
    var mention = reading.name[token];
    return mention != null && mention.type() == EntityType.PERSON;
  }
}
