package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of plain text that no sentence extends beyond: a line, or several wrapped lines. */
record Block(int start, int end) {

  /** Wrapped lines have about the same length; headlines and captions do not. */
  private static final int SHORTEST_WIDTH = 50;

  private static final int LONGEST_WIDTH = 120;
  private static final int FEWEST_LINES = 3;
  private static final double LEAST_FILLED = 0.7;

  /** An end such as Công an TP., after which the next line continues. */
  private static final Pattern TORN = Pattern.compile("(?:.*[\\s(])?T ?[XPT]\\.");

  private static final int TAIL = 6; // characters

  /** The blocks of a text, in order, without blank lines. */
  static List<Block> of(String text) {
    List<Block> lines = lines(text);
    var blocks = new ArrayList<Block>();
    int i = 0;
    while (i < lines.size()) {
      int end = i + 1;
      while (end < lines.size()
          && text.indexOf('\n', lines.get(end - 1).end()) + 1 == lines.get(end).start()) {
        end++;
      }
      if (isWrapped(text, lines.subList(i, end))) {
        add(text, new Block(lines.get(i).start(), lines.get(end - 1).end()), blocks);
      } else {
        lines.subList(i, end).forEach(line -> add(text, line, blocks));
      }
      i = end;
    }
    return blocks;
  }

  private static void add(String text, Block line, List<Block> blocks) {
    Block last = blocks.isEmpty() ? line : blocks.get(blocks.size() - 1);
    int tail = Math.max(last.start, last.end - TAIL);
    if (!blocks.isEmpty() && TORN.matcher(text).region(tail, last.end).matches()) {
      blocks.set(blocks.size() - 1, new Block(last.start, line.end));
    } else {
      blocks.add(line);
    }
  }

  /** Whether all lines but the last have about the same width and most end within a sentence. */
  private static boolean isWrapped(String text, List<Block> lines) {
    if (lines.size() < FEWEST_LINES) {
      return false;
    }
    int width = lines.stream().mapToInt(line -> line.end() - line.start()).max().orElse(0);
    if (width < SHORTEST_WIDTH || width > LONGEST_WIDTH) {
      return false;
    }
    int open = 0;
    for (Block line : lines.subList(0, lines.size() - 1)) {
      if (line.end() - line.start() < LEAST_FILLED * width) {
        return false;
      }
      char last = text.charAt(line.end() - 1);
      open += ".!?…”\":;".indexOf(last) < 0 ? 1 : 0;
    }
    return open * 2 > lines.size() - 1;
  }

  private static List<Block> lines(String text) {
    var lines = new ArrayList<Block>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (!text.substring(start, end).isBlank()) {
        int last = end;
        while (Character.isWhitespace(text.charAt(last - 1))) {
          last--;
        }
        lines.add(new Block(start, last));
      }
      start = end + 1;
    }
    return lines;
  }
}
