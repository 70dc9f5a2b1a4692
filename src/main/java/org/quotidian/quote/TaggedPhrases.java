package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityType;

/** Phrases by the Penn Treebank tags of the tokens. */
final class TaggedPhrases implements Phrases {

  /** Tokens; the subject of a verb further away is not looked for. */
  private static final int REACH = 80;

  private final Reading reading;
  private final Lexicon lexicon;

  TaggedPhrases(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
  }

  private String tag(int token) {
    return reading.tag[token];
  }

  private boolean isNoun(int token) {
    return switch (tag(token)) {
      case "NN", "NNS", "NNP", "NNPS" -> true;
      default -> false;
    };
  }

  private boolean isProper(int token) {
    return tag(token).startsWith("NNP");
  }

  private boolean isSubjectPronoun(int token) {
    return tag(token).equals("PRP") && lexicon.pronoun(reading.lower[token]) != null;
  }

  private boolean isFinite(int token) {
    return !reading.marked[token]
        && switch (tag(token)) {
          case "VBD", "VBZ", "VBP", "MD" -> true;
          default -> false;
        };
  }

  private boolean isAuxiliary(int token) {
    return tag(token).equals("MD") || lexicon.words("auxiliary").of(reading.lower[token]) != null;
  }

  private boolean isAdverb(int token) {
    return tag(token).startsWith("RB");
  }

  private boolean fitsPhrase(int token) {
    return switch (tag(token)) {
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
          !isMark(token);
      case "HYPH", "&" -> true;
      case "CC" -> reading.is(token, "&");
      default -> false;
    };
  }

  private boolean isMark(int token) {
    return reading.marked[token];
  }

  private boolean isTime(int token) {
    return lexicon.words("time").of(reading.lower[token]) != null;
  }

  @Override
  public @Nullable Phrase startingAt(int token, int limit) {
    if (token >= limit || reading.marked[token]) {
      return null;
    }
    if (tag(token).equals("PRP")) {
      return isSubjectPronoun(token) ? new Phrase(token, token) : null;
    }
    if (!fitsPhrase(token)
        || tag(token).equals("WP")
        || tag(token).equals("POS")
        || isTime(token) && (token + 1 >= limit || !isNoun(token + 1))) {
      return null;
    }
    int last = token;
    boolean head =
        isNoun(token)
            || tag(token).equals("DT") && lexicon.sources().of(reading.lower[token]) != null;
    while (last + 1 < limit
        && !reading.marked[last + 1]
        && fitsPhrase(last + 1)
        && !tag(last + 1).equals("PRP")
        && !tag(last + 1).equals("WP")
        && !(head && isTime(last + 1))
        && !((tag(last + 1).equals("VBN") || tag(last + 1).equals("VBG")) && head)) {
      last++;
      head |= isNoun(last) || tag(last).equals("CD");
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
    if (end + 2 < limit && tag(end + 1).equals("IN") && isOf(end + 1) && !isMark(end + 2)) {
      Phrase more = startingAt(end + 2, limit);
      if (more != null && !tag(more.first()).equals("PRP") && !isTime(more.first())) {
        end = more.last();
      }
    } else if (end + 2 < limit
        && reading.is(end + 1, "and")
        && isProper(end)
        && isProper(end + 2)
        && !isMark(end + 2)) {
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
  private @Nullable Phrase endingAt(int token, int low) {
    if (token < low || reading.marked[token]) {
      return null;
    }
    if (tag(token).equals("PRP")) {
      return new Phrase(token, token);
    }
    if (!(isNoun(token)
        || reading.word[token].equals(")")
        || switch (tag(token)) {
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
        && !tag(first - 1).equals("PRP")
        && !tag(first - 1).equals("WP")
        && !(isParticiple(first - 1) && !isPremodifier(first - 1, low))) {
      first--;
    }
    while (first < token && (tag(first).equals("POS") || isTimeOpening(first, token))) {
      first++;
    }
    if (first - 2 >= low
        && (tag(first - 1).equals("IN") && isOf(first - 1) || reading.is(first - 1, "of"))
        && isNoun(first - 2)
        && !isTime(first - 2)) {
      Phrase longer = endingAt(first - 2, low);
      if (longer != null) {
        return new Phrase(longer.first(), token);
      }
    }
    if (first - 2 >= low
        && reading.is(first - 1, "and")
        && isProper(first)
        && isProper(first - 2)) {
      Phrase longer = endingAt(first - 2, low);
      if (longer != null) {
        return new Phrase(longer.first(), token);
      }
    }
    return new Phrase(first, token);
  }

  /** “On Tuesday Trump …”, “Tuesday the mayor …”: the day is not part of the subject. */
  private boolean isTimeOpening(int first, int last) {
    return isTime(first) && first < last && !isTime(last);
  }

  private boolean isParticiple(int token) {
    return tag(token).equals("VBG") || tag(token).equals("VBN");
  }

  private boolean isPremodifier(int token, int low) {
    return token - 1 >= low
        && switch (tag(token - 1)) {
          case "DT", "JJ", "PRP$" -> true;
          default -> false;
        };
  }

  @Override
  public @Nullable Phrase subjectBefore(Cue cue, int low) {
    int from = Math.max(low, cue.first() - REACH);
    if (cue.words().kind() == CueWords.Kind.NOUN) {
      return owner(cue.first(), from);
    }
    if (tag(cue.first()).equals("VBG") && opensSentence(cue.first(), low)) {
      return mainSubjectAfter(cue);
    }
    return subject(cue.first(), from, 0);
  }

  private boolean opensSentence(int verb, int low) {
    for (int i = verb - 1; i >= low; i--) {
      if (!tag(i).equals("IN") && !isAdverb(i) && !isMark(i) && reading.isWord(i)) {
        return false;
      }
    }
    return verb - low < 4;
  }

  /** “After saying that …, she left”: the subject behind the comma. */
  private @Nullable Phrase mainSubjectAfter(Cue cue) {
    int high = Math.min(reading.sentenceEnd(cue.first()), cue.last() + REACH);
    for (int i = cue.last() + 1; i + 1 < high; i++) {
      boolean comma =
          reading.isComma(i) && (!isMark(i) || !isMark(i + 1) || i + 2 < high && !isMark(i + 2));
      if (comma) {
        int next = i + 1;
        while (next < high && isMark(next)) {
          next++;
        }
        Phrase subject = startingAt(next, high);
        if (subject != null && canSpeak(subject)) {
          return subject;
        }
      }
    }
    return null;
  }

  /** “Anna Berg's claim”, “her claim”. */
  private @Nullable Phrase owner(int noun, int low) {
    int i = noun - 1;
    while (i >= low && (tag(i).startsWith("JJ") || isNoun(i) && !reading.isCapitalised(i))) {
      i--;
    }
    if (i >= low && tag(i).equals("POS")) {
      return endingAt(i - 1, low);
    }
    if (i >= low && tag(i).equals("PRP$")) {
      return new Phrase(i, i);
    }
    if (noun + 2 < reading.size && reading.isAny(noun + 1, "by", "from")) {
      return startingAt(noun + 2, reading.sentenceEnd(noun));
    }
    return null;
  }

  private @Nullable Phrase subject(int verb, int low, int depth) {
    int i = verb - 1;
    while (i >= low
        && !reading.marked[i]
        && (isAdverb(i) || isAuxiliary(i) || tag(i).equals("TO"))) {
      i--;
    }
    i = beforeTime(i, low);
    while (i >= low && !reading.marked[i] && (isAdverb(i) || isAuxiliary(i))) {
      i--;
    }
    if (i < low || depth > 3) {
      return null;
    }
    if (reading.marked[i]) {
      return null;
    }
    if (reading.isComma(i) || reading.isDash(i) || reading.word[i].equals(")")) {
      return acrossAppositive(verb, i, low, depth);
    }
    if (tag(i).equals("WP")
        || tag(i).equals("WDT")
        || reading.is(i, "that") && tag(i).equals("IN")) {
      if (tag(i).equals("IN")) {
        return null;
      }
      boolean apart = reading.isComma(i - 1) || i > low && tag(i - 1).equals("CC");
      Phrase antecedent = endingAt(apart ? i - 2 : i - 1, low);
      return antecedent == null && i > low && tag(i - 1).equals("CC")
          ? antecedentBefore(i - 1, low)
          : antecedent;
    }
    if (tag(i).equals("CC")) {
      return sharedSubject(i, low, verb, depth);
    }
    Phrase phrase = beforePreposition(endingAt(i, low), low);
    if (phrase != null && tag(verb).equals("VBG") && (isDocument(phrase) || !canSpeak(phrase))) {
      Phrase author = sharedSubject(phrase.first(), low, verb, depth);
      return author == null ? phrase : author;
    }
    if (phrase != null) {
      return phrase;
    }
    if (tag(verb).equals("VBG") && low >= i - 1) {
      return null;
    }
    if (tag(verb).startsWith("VB")) {
      return sharedSubject(i + 1, low, verb, depth);
    }
    return null;
  }

  /** “a teacher who knows the town and who said”: the one whom the first “who” stands for. */
  private @Nullable Phrase antecedentBefore(int token, int low) {
    for (int i = token - 1; i > low; i--) {
      if (tag(i).startsWith("WP")) {
        return endingAt(reading.isComma(i - 1) ? i - 2 : i - 1, low);
      }
    }
    return null;
  }

  /** “Protesters marching through the streets chanted”: not the streets. */
  private @Nullable Phrase beforePreposition(@Nullable Phrase phrase, int low) {
    Phrase found = phrase;
    for (int step = 0; step < 3 && found != null && !canSpeak(found); step++) {
      int i = found.first() - 1;
      if (i <= low || !tag(i).equals("IN") && !tag(i).equals("TO")) {
        break;
      }
      i--;
      while (i > low && (isParticiple(i) || isAdverb(i))) {
        i--;
      }
      Phrase before = endingAt(i, low);
      if (before == null) {
        break;
      }
      found = before;
    }
    return found != null && canSpeak(found) ? found : phrase;
  }

  private boolean isDocument(Phrase phrase) {
    SourceNoun noun = lexicon.sources().of(reading.lower[head(phrase)]);
    return noun != null && noun.kind() == SourceNoun.Kind.DOCUMENT;
  }

  /** Steps to the left over “on Tuesday”, “earlier this week”. */
  private int beforeTime(int token, int low) {
    int i = token;
    while (i >= low && !reading.marked[i] && isTime(i)) {
      i--;
    }
    if (i < token && i >= low && reading.isAny(i, "on", "in", "late", "early", "the")) {
      i--;
    }
    return i < low ? token : i;
  }

  /** “Anna Berg, the mayor, said”; “Anna Berg, who leads the council, said”. */
  private @Nullable Phrase acrossAppositive(int verb, int comma, int low, int depth) {
    if (reading.word[comma].equals(")")) {
      Phrase named = endingAt(comma, low);
      if (named != null) {
        return named;
      }
    }
    if (tag(verb).equals("VBG")) {
      return sharedSubject(comma, low, verb, depth);
    }
    int opening = comma - 1;
    while (opening > low && !reading.isComma(opening) && !reading.isDash(opening)) {
      opening--;
    }
    // “Anna Berg, of Ashton, Md., said”: go on to the left while a name stands between commas
    while (opening > low
        && opening < comma
        && isProper(opening - 1)
        && !namesPerson(opening - 1)
        && reading.isComma(previousComma(opening - 1, low))
        && opening - previousComma(opening - 1, low) < 4) {
      opening = previousComma(opening - 1, low);
    }
    if (opening - 1 >= low && !reading.marked[opening]) {
      Phrase named = endingAt(opening - 1, low);
      if (named != null && !isTime(named.last())) {
        return named;
      }
    }
    return endingAt(comma - 1, low);
  }

  private boolean namesPerson(int token) {
    var mention = reading.name[token];
    return mention != null && mention.type() == EntityType.PERSON;
  }

  private int previousComma(int from, int low) {
    int i = from;
    while (i > low && !reading.isComma(i) && from - i < 5) {
      i--;
    }
    return i;
  }

  /** The subject of the verb before: “She smiled and said”, “…, adding”. */
  private @Nullable Phrase sharedSubject(int from, int low, int verb, int depth) {
    Phrase first = null;
    for (int i = from - 1; i >= low; i--) {
      if (isFinite(i)) {
        Phrase phrase = subject(i, low, depth + 1);
        if (phrase != null && canSpeak(phrase)) {
          return phrase;
        }
        first = first == null ? phrase : first;
      }
    }
    return first == null || isTime(first.last()) ? firstPhrase(low, verb) : first;
  }

  private @Nullable Phrase firstPhrase(int low, int high) {
    for (int i = low; i < high; i++) {
      boolean opens = isProper(i) || isSubjectPronoun(i) || tag(i).equals("DT");
      if (!reading.marked[i] && opens && !(i > low && tag(i - 1).equals("IN"))) {
        Phrase phrase = startingAt(i, high);
        if (phrase != null && !isTime(phrase.last())) {
          return phrase;
        }
      }
    }
    return null;
  }

  @Override
  public int predicateOf(Phrase subject, int limit) {
    int i = subject.last() + 1;
    if (i < limit && reading.word[i].equals("(")) {
      int close = i;
      while (close < limit && close - i < 8 && !reading.word[close].equals(")")) {
        close++;
      }
      if (close < limit && reading.word[close].equals(")")) {
        i = close + 1;
      }
    }
    if (i < limit && (reading.isComma(i) || reading.isDash(i))) {
      int close = i + 1;
      while (close < limit
          && !reading.marked[close]
          && !(reading.isComma(close) && !isProperBetween(close))
          && !reading.isDash(close)
          && !reading.isAny(close, ".", ";", ":")) {
        close++;
      }
      if (close + 1 < limit && (reading.isComma(close) || reading.isDash(close))) {
        return skipAuxiliaries(close + 1, limit);
      }
      return i;
    }
    return skipAuxiliaries(i, limit);
  }

  /** “, of Ashton, Md., said”: a comma before a name that another comma follows. */
  private boolean isProperBetween(int comma) {
    return comma + 2 < reading.size && isProper(comma + 1) && reading.isComma(comma + 2);
  }

  private int skipAuxiliaries(int from, int limit) {
    int i = from;
    while (i < limit
        && !reading.marked[i]
        && (isAdverb(i)
            || isAuxiliary(i)
            || isTime(i)
            || reading.is(i, "on") && i + 1 < limit && isTime(i + 1))) {
      i++;
    }
    return i;
  }

  @Override
  public boolean canSpeak(Phrase phrase) {
    int head = head(phrase);
    for (int i = phrase.first(); i <= head; i++) {
      var mention = reading.name[i];
      if (mention != null
          && (mention.type() == EntityType.PERSON || mention.type() == EntityType.ORGANIZATION)) {
        return true;
      }
    }
    if (tag(head).startsWith("PRP")) {
      return !reading.is(head, "it");
    }
    if (isProper(head)) {
      return !isTime(head);
    }
    SourceNoun noun = lexicon.sources().of(reading.lower[head]);
    return noun != null && noun.kind() != SourceNoun.Kind.DOCUMENT;
  }

  private int head(Phrase phrase) {
    for (int i = phrase.first() + 1; i <= phrase.last(); i++) {
      if (tag(i).equals("IN") || reading.word[i].equals("(")) {
        return i - 1;
      }
    }
    return phrase.last();
  }
}
