package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/** Finds the clauses that cues govern, in languages whose tokens carry no tags. */
final class ListedClauses implements Clauses {

  /** Tokens between a verb and its complementiser: <i>nói với … rằng</i>. */
  private static final int COMPLEMENTISER_REACH = 20;

  /** Tokens between a comma, a subject and its verb. */
  private static final int NEAR = 8;

  /** Tokens; what is longer is hardly an object. */
  private static final int LONG = 10;

  /** Words; what is shorter is an object, not a clause. */
  private static final int SHORTEST = 3;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;

  ListedClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
  }

  @Override
  public List<Content> find() {
    var contents = new ArrayList<Content>();
    int covered = 0;
    for (Cue cue : cues.all()) {
      if (cue.first() < covered || cue.refused()) {
        continue;
      }
      Content content =
          switch (cue.words().kind()) {
            case ATTRIBUTION -> attributed(cue);
            case NOUN -> nominal(cue);
            default -> reported(cue);
          };
      if (content != null) {
        content = trimmed(content);
        if (content.first() >= covered && words(content) >= SHORTEST) {
          contents.add(content);
          covered = content.limit();
          Content second = continued(content);
          if (second != null) {
            contents.add(second);
            covered = second.limit();
          }
        }
      }
    }
    return contents;
  }

  /** “…, và rằng …”: a second clause of the same statement. */
  private @Nullable Content continued(Content content) {
    int high = reading.sentenceEnd(content.first());
    Cue cue = content.link().words();
    int i = content.limit();
    while (i < high && reading.isComma(i)) {
      i++;
    }
    if (cue == null || i + 1 >= high || !isAny("joint", i, high) || !isFarComplementiser(i + 1)) {
      return null;
    }
    var link = new Link(content.link().source(), new Phrase(i, i + 1), cue, content.link().rule());
    return trimmed(new Content(i + 2, contentEnd(cue, i + 2, high), link));
  }

  private boolean isFarComplementiser(int token) {
    return token < reading.size
        && lexicon.words("far-complementiser").of(reading.lower[token]) != null;
  }

  private boolean isAny(String wordClass, int token, int limit) {
    return token < limit && lexicon.words(wordClass).longestAt(reading.lower, token, limit) != null;
  }

  private int skip(String wordClass, int token, int limit) {
    var match = lexicon.words(wordClass).longestAt(reading.lower, token, limit);
    return match == null ? token : token + match.length();
  }

  private @Nullable Content reported(Cue cue) {
    int high = reading.sentenceEnd(cue.first());
    if (announces(cue, high)) {
      return announced(cue);
    }
    int first = contentStart(cue, high);
    if (first < 0 || first >= high) {
      return null;
    }
    Phrase source = phrases.subjectBefore(cue, reading.sentenceBegin(cue.first()));
    if (source == null) {
      return null;
    }
    return new Content(first, contentEnd(cue, first, high), Link.of(source, cue, Rule.CLAUSE));
  }

  /** Whether a colon behind the cue announces words without marks. */
  private boolean announces(Cue cue, int high) {
    int next = cue.last() + 1;
    while (next < high && isAny("after-verb", next, high)) {
      next = skip("after-verb", next, high);
    }
    return cue.takes(Frame.QUOTE)
        && reading.is(next, ":")
        && next + 1 < reading.size
        && reading.paragraph[next + 1] == reading.paragraph[next]
        && !reading.marked[next + 1];
  }

  /** Everything behind the colon up to the end of the paragraph or to words in marks. */
  private @Nullable Content announced(Cue cue) {
    Phrase source = phrases.subjectBefore(cue, reading.sentenceBegin(cue.first()));
    if (source == null) {
      return null;
    }
    int first = cue.last() + 1;
    while (!reading.is(first, ":")) {
      first++;
    }
    int limit = first + 1;
    while (limit < reading.size && reading.paragraph[limit] == reading.paragraph[first]) {
      limit++;
    }
    return new Content(first + 1, limit, Link.of(source, cue, Rule.SOURCE_COLON), true);
  }

  /** Where the clause begins that a cue governs; -1 when it governs none. */
  private int contentStart(Cue cue, int high) {
    boolean bare = cue.takes(Frame.CLAUSE);
    boolean afterComma = bare || cue.takes(Frame.COMMA);
    int next = cue.last() + 1;
    boolean complementiser = endsWithComplementiser(cue);
    while (next < high && isAny("after-verb", next, high) && !isAny("complementiser", next, high)) {
      next = skip("after-verb", next, high);
    }
    if (isAny("complementiser", next, high)) {
      return skip("complementiser", next, high);
    }
    if (next >= high || reading.is(next, ":")) {
      return -1;
    }
    if (reading.isComma(next) && isAny("complementiser", next + 1, high)) {
      return skip("complementiser", next + 1, high);
    }
    if (reading.isComma(next)) {
      boolean goesOn =
          afterComma
              && !opensAdverbially(cue, next + 1, high)
              && !onlyRelays(cue, next + 1, high)
              && next + 1 < high
              && !reading.marked[next + 1]
              && !joinsCue(next + 1, high);
      return goesOn ? next + 1 : -1;
    }
    if (reading.marked[next]) {
      return bare || complementiser ? markedStart(next, high) : -1;
    }
    if (isAny("addressee-mark", next, high)) {
      int far = complementiserAfter(next, high);
      if (far > 0) {
        return far;
      }
      return bare && isAny("clause-opener", next, high) ? next : -1;
    }
    if (bare && !complementiser && !holdsVerb(next, high)) {
      return -1;
    }
    return (bare || complementiser || afterComma && soundsLikeClause(next, high))
            && reading.isWord(next)
            && !isAny("conjunction", next, high)
        ? next
        : -1;
  }

  /**
   * “chia sẻ cô không …”, not “chia sẻ hình ảnh …”: a subject and a word that only clauses have.
   */
  private boolean soundsLikeClause(int next, int high) {
    Phrase subject = phrases.startingAt(next, high);
    if (subject != null) {
      return isAny("clause-sign", subject.last() + 1, high);
    }
    if (isAny("object", next, high) || isAny("clause-sign", next, next + 1)) {
      return false;
    }
    for (int i = next + 1; i < Math.min(high, next + LONG) && !reading.isComma(i); i++) {
      if (isAny("clause-sign", i, high)) {
        return true;
      }
    }
    return false;
  }

  /** “khai nhận hành vi của mình” has an object, no clause. */
  private boolean holdsVerb(int next, int high) {
    Phrase subject = phrases.startingAt(next, high);
    if (subject != null && reading.wordsIn(subject.last() + 1, high) >= SHORTEST) {
      return true;
    }
    for (int i = next; i < high; i++) {
      if (isAny("clause-sign", i, high)
          || reading.marked[i]
          || reading.isComma(i)
          || i - next >= LONG) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWithComplementiser(Cue cue) {
    return isAny("complementiser", cue.last(), cue.last() + 1) && cue.last() > cue.first();
  }

  /** “Báo Sông Xanh đưa tin, ông Hải cho biết …”: the words are his. */
  private boolean onlyRelays(Cue cue, int next, int high) {
    Phrase medium = phrases.subjectBefore(cue, reading.sentenceBegin(cue.first()));
    boolean relays =
        medium != null
            && (isAny("medium", medium.first(), medium.last() + 1)
                || isAny("media-verb", cue.first(), cue.last() + 1));
    return relays && startsReport(next, high);
  }

  private boolean startsReport(int next, int high) {
    Phrase subject = phrases.startingAt(next, high);
    return subject != null && cues.verbAt(phrases.predicateOf(subject, high)) != null;
  }

  /** “Nói về vụ bà Mai tố, ông Hải cho biết”: the main clause begins behind the comma. */
  private boolean opensAdverbially(Cue cue, int next, int high) {
    int low = reading.sentenceBegin(cue.first());
    if (lexicon.words("adverbial").longestAt(reading.lower, low, high) == null
        || low > 0 && cue.first() - low > COMPLEMENTISER_REACH) {
      return false;
    }
    for (int i = low; i < cue.first(); i++) {
      if (reading.isComma(i)) {
        return false;
      }
    }
    return startsReport(next, high);
  }

  /** Marked words that open a clause which goes on behind them. */
  private int markedStart(int next, int high) {
    int i = next;
    while (i < high && reading.marked[i]) {
      i++;
    }
    int words = 0;
    for (int j = i; j < high; j++) {
      words += reading.isWord(j) ? 1 : 0;
    }
    return words >= SHORTEST && reading.isWord(i) && !isAny("conjunction", i, high) ? next : -1;
  }

  private int complementiserAfter(int from, int high) {
    int to = Math.min(high, from + COMPLEMENTISER_REACH);
    for (int i = from; i < to && !reading.marked[i]; i++) {
      if (cues.at(i) != null && i > from) {
        return -1;
      }
      if (lexicon.words("far-complementiser").of(reading.lower[i]) != null) {
        return i + 1;
      }
    }
    return -1;
  }

  /** “…, đồng thời cho biết”: what follows is another cue of the same speaker, not the clause. */
  private boolean joinsCue(int token, int high) {
    int i = token;
    while (i < high && i < token + 5) {
      Cue cue = cues.verbAt(i);
      if (cue != null) {
        return (cue.takes(Frame.CLAUSE) || isAny("complementiser", cue.last() + 1, high))
            && (contentStart(cue, high) > 0
                || cue.last() + 1 < high && reading.marked[cue.last() + 1]);
      }
      int next = Math.max(skip("conjunction", i, high), skip("before-verb", i, high));
      if (next == i) {
        return false;
      }
      i = next;
    }
    return false;
  }

  /** The end of the sentence, or where another cue of the same speaker or a source follows. */
  private int contentEnd(Cue cue, int first, int high) {
    for (int i = first; i < high; i++) {
      if (reading.marked[i]) {
        continue;
      }
      boolean joint =
          (isAny("joint", i, high) || reading.isComma(i))
              && i > first
              && joinsCue(i + (reading.isComma(i) ? 1 : 0), high);
      if (joint) {
        return i;
      }
      if (i > first && isAny("joint", i, high) && isFarComplementiser(i + 1)) {
        return reading.isComma(i - 1) ? i - 1 : i;
      }
      if (i > first && reading.isComma(i) && isAny("while", i + 1, high)
          && startsReport(skip("while", i + 1, high), high)) {
        return i;
      }
      Cue other = cues.at(i);
      if (other != null && other.isAttribution() && i > first && reading.isComma(i - 1)) {
        Phrase source = phrases.startingAt(other.last() + 1, high);
        if (source != null && source.last() + 1 >= high - 1) {
          return i - 1;
        }
      }
    }
    return high;
  }

  /** “lo ngại của các nhân viên rằng …”. */
  private @Nullable Content nominal(Cue cue) {
    int high = reading.sentenceEnd(cue.first());
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null || !isAny("complementiser", source.last() + 1, high)) {
      return null;
    }
    return new Content(source.last() + 2, high, Link.of(source, cue, Rule.NOUN));
  }

  private @Nullable Content attributed(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int high = reading.sentenceEnd(cue.first());
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null || !stands(cue, low)) {
      return null;
    }
    Link link = Link.of(source, cue, Rule.ATTRIBUTION);
    int after = source.last() + 1;
    boolean last = true;
    for (int i = after; i < high; i++) {
      last &= !reading.isWord(i);
    }
    if (last) {
      return cue.first() - 1 > low ? new Content(low, cue.first(), link) : null;
    }
    int start = afterTitles(source, high);
    if (start < 0 || !namesPerson(source) && verbFollows(start, high, source)) {
      return null;
    }
    return new Content(start, high, link);
  }

  /** At the start of its sentence or of a part of it. */
  private boolean stands(Cue cue, int low) {
    int before = cue.first() - 1;
    return before < low
        || reading.isComma(before)
        || reading.marked[before]
        || !reading.isWord(before)
        || isAny("opener", before, cue.first());
  }

  /** Behind the comma that ends “Theo ông Hải, Giám đốc bến cảng,”; -1 without a comma. */
  private int afterTitles(Phrase source, int high) {
    int i = source.last() + 1;
    int comma = -1;
    while (i < high) {
      while (i < high
          && !reading.isComma(i)
          && !reading.is(i, ":")
          && cues.at(i) == null
          && lexicon.words("then").of(reading.lower[i]) == null) {
        i++;
      }
      if (i >= high || cues.at(i) != null) {
        return comma;
      }
      comma = i + 1;
      Phrase title = phrases.startingAt(comma, high);
      if (title == null || !isTitleOf(source, title, high)) {
        return comma;
      }
      i = title.last() + 1;
    }
    return comma;
  }

  private boolean isTitleOf(Phrase source, Phrase title, int high) {
    return title.last() + 1 < high
        && reading.isComma(title.last() + 1)
        && lexicon.pronoun(reading.lower[title.first()]) == null
        && !namesPerson(title)
        && namesPerson(source);
  }

  private boolean namesPerson(Phrase phrase) {
    return reading.namesIn(phrase).stream()
        .anyMatch(name -> name.type() == org.quotidian.model.EntityType.PERSON);
  }

  /** “Theo AP, ông Hải nói rằng …”: the words are his, the agency only relays them. */
  private boolean verbFollows(int start, int high, Phrase source) {
    for (int i = start; i < high && i < start + 25; i++) {
      Cue cue = cues.verbAt(i);
      if (cue != null && !cue.refused() && contentStart(cue, high) > 0) {
        Phrase subject = phrases.subjectBefore(cue, source.first());
        return subject != null
            && (subject.first() == source.first()
                || subject.first() >= start
                    && subject.first() - start <= NEAR
                    && cue.first() - subject.last() <= NEAR);
      }
    }
    return false;
  }

  private int words(Content content) {
    int words = 0;
    for (int i = content.first(); i < content.limit(); i++) {
      words += reading.isWord(i) ? 1 : 0;
    }
    return words;
  }

  /** Without commas in front and the full stop behind. */
  private Content trimmed(Content content) {
    int first = content.first();
    int limit = content.limit();
    if (content.verbatim()) {
      return content;
    }
    while (first < limit
        && !reading.isWord(first)
        && !reading.marked[first]
        && !reading.is(first, "(")) {
      first++;
    }
    while (limit > first
        && !reading.isWord(limit - 1)
        && !reading.marked[limit - 1]
        && !reading.isAny(limit - 1, "%", ")")) {
      limit--;
    }
    return new Content(first, limit, content.link());
  }
}
