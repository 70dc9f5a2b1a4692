package org.quotidian.source;

import java.util.List;
import java.util.Locale;

/**
 * Finds teasers of other articles by their structure: headlines that are repeated, that follow a
 * line such as {@code Đọc thêm}, or several in a row at the end.
 */
final class Teasers {

  private static final PhraseList HEADERS = PagePhrases.recogniser("teasers follow");

  private static final int MOST_HEADLINE_WORDS = 30;
  private static final int LEAST_HEADLINE_WORDS = 4;

  private final List<Block> blocks;
  private final boolean[] found;

  private Teasers(List<Block> blocks) {
    this.blocks = blocks;
    this.found = new boolean[blocks.size()];
  }

  /** For each block, whether it belongs to a teaser. */
  static boolean[] in(List<Block> blocks) {
    Teasers teasers = new Teasers(blocks);
    teasers.findRepeatedHeadlines();
    teasers.findWhatFollowsHeaders();
    teasers.findHeadlinesAtTheEnd();
    return teasers.found;
  }

  static boolean isHeadline(Block block) {
    String text = block.text();
    return block.words() <= MOST_HEADLINE_WORDS
        && block.words() >= LEAST_HEADLINE_WORDS
        && !block.endsWithFullStop()
        && !text.endsWith(":")
        && !text.endsWith(";")
        && !text.endsWith(",")
        && text.codePoints().anyMatch(Character::isUpperCase)
        && !isListItem(text);
  }

  private static boolean isListItem(String text) {
    return "-–—+•*#".indexOf(text.charAt(0)) >= 0 || Character.isDigit(text.charAt(0));
  }

  private void findRepeatedHeadlines() {
    for (int i = 1; i < blocks.size(); i++) {
      if (!isHeadline(blocks.get(i)) || !same(blocks.get(i), blocks.get(i - 1))) {
        continue;
      }
      found[i] = true;
      found[i - 1] = i > 1; // the first line of all is the title
      if (i > 1) {
        findTeaserText(i + 1);
      }
    }
    for (int i = 2; i < blocks.size(); i++) {
      found[i] |= isHeadline(blocks.get(i)) && same(blocks.get(i), blocks.get(0));
    }
  }

  /**
   * Marks the single paragraph after a teaser's headline. If more prose follows, it belongs to the
   * body.
   */
  private void findTeaserText(int i) {
    if (i < blocks.size()
        && isProse(i)
        && (isAttached(i) || i + 1 == blocks.size() || !isProse(i + 1))) {
      found[i] = true;
    }
  }

  private boolean isAttached(int i) {
    return blocks.get(i).group() == blocks.get(i - 1).group()
        && (i + 1 == blocks.size() || blocks.get(i + 1).group() != blocks.get(i).group());
  }

  private boolean isProse(int i) {
    return !isHeadline(blocks.get(i))
        && !HEADERS.matches(blocks.get(i))
        && blocks.get(i).endsSentence();
  }

  private void findWhatFollowsHeaders() {
    for (int i = 0; i < blocks.size(); i++) {
      if (!HEADERS.matches(blocks.get(i))) {
        continue;
      }
      found[i] = true;
      int next = i + 1;
      while (next < blocks.size()
          && (isHeadline(blocks.get(next)) || HEADERS.matches(blocks.get(next)))) {
        found[next] = true;
        boolean textBetweenHeadlines =
            next + 2 < blocks.size() && isProse(next + 1) && isHeadline(blocks.get(next + 2));
        if (textBetweenHeadlines && i > 0) {
          found[next + 1] = true;
          next++;
        }
        next++;
      }
    }
  }

  private void findHeadlinesAtTheEnd() {
    int first = blocks.size();
    while (first > 1
        && isHeadline(blocks.get(first - 1))
        && !blocks.get(first - 1).endsSentence()) {
      first--;
    }
    if (blocks.size() - first >= 2 && first > 1) {
      for (int i = first; i < blocks.size(); i++) {
        found[i] = true;
      }
    }
  }

  private static boolean same(Block a, Block b) {
    return a.text().toLowerCase(Locale.ROOT).equals(b.text().toLowerCase(Locale.ROOT));
  }
}
