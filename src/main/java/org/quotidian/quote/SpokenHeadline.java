package org.quotidian.quote;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

/** Finds what a headline says that somebody said: {@code Anna Berg: We wait}. */
record SpokenHeadline(Reading reading, Lexicon lexicon, Phrases phrases, LineLabels labels) {

  /** “Anna Berg: We wait”, unless the article says the same again. */
  @Nullable Content in(int first, int limit) {
    Paragraph paragraph = reading.annotated.article().paragraphs().get(reading.paragraph[first]);
    int colon = paragraph.section() == Section.TITLE ? labels.colon(first, limit) : -1;
    Phrase speaker = colon > first ? speaker(first, colon, limit) : null;
    return speaker == null ? null : behind(colon, speaker, limit);
  }

  private @Nullable Content behind(int colon, Phrase speaker, int limit) {
    int from = colon + 1;
    int to = limit;
    while (from < to && !reading.isWord(from)) {
      from++;
    }
    while (to > from && !reading.isWord(to - 1) && !reading.isAny(to - 1, "?", "!", ".")) {
      to--;
    }
    if (to - from < Turns.SHORTEST || isRepeated(from, to, limit)) {
      return null;
    }
    var link = new Link(speaker, new Phrase(colon, colon), null, Rule.SOURCE_COLON);
    boolean verbatim = lexicon.traits().headlinesVerbatim() || reading.isQuotationMark(from - 1);
    return new Content(from, to, link, verbatim);
  }

  /** Whose words follow the colon; in front of words in marks more than a name may stand. */
  private @Nullable Phrase speaker(int first, int colon, int limit) {
    boolean marked =
        reading.isQuotationMark(colon + 1) && reading.isQuotationMark(limit - 1)
            || reading.isQuotationMark(colon + 1) && reading.isQuotationMark(limit - 2);
    for (int i = first; i < (marked ? colon : first + 1); i++) {
      Phrase phrase = phrases.startingAt(i, colon);
      if (phrase != null && reading.namesPerson(phrase) && labels.reachesColon(phrase, colon)) {
        return phrase;
      }
    }
    return null;
  }

  private boolean isRepeated(int from, int to, int limit) {
    String words = reading.text.substring(reading.start[from], reading.end[to - 1]);
    String rest = reading.text.substring(reading.end[limit - 1]);
    return rest.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
