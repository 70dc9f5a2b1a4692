package org.quotidian.quote;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

/**
 * Finds sentences that were cut in two behind a shortened name or title: “chị Ch.” and “sinh sống ở
 * đây”, “TP.” and “Vinh”, as in texts that were set by a machine a sentence a line.
 */
final class FalseStops {

  private static final Pattern SHORTENED = Pattern.compile("(\\p{Lu}-)?(\\p{Lu}\\p{L}{0,4}\\.)+");

  private FalseStops() {}

  /** Whether a sentence goes on with what was taken for the next. */
  static boolean isBetween(Sentence sentence, Sentence next, Lexicon lexicon) {
    if (sentence.section() != next.section()
        || next.tokens().isEmpty()
        || sentence.tokens().isEmpty()) {
      return false;
    }
    int opening = next.tokens().get(0).text().codePointAt(0);
    String last = sentence.tokens().get(sentence.tokens().size() - 1).text();
    if (Character.isUpperCase(opening)
        && lexicon.words(WordKind.BEFORE_NAME).of(last.toLowerCase(Locale.ROOT)) != null) {
      return true;
    }
    return (Character.isLowerCase(opening) || ",:(".indexOf(opening) >= 0)
        && endsShortened(sentence.tokens());
  }

  private static boolean endsShortened(List<Token> tokens) {
    int last = tokens.size() - 1;
    if (tokens.get(last).text().equals(")") && last > 0) {
      last--;
    }
    String word = tokens.get(last).text();
    if (word.equals(".") && last > 0 && tokens.get(last - 1).end() == tokens.get(last).start()) {
      word = tokens.get(last - 1).text() + ".";
    }
    return SHORTENED.matcher(word).matches();
  }
}
