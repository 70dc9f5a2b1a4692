package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quotidian.model.Token;

/**
 * Cuts Vietnamese text into syllables, numbers and marks, after the kinds of token in {@code
 * tokens.txt}. Every token is a piece of the text as it stands: nothing is rewritten, and what is
 * not white space belongs to exactly one token. Immutable, for any number of threads.
 */
final class VietnameseTokenizer {

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
    return new VietnameseTokenizer(Lines.of("tokens.txt"), abbreviations);
  }

  /** The tokens of {@code text} from {@code start} to {@code end}; offsets count from 0 of text. */
  List<Token> tokens(String text, int start, int end) {
    var tokens = new ArrayList<Token>();
    Matcher matcher = token.matcher(text).region(start, end);
    while (matcher.find()) {
      tokens.add(new Token(matcher.group(), "", matcher.start(), matcher.end()));
    }
    return tokens;
  }
}
