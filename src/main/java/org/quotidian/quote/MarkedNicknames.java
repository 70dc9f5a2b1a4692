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
    var names = new ArrayList<>(article.entities());
    Matcher matcher = INSIDE.matcher(text);
    while (matcher.find()) {
      String before = matcher.group(1).toLowerCase(Locale.ROOT);
      int from = matcher.start();
      int to = matcher.end();
      List<EntityMention> parts =
          names.stream()
              .filter(name -> name.type() == EntityType.PERSON)
              .filter(name -> name.start() < to && from < name.end())
              .toList();
      if (parts.isEmpty()
          || lexicon.titles().of(before) != null
          || lexicon.sources().of(before) != null) {
        continue;
      }
      int start = Math.min(from, parts.get(0).start());
      int end = Math.max(to, parts.get(parts.size() - 1).end());
      names.removeAll(parts);
      names.add(
          new EntityMention(
              parts.get(0).sentence(),
              EntityType.PERSON,
              start,
              end,
              text.substring(start, end),
              ""));
    }
    names.sort(Comparator.comparingInt(EntityMention::start));
    return new AnnotatedArticle(article.article(), article.sentences(), names, article.quotes());
  }
}
