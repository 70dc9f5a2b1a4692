package org.quotidian.quote;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds the clauses that cues govern, in languages with part-of-speech tags that part each clause
 * by a comma, and in which a source without a verb stands anywhere in the sentence: <i>Die Brücke
 * ist laut Anna Berg sicher</i>.
 */
final class CommaClauses extends TaggedClauses {

  private final CommaParts parts;
  private final CommaAttributions attributions;
  private final CommaNouns nouns;

  CommaClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
    this.parts = new CommaParts(reading);
    this.nouns = new CommaNouns(reading, cues, phrases, parts);
    this.attributions = new CommaAttributions(reading, phrases, parts);
  }

  @Override
  @Nullable Content attributed(Cue cue, int low, int high) {
    int first = low;
    int end = high;
    for (int i = low; i < high; i++) {
      if (reading.is(i, ";") && !reading.marked[i]) {
        first = i < cue.first() ? i + 1 : first;
        end = i > cue.last() ? Math.min(end, i) : end;
      }
    }
    return attributions.of(cue, first, end);
  }

  @Override
  @Nullable Content ofNoun(Cue cue, int low, int high) {
    return nouns.of(cue, low, high);
  }

  /** “…. Das teilte die Polizei mit.”: what a pronoun at the start stands for. */
  @Override
  List<Content> byRule(Cue cue) {
    List<Content> contents =
        super.byRule(cue).stream()
            .filter(c -> !cue.isVerb() || isClause(c, cue) && isSaid(c))
            .toList();
    if (contents.isEmpty()) {
      Content before = sentenceBefore(cue);
      return before == null ? List.of() : List.of(before);
    }
    return contents.size() == 1 ? List.of(withOpening(contents.get(0), cue)) : contents;
  }

  /**
   * “Der Grund, so vermutet Berg, sei der Regen”: the words before the reporting clause as well.
   */
  private Content withOpening(Content content, Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int part = parts.begin(cue.first(), low);
    boolean between =
        part > low
            && content.first() > cue.last()
            && reading.isComma(part - 1)
            && reading.pos[content.first()].isFinite()
            && !parts.isSubordinate(low, low)
            && !reading.isListed(WordKind.REPORT_OPENING, low)
            && !parts.hasMainVerb(low, part)
            && !reading.marked[low];
    return between ? new Content(low, content.limit(), content.link()) : content;
  }

  /**
   * Whether words have a verb of their own: one behind their subject, unless something else stands
   * before them that is part of the clause.
   */
  private boolean isClause(Content content, Cue cue) {
    int first = content.first();
    if (first < cue.first()) {
      return parts.hasMainVerb(first, content.limit());
    }
    int low = reading.sentenceBegin(cue.first());
    int part = parts.begin(cue.first(), low);
    return reading.isListed(WordKind.REPORT_OPENING, low)
        || reading.isListed(WordKind.REPORT_OPENING, low + 1)
        || part > low && !parts.hasMainVerb(low, part)
        || reading.isListed(WordKind.SUBJUNCTIVE, first)
        || !reading.pos[first].isFinite()
        || reading.marked[first];
  }

  /** Whether its source may speak, or words in it are a sign that somebody does. */
  private boolean isSaid(Content content) {
    Phrase source = content.link().source();
    return phrases.canSpeak(source)
        || phrases.isDocument(source)
        || reading.isListed(WordKind.COMPLEMENTISER, content.first())
        || isReported(content.first(), content.limit());
  }

  /** Whether there is a verb in a form for what others say, or an infinitive. */
  private boolean isReported(int first, int limit) {
    return IntStream.range(first, limit)
        .anyMatch(
            i ->
                reading.isListed(WordKind.SUBJUNCTIVE, i)
                    || reading.isListed(WordKind.INFINITIVE_MARKER, i));
  }

  private @Nullable Content sentenceBefore(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    boolean standsForIt =
        cue.isVerb()
            && (cue.takes(Frame.CLAUSE) || cue.takes(Frame.INSIDE))
            && reading.isListed(WordKind.SENTENCE_BEFORE, low)
            && low > 0
            && reading.sameParagraph(low - 1, low)
            && low + 1 < reading.size
            && reading.pos[low + 1].isFinite();
    Phrase source = standsForIt ? phrases.subjectBefore(cue, low) : null;
    if (source == null || !phrases.canSpeak(source) && !phrases.isDocument(source)) {
      return null;
    }
    return new Content(reading.sentenceBegin(low - 1), low, Link.of(source, cue, Rule.CLAUSE));
  }

  /** Up to a colon before marked words, a semicolon, or the clause on which the cue depends. */
  @Override
  int endByRule(Cue cue, int first, int high) {
    int end = super.endByRule(cue, first, high);
    int low = reading.sentenceBegin(cue.first());
    int part = parts.begin(cue.first(), low);
    if (cue.first() < first && parts.isSubordinate(part, low)) {
      end = Math.min(end, parts.beforeMainVerb(first, high));
    }
    for (int i = first + 1; i < end; i++) {
      boolean announces = reading.is(i, ":") && i + 1 < high && reading.marked[i + 1];
      boolean another = reading.is(i, ";") && !isReported(i + 1, end);
      if (!reading.marked[i] && (announces || another)) {
        return i;
      }
    }
    return end;
  }

  /** “…, kündigte die Stadt an.”: the clause stands before its verb. */
  @Override
  @Nullable Content withoutClauseBehind(Cue cue, Link link, int low, int high) {
    int comma = commaBefore(cue.first(), low);
    return comma > low
            && link.source().first() > cue.last()
            && cue.takes(Frame.CLAUSE)
            && !reading.isListed(WordKind.SUBORDINATOR, low)
            && !reading.isListed(WordKind.REPORT_OPENING, low)
            && bare.hasVerb(low, comma)
        ? new Content(low, comma, link)
        : null;
  }
}
