package org.quotidian.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Divides plain text into paragraphs, for reading articles and for training on them alike. Blank
 * lines always separate. A single line end separates too, unless the text is hard-wrapped; then
 * lines are joined until one ends early. A line that begins in small letters continues the one
 * before (copies of pages often have links on lines of their own). A line that ends in an
 * abbreviation that introduces a name (Công an TP.) is joined with the next.
 */
public final class PlainParagraphs {

  /** Wider lines are whole paragraphs: no one wraps lines at such a width. */
  private static final int WIDEST_WRAP = 130; // characters

  private static final int NARROWEST_WRAP = 30; // characters

  /** The share of line ends that must be at full lines. */
  private static final double LEAST_FULL = 0.7;

  /** Fewer line ends prove nothing. */
  private static final int LEAST_LINE_ENDS = 3;

  /** The share of lines that may be wider than the width (addresses, unbreakable words). */
  private static final double MOST_WIDER = 0.25;

  /** A line of a wrapped text that is shorter than this share of the width ends its paragraph. */
  private static final double SHORT_LINE = 0.75;

  /** Marks at the end of a line after which the next does not continue it. */
  private static final String ENDS = ".!?…:;\"”’»。！？：；」』؟";

  /** Marks at the start of a line that belong to the line before. */
  private static final String CONTINUES = ",.;)";

  /** The share of lines that may begin in small letters; above, small letters show nothing. */
  private static final double MOST_SMALL = 0.5;

  private static final Pattern TORN = Pattern.compile("(?:.*[\\s(])?T ?[XPT]\\.", Pattern.DOTALL);

  /** How much of a line's end is checked for such an abbreviation. */
  private static final int TAIL = 6; // characters

  /**
   * A line without surrounding white space; {@code indent} is the width of the white space before
   * it.
   */
  private record Line(int start, int end, int indent) {
    int length() {
      return end - start;
    }
  }

  private final String text;
  private final List<List<Line>> groups;
  private final int width;
  private final boolean hasCapitals;

  private PlainParagraphs(String text) {
    this.text = text;
    this.groups = groups(text);
    this.width = wrapWidth();
    this.hasCapitals = hasCapitals();
  }

  /**
   * A paragraph, or a line that stands by itself such as a headline.
   *
   * @param start first UTF-16 unit in the text
   * @param end one past the last; white space around it is left out
   * @param group the index of its group of lines between blank lines
   */
  public record PlainParagraph(int start, int end, int group) {}

  /**
   * The paragraphs in order; blank lines are in none.
   *
   * @param text with {@code \n} line ends
   */
  public static List<PlainParagraph> of(String text) {
    return new PlainParagraphs(text).cut();
  }

  private static List<List<Line>> groups(String text) {
    List<List<Line>> groups = new ArrayList<>();
    List<Line> group = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int newline = text.indexOf('\n', from);
      int to = newline < 0 ? text.length() : newline;
      Line line = stripped(text, from, to);
      if (line.length() > 0) {
        group.add(line);
      } else if (!group.isEmpty() && !isTorn(text, group.get(group.size() - 1))) {
        groups.add(group);
        group = new ArrayList<>();
      }
      from = to + 1;
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }

  private static Line stripped(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return new Line(start, end, start - from);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }

  /** The width at which the text was wrapped, in characters; 0 if it was not. */
  private int wrapWidth() {
    List<Line> inner = new ArrayList<>();
    List<Line> followers = new ArrayList<>();
    for (List<Line> group : groups) {
      for (int i = 0; i + 1 < group.size(); i++) {
        if (!sameWords(group.get(i), group.get(i + 1))) { // not a repeated headline
          inner.add(group.get(i));
          followers.add(group.get(i + 1));
        }
      }
    }
    if (inner.size() < LEAST_LINE_ENDS) {
      return 0;
    }
    int[] lengths = inner.stream().mapToInt(Line::length).sorted().toArray();
    int candidate = lengths[(lengths.length - 1) * 9 / 10];
    if (candidate > WIDEST_WRAP || candidate < NARROWEST_WRAP) {
      return 0;
    }
    long wider = groups.stream().flatMap(List::stream).filter(l -> l.length() > candidate).count();
    if (wider > inner.size() * MOST_WIDER) {
      return 0;
    }
    int full = 0;
    for (int i = 0; i < inner.size(); i++) {
      if (isFull(inner.get(i), followers.get(i), candidate)) {
        full++;
      }
    }
    return full >= LEAST_FULL * inner.size() ? candidate : 0;
  }

  /**
   * Whether the first word of the next line would not have fitted on this one. Chinese lines may
   * end anywhere.
   */
  private boolean isFull(Line line, Line next, int width) {
    int word = next.start();
    while (word < next.end()
        && !isBlank(text.charAt(word))
        && !Character.isIdeographic(text.charAt(word))) {
      word++;
    }
    return line.length() + 1 + (word - next.start()) > width;
  }

  private List<PlainParagraph> cut() {
    List<PlainParagraph> paragraphs = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<Line> group = groups.get(g);
      int first = 0;
      for (int i = 0; i < group.size(); i++) {
        if (i + 1 == group.size() || separates(group, i)) {
          paragraphs.add(new PlainParagraph(group.get(first).start(), group.get(i).end(), g));
          first = i + 1;
        }
      }
    }
    return paragraphs;
  }

  private boolean sameWords(Line a, Line b) {
    return a.length() == b.length() && text.regionMatches(a.start(), text, b.start(), a.length());
  }

  private static boolean isTorn(String text, Line line) {
    int from = Math.max(line.start(), line.end() - TAIL);
    return TORN.matcher(text).region(from, line.end()).matches();
  }

  /** Whether a paragraph ends with line {@code i} of a group, which is not its last. */
  private boolean separates(List<Line> group, int i) {
    Line line = group.get(i);
    Line next = group.get(i + 1);
    if (isTorn(text, line)) {
      return false;
    }
    if (width == 0) {
      return !continues(line, next) && !beginsWithLink(group, i);
    }
    boolean endsEarly = line.length() < SHORT_LINE * width && !isFull(line, next, width);
    boolean indented = next.indent() >= 2 && line.indent() < next.indent();
    return endsEarly || indented;
  }

  /** Whether a line goes on in the next, which begins within a sentence. */
  private boolean continues(Line line, Line next) {
    return hasCapitals && beginsSmall(next) && ENDS.indexOf(text.charAt(line.end() - 1)) < 0;
  }

  /**
   * Whether the next line is the text of a link that once stood within a sentence: the line after
   * it continues it, and this one has not ended. A headline, which is the first line, is not
   * joined.
   */
  private boolean beginsWithLink(List<Line> group, int i) {
    boolean isFirst = group == groups.get(0) && i == 0;
    return !isFirst
        && i + 2 < group.size()
        && continues(group.get(i + 1), group.get(i + 2))
        && ENDS.indexOf(text.charAt(group.get(i).end() - 1)) < 0;
  }

  /** Whether it begins in small letters (but not with a name such as iPhone), or with a comma. */
  private boolean beginsSmall(Line line) {
    char first = text.charAt(line.start());
    boolean small =
        Character.isLowerCase(first)
            && (line.length() == 1 || !Character.isUpperCase(text.charAt(line.start() + 1)));
    return small || CONTINUES.indexOf(first) >= 0;
  }

  private boolean hasCapitals() {
    long lines = groups.stream().mapToLong(List::size).sum();
    long small = groups.stream().flatMap(List::stream).filter(this::beginsSmall).count();
    return small <= lines * MOST_SMALL;
  }
}
