package org.quotidian.source;

import java.util.Arrays;

/**
 * Lines that occur in so many articles of a corpus that they belong to the page: names of sections,
 * buttons, by-lines, legal notices. The order of the articles does not matter, except that it
 * decides which copy of a story is counted.
 */
public final class RepeatedLines {

  private final long[] lines; // sorted

  private RepeatedLines(long[] lines) {
    this.lines = lines;
  }

  /**
   * In how many articles a line must occur.
   *
   * @param articles the least number of articles; 0 turns this off
   * @param share the least share of all articles, whose number is first rounded down to a power of
   *     two, so that results change when a corpus has doubled and not every night
   * @param sentenceShare the least share for lines that end like a sentence
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

  /** Counts the lines of one article after another. For one thread. */
  public static final class Count {

    private final LongSet stories = new LongSet();
    private long[] lines = new long[1024];
    private int size;
    private int articles;

    /** Counts an article. Of several copies of a story, only the first counts. */
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

    /** The lines that occur in enough articles. Nothing can be added afterwards. */
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

  /** The number of lines. */
  public int size() {
    return lines.length;
  }

  /** The repeated lines of an article, for {@link ShortLines#mark}; empty if it has none. */
  public String in(ShortLines article) {
    return ShortLines.text(
        article.lines().stream().filter(line -> Arrays.binarySearch(lines, line) >= 0));
  }
}
