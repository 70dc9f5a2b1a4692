package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import org.quotidian.model.Span;

/**
 * Finds the words between quotation marks, paragraph by paragraph, so that a missing or stray mark
 * affects the words around it but not the rest of the article. Of nested quotations, only the outer
 * one is returned.
 */
final class MarkFinder {

  /** Characters; a shorter rest behind an opening mark without its closing mark is no quotation. */
  private static final int SHORTEST_UNCLOSED = 20;

  /** Paragraphs without any mark over which a quotation may run before it is closed. */
  private static final int LONGEST_GAP = 6;

  /** Stops behind this one need no blank: 。 */
  private static final char FULL_WIDTH = '\u3000';

  /** A few words without punctuation. */
  private static final Pattern TERM = Pattern.compile("[\\p{L}\\p{N}]+(\\s[\\p{L}\\p{N}-]+){0,6}");

  private final String text;
  private final List<Paragraph> paragraphs;
  private final List<MarkedSpan> spans = new ArrayList<>();

  /** End of what was found so far: the rest of its paragraph is still to be read. */
  private int read;

  private MarkFinder(String text, List<Paragraph> paragraphs) {
    this.text = text;
    this.paragraphs = paragraphs;
  }

  /** The marked spans of the body's paragraphs, in text order, not overlapping. */
  static List<MarkedSpan> find(String text, List<Paragraph> paragraphs) {
    var finder = new MarkFinder(text, paragraphs);
    for (int i = 0; i < paragraphs.size(); i++) {
      if (finder.isBody(i) && paragraphs.get(i).end() > finder.read) {
        finder.findIn(i);
      }
    }
    return finder.spans;
  }

  private boolean isBody(int index) {
    return index < paragraphs.size() && paragraphs.get(index).section() == Section.BODY;
  }

  private void findIn(int index) {
    Paragraph paragraph = paragraphs.get(index);
    Paragraph next = isBody(index + 1) ? paragraphs.get(index + 1) : null;
    List<Mark> marks = marks(paragraph);
    marks.removeIf(mark -> mark.position() < read);
    int[] surplus = closersLeft(marks);
    Mark open = null;
    int nested = 0;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (open == null) {
        boolean opens = mark.canOpen() || mark.glued() && surplus[i] > 0;
        if (opens && (!mark.isSingle() || closingSingle(marks, i) > 0)) {
          if (mark.isSingle()) {
            int close = closingSingle(marks, i);
            add(mark, marks.get(close).position(), marks.get(close).end());
            i = close;
          } else {
            open = mark;
            nested = 0;
          }
        }
      } else if (mark.isSingle()) {
        continue;
      } else if (looksLikeOpening(mark) && mark.repeats(open)) {
        if (endsStatement(open.end(), mark.position()) && !(surplus[i] >= 2)) {
          addUnclosed(open, trimmed(open.end(), mark.position()), false);
          open = mark;
          nested = 0;
        } else if (surplus[i] >= 2) {
          nested++;
        }
      } else if (mark.answers(open) && mark.canClose()) {
        if (nested == 0 && begins(paragraph, open) && quotesTerm(marks, i, paragraph)) {
          i++;
        } else if (nested > 0) {
          nested--;
        } else {
          add(open, mark.position(), mark.end());
          open = null;
        }
      }
    }
    if (open != null) {
      boolean goesOn = next != null && opensAgain(next, open);
      Mark close = goesOn ? null : closedLater(index, open);
      if (close != null) {
        add(open, close.position(), close.end());
        read = close.end();
        return;
      }
      int end = goesOn || begins(paragraph, open) ? paragraph.end() : sentenceEnd(open, paragraph);
      addUnclosed(open, trimmed(open.end(), end), goesOn);
    }
  }

  /**
   * The mark that closes what a paragraph left open, in one of the next paragraphs: the first
   * there, when its shape says that it can only close. Where sentences are set as paragraphs of
   * their own, quotations of several sentences look like that.
   */
  private @Nullable Mark closedLater(int index, Mark open) {
    if (!opensStatement(paragraphs.get(index), open)) {
      return null;
    }
    for (int i = index + 1; isBody(i) && i <= index + LONGEST_GAP; i++) {
      for (Mark mark : marks(paragraphs.get(i))) {
        if (!mark.isSingle()) {
          return mark.canClose() && !mark.canOpen() && mark.answers(open) ? mark : null;
        }
      }
    }
    return null;
  }

  private boolean opensStatement(Paragraph paragraph, Mark open) {
    int before = trimmed(paragraph.start(), open.position());
    return before == paragraph.start()
        || ".:!?…,”\"".indexOf(Punctuation.plain(text.charAt(before - 1))) >= 0;
  }

  private List<Mark> marks(Paragraph paragraph) {
    var marks = new ArrayList<Mark>();
    int i = paragraph.start();
    while (i < paragraph.end()) {
      Mark mark = Mark.at(text, i, paragraph.start(), paragraph.end());
      if (mark == null) {
        i++;
      } else {
        if (mark.canOpen() || mark.canClose()) {
          marks.add(mark);
        }
        i = mark.end();
      }
    }
    return marks;
  }

  /** For each mark how many more closing than opening double marks follow it. */
  private static int[] closersLeft(List<Mark> marks) {
    int[] left = new int[marks.size()];
    int count = 0;
    for (int i = marks.size() - 1; i >= 0; i--) {
      left[i] = count;
      Mark mark = marks.get(i);
      if (!mark.isSingle()) {
        count += looksLikeOpening(mark) ? -1 : 1;
      }
    }
    return left;
  }

  private static boolean looksLikeOpening(Mark mark) {
    return switch (mark.glyph()) {
      case "“", "„", "«", "``" -> mark.canOpen() && !(mark.canClose());
      default -> mark.canOpen() && !mark.canClose();
    };
  }

  /**
   * The mark that closes a single one, before another single one opens; 0 when there is none. After
   * an s it may be an apostrophe, so one that stands at punctuation is preferred.
   */
  private int closingSingle(List<Mark> marks, int opening) {
    int first = 0;
    for (int i = opening + 1; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (mark.isSingle() && mark.canClose() && mark.answers(marks.get(opening))) {
        char before = text.charAt(mark.position() - 1);
        if (before != 's'
            || mark.end() >= text.length()
            || ",.;:!?".indexOf(Punctuation.plain(text.charAt(mark.end()))) >= 0) {
          return first > 0 && ",.!?…".indexOf(Punctuation.plain(before)) < 0 ? first : i;
        }
        first = first > 0 ? first : i;
      } else if (mark.isSingle() && mark.canOpen()) {
        break;
      }
    }
    return first;
  }

  private boolean endsStatement(int from, int to) {
    int end = trimmed(from, to);
    return end > from && ".,!?…;".indexOf(Punctuation.plain(text.charAt(end - 1))) >= 0;
  }

  /** A quotation that makes up its paragraph, or what was announced by a colon or comma. */
  private boolean begins(Paragraph paragraph, Mark open) {
    int before = trimmed(paragraph.start(), open.position());
    return before == paragraph.start() || Punctuation.plain(text.charAt(before - 1)) == ':';
  }

  /**
   * Whether a mark and the next one stand around a term inside what is quoted, though their shape
   * says otherwise: {@code "I like the song" Red River "best of all"}, as marks fall where blanks
   * were set by a machine. The sentence runs on over both.
   */
  private boolean quotesTerm(List<Mark> marks, int index, Paragraph paragraph) {
    if (index + 2 >= marks.size()) {
      return false;
    }
    Mark first = marks.get(index);
    Mark second = marks.get(index + 1);
    if (!first.glyph().equals("\"") || !second.glyph().equals("\"") || !second.canOpen()) {
      return false;
    }
    String term = text.substring(first.end(), second.position()).strip();
    int behind = second.end();
    return Character.isLetterOrDigit(text.charAt(first.position() - 1))
        && TERM.matcher(term).matches()
        && behind < paragraph.end()
        && (Character.isLowerCase(text.charAt(behind)) || ",.?!".indexOf(text.charAt(behind)) >= 0);
  }

  private boolean opensAgain(Paragraph next, Mark open) {
    int i = next.start();
    Mark mark = i < next.end() ? Mark.at(text, i, next.start(), next.end()) : null;
    return mark != null
        && mark.canOpen()
        && (mark.repeats(open) || mark.glyph().equals(open.glyph()));
  }

  private int sentenceEnd(Mark open, Paragraph paragraph) {
    for (int i = open.end(); i < paragraph.end(); i++) {
      char mark = text.charAt(i);
      boolean apart =
          mark > FULL_WIDTH
              || i + 1 == paragraph.end()
              || Character.isWhitespace(text.charAt(i + 1));
      if (Punctuation.isStop(mark) && apart) {
        return i + 1;
      }
    }
    return paragraph.end();
  }

  private int trimmed(int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private void add(Mark open, int innerEnd, int outerEnd) {
    int from = open.end();
    int to = trimmed(from, innerEnd);
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    if (from < to) {
      spans.add(new MarkedSpan(new Span(open.position(), outerEnd), new Span(from, to), false));
    }
  }

  private void addUnclosed(Mark open, int end, boolean goesOn) {
    int from = open.end();
    while (from < end && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    if (from < end && (goesOn || end - from >= SHORTEST_UNCLOSED)) {
      spans.add(new MarkedSpan(new Span(open.position(), end), new Span(from, end), goesOn));
    }
  }
}
