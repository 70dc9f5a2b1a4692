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
 * What of an article may be the page's and not the article's if other articles have it too: the
 * short paragraphs of its body, as hashes. Never what introduces something (a colon), is said (a
 * dash, quotation marks) or is a sentence in the midst of the article: those are text, however
 * often they come. "The matter is being investigated." ends one Vietnamese crime report in a
 * hundred.
 *
 * @param story a hash of the first paragraph that is no short one; articles that share it are the
 *     same story in several copies, and what they share is no page
 * @param lines hashes, each once, in order; the last bit tells whether it is a sentence
 */
public record ShortLines(long story, List<Long> lines) {

  /** Longer ones are prose. */
  private static final int LONGEST = 200; // UTF-16 units

  private static final int FEWEST_LETTERS = 3;

  /** At the start and end of the body, where pages have sentences of their own. */
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
   * The article with those of its lines that {@code repeated} holds marked as boilerplate; as it
   * is, if nothing of its body would be left.
   *
   * @param repeated as {@link RepeatedLines#in} gives it
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

  /** For each paragraph its hash; 0 if it cannot be the page's. */
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
   * @param text as {@link #toString} gives it
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
