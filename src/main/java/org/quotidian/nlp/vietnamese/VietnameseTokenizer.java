package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quotidian.language.WordList;
import org.quotidian.model.Token;

/**
 * Divides Vietnamese text into syllables, numbers and punctuation, using the kinds of tokens in
 * {@code tokens.txt}. Every token is an unchanged piece of the text, and every character that is
 * not white space belongs to exactly one token. Immutable and thread-safe.
 */
final class VietnameseTokenizer {

  /** Characters that occur inside no kind of token. */
  private static final String AFTER_PLAIN_WORD = " ,;!?()“”…\n";

  private static final int LONGEST_PLAIN_WORD = 30;

  private final Pattern token;

  VietnameseTokenizer(List<String> kinds, Abbreviations abbreviations) {
    String listed =
        abbreviations.all().stream()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(s -> s))
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    String alternatives =
        kinds.stream()
            .map(line -> line.substring(line.indexOf('\t') + 1).strip())
            .map(expression -> expression.replace("{ABBREVIATION}", listed))
            .map(expression -> "(?:" + expression + ")")
            .collect(Collectors.joining("|"));
    this.token = Pattern.compile(alternatives);
  }

  static VietnameseTokenizer load(Abbreviations abbreviations) {
    return new VietnameseTokenizer(
        WordList.read(VietnameseTokenizer.class, "tokens.txt"), abbreviations);
  }

  /**
   * The tokens of {@code text} from {@code start} to {@code end}. Offsets are relative to the start
   * of the text.
   */
  List<Token> tokens(String text, int start, int end) {
    var tokens = new ArrayList<Token>();
    Matcher matcher = token.matcher(text);
    int i = start;
    while (i < end) {
      int plain = endOfPlainWord(text, i, end);
      if (plain > i) {
        tokens.add(new Token(text.substring(i, plain), "", i, plain));
        i = plain;
      } else if (text.charAt(i) == ' ') {
        i++;
      } else if (matcher.region(i, end).find()) {
        tokens.add(new Token(matcher.group(), "", matcher.start(), matcher.end()));
        i = matcher.end();
      } else {
        break;
      }
    }
    return tokens;
  }

  /**
   * The end of a word that consists of letters followed by a space or comma, or its start if it is
   * not so simple. Most words are; this finds the same token without trying all kinds.
   */
  private static int endOfPlainWord(String text, int start, int end) {
    if (!Character.isLetter(text.charAt(start))) {
      return start;
    }
    int i = start + 1;
    while (i < end && isPartOfWord(text.charAt(i))) {
      i++;
    }
    boolean plain = i == end || AFTER_PLAIN_WORD.indexOf(text.charAt(i)) >= 0;
    return plain && i - start <= LONGEST_PLAIN_WORD ? i : start;
  }

  private static boolean isPartOfWord(char letter) {
    return Character.isLetterOrDigit(letter)
        || Character.getType(letter) == Character.NON_SPACING_MARK;
  }
}
