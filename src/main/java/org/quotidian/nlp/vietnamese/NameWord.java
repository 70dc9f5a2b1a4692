package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.model.Token;

/**
 * A token as the name model sees it.
 *
 * @param form in one spelling, with its letter case
 * @param lower the same in lower case
 */
record NameWord(Token token, String form, String lower, WordShape shape) {

  /** TP.HCM and Q.7 are written TP. HCM and Q. 7 as often. */
  private static final Pattern GLUED =
      Pattern.compile("((?:TP|Tp|TX|Tx|TT)\\.(?=\\p{L}{2})|(?:Q|P|KP)\\.(?=\\d))([\\p{L}\\d]+)");

  static NameWord of(Token token) {
    String form = Syllables.normal(token.text());
    return new NameWord(token, form, form.toLowerCase(Locale.ROOT), WordShape.of(form));
  }

  /** The same place in the text, read as if spelt so. */
  NameWord spelt(String form) {
    return new NameWord(token, form, lower, WordShape.of(form));
  }

  static List<List<NameWord>> of(List<List<Token>> sentences) {
    return sentences.stream().map(NameWord::ofSentence).toList();
  }

  private static List<NameWord> ofSentence(List<Token> sentence) {
    var words = new ArrayList<NameWord>(sentence.size());
    for (Token token : sentence) {
      Matcher glued = GLUED.matcher(token.text());
      if (glued.matches()) {
        int cut = token.start() + glued.end(1);
        words.add(of(new Token(glued.group(1), token.tag(), token.start(), cut)));
        words.add(of(new Token(glued.group(2), token.tag(), cut, token.end())));
      } else {
        words.add(of(token));
      }
    }
    return words;
  }
}
