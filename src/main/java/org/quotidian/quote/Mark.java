package org.quotidian.quote;

/**
 * A quotation mark, its position, and whether its neighbours allow it to open or close a quotation.
 *
 * @param glyph the mark, two characters for {@code ``} and {@code ''}
 * @param glued whether it stands between a stop and a capital, as where a blank was lost: {@code he
 *     said."We}; it may open, if a mark that closes follows
 */
record Mark(int position, String glyph, boolean canOpen, boolean canClose, boolean glued) {

  private Mark(int position, String glyph, boolean canOpen, boolean canClose) {
    this(position, glyph, canOpen, canClose, false);
  }

  int end() {
    return position + glyph.length();
  }

  boolean isSingle() {
    return switch (glyph) {
      case "'", "‘", "’", "‚", "‹", "›" -> true;
      default -> false;
    };
  }

  /** Whether this glyph is a mark that ends what {@code open} began. */
  boolean answers(Mark open) {
    return switch (open.glyph) {
      case "\"", "”", "“", "‟" -> isAny("\"", "”", "“", "''");
      case "„" -> isAny("“", "”", "\"");
      case "«" -> isAny("»");
      case "»" -> isAny("«", "»");
      case "``", "''" -> isAny("''", "\"", "”");
      case "‘", "'" -> isAny("’", "'");
      case "‚" -> isAny("‘", "’");
      case "‹" -> isAny("›");
      case "「" -> isAny("」");
      case "『" -> isAny("』");
      case "›" -> isAny("‹");
      default -> false;
    };
  }

  /** Whether both are of the kind that begins a quotation by its shape alone. */
  boolean repeats(Mark open) {
    return glyph.equals(open.glyph) || isAny("“", "„", "\"") && open.isAny("“", "„", "\"");
  }

  private boolean isAny(String... glyphs) {
    for (String candidate : glyphs) {
      if (glyph.equals(candidate)) {
        return true;
      }
    }
    return false;
  }

  /** The mark at a position of the text; null where there is none, as at an apostrophe. */
  static @org.jspecify.annotations.Nullable Mark at(String text, int position, int from, int to) {
    char c = text.charAt(position);
    String glyph =
        switch (c) {
          case '"', '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‹', '›', '「', '」', '『', '』' ->
              String.valueOf(c);
          case '\'', '`' -> {
            boolean twice = position + 1 < to && text.charAt(position + 1) == c;
            yield twice ? "" + c + c : String.valueOf(c);
          }
          default -> "";
        };
    if (glyph.isEmpty() || glyph.equals("`")) {
      return null;
    }
    char before = position > from ? text.charAt(position - 1) : '\n';
    int after = position + glyph.length();
    char next = after < to ? text.charAt(after) : '\n';
    boolean single = glyph.length() == 1 && "'’‘".contains(glyph);
    if (single && Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next)) {
      return null;
    }
    // “…“- said Anna: before a dash a mark closes, whatever its shape
    boolean dashNext = position > from && "-–—".indexOf(next) >= 0;
    boolean gapBefore = isGap(before) || "([{—–-/:".indexOf(before) >= 0 || isMark(before);
    boolean gapAfter = isGap(next) || dashNext || isClosing(text, after, to);
    boolean alone = (isGap(before) || before == ':') && isGap(next);
    boolean spaced = // “Oui.« Non »”, where blanks stand inside the marks
        glyph.equals("«") && ".!?…»".indexOf(before) >= 0 && isGap(next);
    boolean canOpen = gapBefore && !gapAfter || alone;
    boolean canClose = !isGap(before) || gapAfter;
    return switch (glyph) {
      case "“", "„", "«", "``", "‹", "‚", "‟" ->
          new Mark(
              position,
              glyph,
              !gapAfter || canOpen || spaced,
              dashNext || !isGap(before) && !Character.isLetterOrDigit(next) && next != '《');
      case "「", "『" -> new Mark(position, glyph, true, false);
      case "」", "』" -> new Mark(position, glyph, false, true);
      case "”", "»", "›" -> new Mark(position, glyph, isGap(before) && !gapAfter, true);
      case "‘" -> new Mark(position, glyph, canOpen, false);
      case "’" -> new Mark(position, glyph, false, canClose && !Character.isLetterOrDigit(next));
      case "'" -> new Mark(position, glyph, canOpen, canClose && !Character.isLetterOrDigit(next));
      default -> {
        boolean glued = ".,!?…".indexOf(before) >= 0 && Character.isUpperCase(next);
        yield new Mark(position, glyph, canOpen, canClose, glued);
      }
    };
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\u202f';
  }

  /** Punctuation that no quotation begins with; dots may begin one that was cut. */
  private static boolean isClosing(String text, int position, int to) {
    if (position >= to || ",.;:!?)".indexOf(Punctuation.plain(text.charAt(position))) < 0) {
      return false;
    }
    return !(text.charAt(position) == '.' && position + 1 < to && opensCut(text, position + 1, to));
  }

  /** Behind a dot with which words begin: “...”, “. . .”, “.@name”. */
  private static boolean opensCut(String text, int position, int to) {
    char next = text.charAt(position);
    return next == '.'
        || next == '@'
        || isGap(next) && position + 1 < to && text.charAt(position + 1) == '.';
  }

  private static boolean isMark(char c) {
    return "\"“”„‟«»‘’'‚‹›`「」『』".indexOf(c) >= 0;
  }
}
