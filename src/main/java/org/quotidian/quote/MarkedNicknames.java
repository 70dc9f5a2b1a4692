package org.quotidian.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/** Joins the parts of a name around a nickname in marks: <i>Joseph “Joey” Berg</i> is one man. */
final class MarkedNicknames {

  private static final String WORD = "\\p{Lu}[\\p{L}.’-]*";

  private static final Pattern INSIDE =
      Pattern.compile(
          "(" + WORD + ") [“\"‘'„«]" + WORD + "(?: " + WORD + ")?[”\"’'“»] \\p{Lu}[\\p{L}’-]*");

  private MarkedNicknames() {}

  /** The article with such a name as one mention. */
  static AnnotatedArticle joined(AnnotatedArticle article, Lexicon lexicon) {
    String text = article.article().text();
    List<EntityMention> all = article.entities();
    var names = new ArrayList<EntityMention>();
    Matcher matcher = INSIDE.matcher(text);
    int next = 0;
    while (matcher.find()) {
      while (next < all.size() && all.get(next).end() <= matcher.start()) {
        names.add(all.get(next++));
      }
      int behind = next;
      while (behind < all.size() && all.get(behind).start() < matcher.end()) {
        behind++;
      }
      List<EntityMention> parts = all.subList(next, behind);
      next = behind;
      String before = matcher.group(1).toLowerCase(Locale.ROOT);
      boolean title = lexicon.titles().of(before) != null || lexicon.sources().of(before) != null;
      names.addAll(title ? parts : joined(parts, matcher.start(), matcher.end(), text));
    }
    names.addAll(all.subList(next, all.size()));
    return new AnnotatedArticle(article.article(), article.sentences(), names, article.quotes());
  }

  /** These names, with one instead of all persons among them. */
  private static List<EntityMention> joined(
      List<EntityMention> parts, int from, int to, String text) {
    List<EntityMention> persons =
        parts.stream().filter(name -> name.type() == EntityType.PERSON).toList();
    if (persons.isEmpty()) {
      return parts;
    }
    int start = Math.min(from, persons.get(0).start());
    int end = Math.max(to, persons.get(persons.size() - 1).end());
    var names = new ArrayList<EntityMention>(parts);
    names.removeAll(persons);
    names.add(
        new EntityMention(
            persons.get(0).sentence(),
            EntityType.PERSON,
            start,
            end,
            text.substring(start, end),
            ""));
    names.sort(Comparator.comparingInt(EntityMention::start));
    return names;
  }
}
