package org.quotidian.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

/**
 * Gives names back the given names that look like words and that the name model has left out:
 * <i>Faith Amadi</i>, <i>Precious Berg</i>.
 */
final class GivenNames {

  private GivenNames() {}

  /** The article with each such pair of words as one mention. */
  static AnnotatedArticle joined(AnnotatedArticle article, Lexicon lexicon) {
    if (!lexicon.hasGivenNames()) {
      return article;
    }
    String text = article.article().text();
    Map<Integer, Integer> startByEnd = startByEnd(article, text, lexicon);
    var names = new ArrayList<EntityMention>();
    int free = 0;
    for (EntityMention name : article.entities()) {
      Integer start = startByEnd.get(name.start() - 1);
      boolean surname =
          name.type() == EntityType.PERSON && text.indexOf(' ', name.start()) >= name.end();
      names.add(start != null && start >= free && surname ? longer(name, start, text) : name);
      free = name.end();
    }
    return new AnnotatedArticle(article.article(), article.sentences(), names, article.quotes());
  }

  /** Where the words begin that may be given names, by where they end. */
  private static Map<Integer, Integer> startByEnd(
      AnnotatedArticle article, String text, Lexicon lexicon) {
    var found = new HashMap<Integer, Integer>();
    for (Sentence sentence : article.sentences()) {
      for (Token token : sentence.tokens()) {
        String word = text.substring(token.start(), token.end());
        if (Character.isUpperCase(word.charAt(0))
            && lexicon.isGivenName(word.toLowerCase(Locale.ROOT))) {
          found.put(token.end(), token.start());
        }
      }
    }
    return found;
  }

  private static EntityMention longer(EntityMention name, int start, String text) {
    String whole = text.substring(start, name.end());
    boolean own = name.canonical().equals(text.substring(name.start(), name.end()));
    return new EntityMention(
        name.sentence(),
        name.type(),
        start,
        name.end(),
        own ? whole : name.canonical(),
        name.normalized());
  }

  /** Whether a phrase that has no name is one: a given name and capitals. */
  static boolean isName(Phrase phrase, Reading reading, Lexicon lexicon) {
    if (phrase.first() == phrase.last() || !lexicon.isGivenName(reading.lower[phrase.first()])) {
      return false;
    }
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      if (!reading.isCapitalised(i)) {
        return false;
      }
    }
    return reading.pos[phrase.last()].isProper();
  }
}
