package org.quotidian.source;

import java.util.Arrays;

/**
 * The lines that so many articles of a corpus have that they are the page's: names of rubrics,
 * buttons, by-lines, legal notices. Which they are depends on the articles alone, not on their
 * order, but for which copy of a story is the one that counts.
 */
public final class RepeatedLines {

  private final long[] lines; // sorted

  private RepeatedLines(long[] lines) {
    this.lines = lines;
  }

  /**
   * In how many articles a line must stand.
   *
   * @param articles in at least so many; 0 if no line is ever marked
   * @param share and in this part of all, whose number is rounded down to a power of two: when a
   *     corpus grows, verdicts change when it has doubled, not every night
   * @param sentenceShare the same for what ends like a sentence
   */
  public record Limits(int articles, double share, double sentenceShare) {

    /** Whether a corpus of {@code number} articles can have such lines. */
    public boolean allow(int number) {
      return articles > 0 && number >= articles;
    }

    private int fewest(int number, boolean sentence) {
      double part = sentence ? sentenceShare : share;
      return Math.max(articles, (int) Math.ceil(part * Integer.highestOneBit(number)));
    }
  }

  /** Counts the lines of one article after the other; for one thread. */
  public static final class Count {

    private final LongSet stories = new LongSet();
    private long[] lines = new long[1024];
    private int size;
    private int articles;

    /** Counts an article; of the copies of a story, only the first. */
    public void add(ShortLines article) {
      articles++;
      if (stories.add(article.story())) {
        article.lines().forEach(this::add);
      }
    }

    private void add(long line) {
      if (size == lines.length) {
        lines = Arrays.copyOf(lines, 2 * size);
      }
      lines[size++] = line;
    }

    /** The lines that enough articles have. No more can be counted after that. */
    public RepeatedLines repeated(Limits limits) {
      Arrays.sort(lines, 0, size);
      int kept = 0;
      int from = 0;
      for (int i = 1; i <= size; i++) {
        if (i == size || lines[i] != lines[from]) {
          boolean sentence = (lines[from] & 1) == 1;
          if (limits.allow(articles) && i - from >= limits.fewest(articles, sentence)) {
            lines[kept++] = lines[from];
          }
          from = i;
        }
      }
      return new RepeatedLines(Arrays.copyOf(lines, kept));
    }
  }

  /** How many there are. */
  public int size() {
    return lines.length;
  }

  /** Those of an article, for {@link ShortLines#mark}; empty if it has none. */
  public String in(ShortLines article) {
    return ShortLines.text(
        article.lines().stream().filter(line -> Arrays.binarySearch(lines, line) >= 0));
  }
}
