package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;
import org.quotidian.nlp.Pipeline;

/**
 * Finds sentences, tokens and names by simple rules, for tests that need no models: a sentence ends
 * at a stop before a capital, and names are given.
 */
final class SimpleTokens {

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}-]*|[''`][''`]|\\S", Pattern.UNICODE_CASE);

  private SimpleTokens() {}

  /** A body without headline, one paragraph per line, with these people in it. */
  static AnnotatedArticle article(String language, String text, String... people) {
    return article(language, text, word -> "", people);
  }

  /** The same as a pipeline. */
  static Pipeline pipeline(String language, String... people) {
    return new Pipeline() {
      @Override
      public List<Sentence> sentences(Article article) {
        return SimpleTokens.article(language, article.text(), people).sentences();
      }

      @Override
      public List<EntityMention> entities(Article article, List<Sentence> sentences) {
        return SimpleTokens.article(language, article.text(), people).entities();
      }
    };
  }

  /**
   * @param tags the part of speech of a word
   */
  static AnnotatedArticle article(
      String language, String text, UnaryOperator<String> tags, String... people) {
    var paragraphs = new ArrayList<Paragraph>();
    var sentences = new ArrayList<Sentence>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        paragraphs.add(new Paragraph(Section.BODY, start, start + line.length()));
        split(text, start, start + line.length(), paragraphs.size() - 1, sentences, tags);
      }
      start += line.length() + 1;
    }
    var article = new Article("id", "test.txt", "", "", "", "", language, text, paragraphs, "");
    return new AnnotatedArticle(article, sentences, names(text, sentences, people), List.of());
  }

  private static void split(
      String text,
      int from,
      int to,
      int paragraph,
      List<Sentence> sentences,
      UnaryOperator<String> tags) {
    var tokens = new ArrayList<Token>();
    Matcher matcher = TOKEN.matcher(text).region(from, to);
    boolean stopped = false;
    while (matcher.find()) {
      String word = matcher.group();
      if (stopped && Character.isUpperCase(word.codePointAt(0))
          || stopped && "“„\"".contains(word)) {
        add(tokens, paragraph, sentences);
      }
      stopped = word.equals(".") || word.equals("?") || stopped && "”“\"’".contains(word);
      tokens.add(new Token(word, tags.apply(word), matcher.start(), matcher.end()));
    }
    add(tokens, paragraph, sentences);
  }

  private static void add(List<Token> tokens, int paragraph, List<Sentence> sentences) {
    if (!tokens.isEmpty()) {
      sentences.add(
          new Sentence(
              sentences.size(),
              paragraph,
              Section.BODY,
              tokens.get(0).start(),
              tokens.get(tokens.size() - 1).end(),
              tokens));
      tokens.clear();
    }
  }

  private static List<EntityMention> names(
      String text, List<Sentence> sentences, String... people) {
    var names = new ArrayList<EntityMention>();
    for (Sentence sentence : sentences) {
      for (String person : people) {
        int at = text.indexOf(person, sentence.start());
        while (at >= 0 && at < sentence.end()) {
          var mention =
              new EntityMention(
                  sentence.index(), EntityType.PERSON, at, at + person.length(), "", "");
          if (names.stream().noneMatch(name -> name.span().overlaps(mention.span()))) {
            names.add(mention);
          }
          at = text.indexOf(person, at + 1);
        }
      }
    }
    names.sort(java.util.Comparator.comparingInt(EntityMention::start));
    return names;
  }
}
