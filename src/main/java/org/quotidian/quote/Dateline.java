package org.quotidian.quote;

import java.util.List;
import java.util.Locale;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

/**
 * Recognises the place, date and agency before the first words of a paragraph: “ASHTON, Md.
 * (Herald) — ”, “(NĐ)- ”.
 */
final class Dateline {

  private static final int LONGEST = 14; // tokens

  private Dateline() {}

  /**
   * The tokens with which a sentence begins that are a dateline; 0 without. Capitals alone are a
   * place only where the text begins.
   */
  static int length(List<Sentence> sentences, Sentence sentence) {
    Sentence before = sentence.index() == 0 ? null : sentences.get(sentence.index() - 1);
    if (sentence.section() != Section.BODY
        || before != null && before.paragraph() == sentence.paragraph()) {
      return 0;
    }
    List<Token> tokens = sentence.tokens();
    int dash = 1;
    while (dash < Math.min(tokens.size() - 1, LONGEST)
        && !Reading.DASHES.contains(tokens.get(dash).text())) {
      dash++;
    }
    if (dash >= Math.min(tokens.size() - 1, LONGEST)
        || Character.isLowerCase(tokens.get(dash + 1).text().codePointAt(0))) {
      return 0;
    }
    String place = tokens.get(0).text();
    boolean capitals = place.length() > 2 && place.equals(place.toUpperCase(Locale.ROOT));
    boolean opensBody = before == null || before.section() != Section.BODY;
    boolean agency = tokens.get(dash - 1).text().equals(")");
    boolean opens = place.equals("(") || Character.isUpperCase(place.codePointAt(0));
    return agency && opens || capitals && opensBody ? dash + 1 : 0;
  }
}
