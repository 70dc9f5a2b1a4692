package org.quotidian.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleId;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

/**
 * The short paragraphs in an article's body, as hashes. If many articles have the same one, it is
 * boilerplate. Some are never included, because they are text however often they occur: those that
 * introduce something (end in a colon), that are speech (have a dash or quotation marks), and
 * sentences in the middle of the article. "The matter is being investigated." ends one Vietnamese
 * crime report in a hundred.
 *
 * @param story a hash of the first longer paragraph; articles with the same one are copies of one
 *     story, so what they share is not boilerplate
 * @param lines hashes, each once, in order; the last bit shows whether the line is a sentence
 */
public record ShortLines(long story, List<Long> lines) {

  /** Longer paragraphs are prose. */
  private static final int LONGEST = 200; // UTF-16 units

  private static final int FEWEST_LETTERS = 3;

  /** At the start and end of the body, pages have boilerplate that consists of sentences. */
  private static final int EDGE = 3; // paragraphs

  private static final String STOPS = ".!?…。！？؟।";
  private static final String CLOSING_MARKS = ")]";
  private static final String QUOTATION_MARKS = "\"“”„«»‹›「」『』";
  private static final String DASHES = "-–—‒―•";
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final String OPEN_ENDS = ":,;：，；";

  public ShortLines {
    lines = List.copyOf(lines);
  }

  /** The short lines of an article. */
  public static ShortLines of(Article article) {
    String story =
        article.paragraphs().stream()
            .filter(p -> p.section() == Section.BODY && p.end() - p.start() > LONGEST)
            .findFirst()
            .map(paragraph -> words(article, paragraph))
            .orElse(article.text());
    return new ShortLines(
        hash(story), Arrays.stream(lines(article)).filter(l -> l != 0).distinct().boxed().toList());
  }

  /**
   * The article with its {@code repeated} lines marked as boilerplate. If that would leave nothing
   * of its body, it is returned unchanged.
   *
   * @param repeated from {@link RepeatedLines#in}
   */
  public static Article mark(Article article, String repeated) {
    if (repeated.isEmpty()) {
      return article;
    }
    Set<Long> page = hashes(repeated).boxed().collect(Collectors.toSet());
    long[] lines = lines(article);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      boolean repeats = page.contains(lines[paragraphs.size()]);
      Section section = repeats ? Section.BOILERPLATE : paragraph.section();
      paragraphs.add(new Paragraph(section, paragraph.start(), paragraph.end()));
    }
    boolean hasBody = paragraphs.stream().anyMatch(p -> p.section() == Section.BODY);
    return hasBody ? article.withParagraphs(paragraphs) : article;
  }

  /** The hash of each paragraph; 0 if it cannot be boilerplate. */
  private static long[] lines(Article article) {
    List<Paragraph> paragraphs = article.paragraphs();
    long body = paragraphs.stream().filter(p -> p.section() == Section.BODY).count();
    long[] lines = new long[paragraphs.size()];
    int seen = 0;
    for (int i = 0; i < lines.length; i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.section() == Section.BODY) {
        boolean isAtEdge = seen < EDGE || seen >= body - EDGE;
        seen++;
        boolean isShort = paragraph.end() - paragraph.start() <= LONGEST;
        lines[i] = isShort ? line(words(article, paragraph), isAtEdge) : 0;
      }
    }
    return lines;
  }

  private static long line(String words, boolean isAtEdge) {
    boolean isSentence = endsIn(STOPS, words);
    boolean isText =
        isSentence && !isAtEdge
            || endsIn(OPEN_ENDS, words)
            || DASHES.indexOf(words.codePointAt(0)) >= 0
            || words.codePoints().anyMatch(c -> QUOTATION_MARKS.indexOf(c) >= 0)
            || words.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS;
    return isText ? 0 : hash(words) & ~1L | (isSentence ? 1 : 0);
  }

  private static boolean endsIn(String signs, String words) {
    int last = words.length() - 1;
    while (last > 0 && CLOSING_MARKS.indexOf(words.charAt(last)) >= 0) {
      last--;
    }
    return signs.indexOf(words.charAt(last)) >= 0;
  }

  private static String words(Article article, Paragraph paragraph) {
    String text = article.text().substring(paragraph.start(), paragraph.end());
    return WHITE_SPACE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  private static long hash(String words) {
    String sha256 = ArticleId.sha256(words.getBytes(StandardCharsets.UTF_8));
    return HexFormat.fromHexDigitsToLong(sha256, 0, Long.BYTES * 2);
  }

  /**
   * @param text as written by {@link #toString}
   */
  public static ShortLines parse(String text) {
    long[] hashes = hashes(text).toArray();
    return new ShortLines(hashes[0], Arrays.stream(hashes).skip(1).boxed().toList());
  }

  /** Hexadecimal numbers: the story, then the lines. */
  @Override
  public String toString() {
    return text(Stream.concat(Stream.of(story), lines.stream()));
  }

  static String text(Stream<Long> hashes) {
    return hashes.map(HexFormat.of()::toHexDigits).collect(Collectors.joining(" "));
  }

  private static LongStream hashes(String text) {
    return Arrays.stream(text.split(" ")).mapToLong(HexFormat::fromHexDigitsToLong);
  }
}
