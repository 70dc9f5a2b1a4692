package org.quotidian.nlp.vietnamese;

import java.util.Locale;
import org.quotidian.model.Token;

/**
 * A token as the name model sees it.
 *
 * @param form in one spelling, with its letter case
 * @param lower the same in lower case
 */
record NameWord(Token token, String form, String lower, WordShape shape) {

  static NameWord of(Token token) {
    String form = Syllables.normal(token.text());
    return new NameWord(token, form, form.toLowerCase(Locale.ROOT), WordShape.of(form));
  }
}
