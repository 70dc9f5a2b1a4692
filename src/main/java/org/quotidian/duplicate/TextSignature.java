package org.quotidian.duplicate;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.quotidian.model.Article;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

/**
 * A fingerprint that shows how much two articles have in common without needing their texts. It is
 * a MinHash of the sequences of {@value #WORDS} words in the body, with one hash for all {@value
 * #LENGTH} values (Li, Owen and Zhang 2012; empty ones filled as in Shrivastava 2017), each kept as
 * one byte (Li and König 2010). Headline, captions and boilerplate are ignored because every medium
 * has its own. Case, punctuation and line ends are ignored too.
 */
public final class TextSignature {

  /** A power of two. The estimated similarity has a standard error of 0.04 at 0.7. */
  static final int LENGTH = 128;

  private static final int WORDS = 5;

  /** A shorter text counts as a single sequence, so changing one word makes it a different text. */
  private static final int FEWEST_WORDS = 30;

  /** Han characters are written without spaces, so each counts as a word. */
  private static final int FIRST_IDEOGRAPH = 0x3006;

  private static final double CHANCE = 1.0 / 256; // that two bytes agree by chance

  private static final long EMPTY = 0xcbf29ce484222325L; // FNV-1a
  private static final long PRIME = 0x100000001b3L;

  private static final long NONE = Long.MAX_VALUE;

  private final byte[] values;

  private TextSignature(byte[] values) {
    this.values = values;
  }

  /**
   * The signature of an article. An article without words has an empty signature, which resembles
   * no other.
   */
  public static TextSignature of(Article article) {
    long[] words = words(article);
    if (words.length == 0) {
      return new TextSignature(new byte[0]);
    }
    int run = words.length < FEWEST_WORDS ? words.length : WORDS;
    long[] least = new long[LENGTH];
    Arrays.fill(least, NONE);
    for (int first = 0; first + run <= words.length; first++) {
      long hash = hash(words, first, run);
      int place = (int) (hash >>> 32) & LENGTH - 1;
      least[place] = Math.min(least[place], hash & 0xffffffffL);
    }
    byte[] values = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      values[i] = (byte) mixed(least[filled(least, i)] + i * PRIME);
    }
    return new TextSignature(values);
  }

  /**
   * @param text as {@link #toString} gives it
   */
  public static TextSignature parse(String text) {
    return new TextSignature(Base64.getDecoder().decode(text));
  }

  /** At most 172 characters of Base64; none if empty. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(values);
  }

  /**
   * @param values as {@link #values} gives them
   */
  static TextSignature of(byte[] values) {
    return new TextSignature(values);
  }

  /** The {@value #LENGTH} values, or none if empty. Callers must not change the array. */
  byte[] values() {
    return values;
  }

  boolean isEmpty() {
    return values.length == 0;
  }

  /**
   * The estimated share of word sequences that two texts have in common (Jaccard), 0 to 1; 0 if
   * either has no words.
   */
  double likeness(TextSignature other) {
    if (isEmpty() || other.isEmpty()) {
      return 0;
    }
    int same = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (values[i] == other.values[i]) {
        same++;
      }
    }
    return Math.max(0, ((double) same / LENGTH - CHANCE) / (1 - CHANCE));
  }

  /** The four values from {@code first} as one number. */
  int band(int first) {
    return values[first] << 24
        | (values[first + 1] & 0xff) << 16
        | (values[first + 2] & 0xff) << 8
        | values[first + 3] & 0xff;
  }

  /** Hashes of the words that are compared, in their order. */
  private static long[] words(Article article) {
    LongStream.Builder words = LongStream.builder();
    for (Paragraph paragraph : compared(article)) {
      long word = EMPTY;
      int c;
      for (int i = paragraph.start(); i < paragraph.end(); i += Character.charCount(c)) {
        c = article.text().codePointAt(i);
        boolean alone = c >= FIRST_IDEOGRAPH && Character.isIdeographic(c);
        if (word != EMPTY && (alone || !Character.isLetterOrDigit(c))) {
          words.add(word);
          word = EMPTY;
        }
        if (alone) {
          words.add((EMPTY ^ c) * PRIME);
        } else if (Character.isLetterOrDigit(c)) {
          word = (word ^ Character.toLowerCase(c)) * PRIME;
        }
      }
      if (word != EMPTY) {
        words.add(word);
      }
    }
    return words.build().toArray();
  }

  /** The body. If there is none, as in a picture gallery, everything but boilerplate. */
  private static List<Paragraph> compared(Article article) {
    List<Paragraph> body =
        article.paragraphs().stream().filter(p -> p.section() == Section.BODY).toList();
    return body.isEmpty()
        ? article.paragraphs().stream().filter(p -> p.section() != Section.BOILERPLATE).toList()
        : body;
  }

  /**
   * The index to use for a place: the place itself or, if no sequence was hashed to it, another
   * that was, chosen by a fixed rule.
   */
  private static int filled(long[] least, int place) {
    int filled = place;
    for (int attempt = 1; least[filled] == NONE; attempt++) {
      filled = (int) mixed(place * PRIME + attempt) & LENGTH - 1;
    }
    return filled;
  }

  private static long hash(long[] words, int first, int run) {
    long hash = run;
    for (int i = first; i < first + run; i++) {
      hash = mixed(hash * PRIME + words[i]);
    }
    return hash;
  }

  /**
   * The final step of MurmurHash3: every bit of the result depends on every bit of {@code hash}.
   */
  private static long mixed(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
