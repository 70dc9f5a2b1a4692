package org.quotidian.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

/**
 * Finds the people of an article again where its words were parted wrongly, in scripts without
 * blanks: a name in two parts, or joined with the reporting verb behind it.
 */
final class NamesAgain {

  private static final int SHORTEST = 2; // characters

  private final Lexicon lexicon;
  private final String text;
  private final List<EntityMention> mentions;

  /** The tag of each name where it is one word, the longest names first. */
  private final Map<String, String> tags =
      new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(name -> name));

  private NamesAgain(AnnotatedArticle article, Lexicon lexicon) {
    this.lexicon = lexicon;
    this.text = article.article().text();
    this.mentions = new ArrayList<>(article.entities());
    Map<Integer, Token> byStart = new TreeMap<>();
    article.sentences().forEach(s -> s.tokens().forEach(t -> byStart.put(t.start(), t)));
    for (EntityMention mention : article.entities()) {
      Token token = byStart.get(mention.start());
      if (mention.type() == EntityType.PERSON && token != null && token.end() == mention.end()) {
        String name = token.text();
        add(name, token.tag());
        add(name.substring(name.lastIndexOf('·') + 1), token.tag());
      }
    }
  }

  private void add(String name, String tag) {
    if (name.length() >= SHORTEST && name.codePoints().allMatch(Character::isIdeographic)) {
      tags.putIfAbsent(name, tag);
    }
  }

  /** The article with these names as words and mentions. */
  static AnnotatedArticle found(AnnotatedArticle article, Lexicon lexicon) {
    var names = new NamesAgain(article, lexicon);
    if (names.tags.isEmpty()) {
      return article;
    }
    List<Sentence> sentences = article.sentences().stream().map(names::found).toList();
    names.mentions.sort(Comparator.comparingInt(EntityMention::start));
    return new AnnotatedArticle(article.article(), sentences, names.mentions, article.quotes());
  }

  private Sentence found(Sentence sentence) {
    List<Token> before = sentence.tokens();
    var tokens = new ArrayList<Token>();
    int i = 0;
    while (i < before.size()) {
      int start = before.get(i).start();
      String name = nameAt(start);
      int last = name == null ? -1 : lastOf(before, i, start + name.length());
      if (name == null || last < 0) {
        tokens.add(before.get(i++));
        continue;
      }
      int end = start + name.length();
      tokens.add(new Token(name, tags.getOrDefault(name, ""), start, end));
      if (end < before.get(last).end()) {
        int limit = before.get(last).end();
        tokens.add(new Token(text.substring(end, limit), before.get(last).tag(), end, limit));
      }
      if (mentions.stream().noneMatch(m -> m.start() < end && start < m.end())) {
        mentions.add(new EntityMention(sentence.index(), EntityType.PERSON, start, end, name, ""));
      }
      i = last + 1;
    }
    return new Sentence(
        sentence.index(),
        sentence.paragraph(),
        sentence.section(),
        sentence.start(),
        sentence.end(),
        tokens);
  }

  private @Nullable String nameAt(int start) {
    for (String name : tags.keySet()) {
      if (text.startsWith(name, start)) {
        return name;
      }
    }
    return null;
  }

  /** The token in which a name ends, with nothing or a reporting verb behind it; -1 for none. */
  private int lastOf(List<Token> tokens, int first, int end) {
    int i = first;
    while (i < tokens.size() && tokens.get(i).end() < end) {
      i++;
    }
    if (i == tokens.size() || tokens.get(i).start() >= end) {
      return -1;
    }
    String rest = text.substring(end, tokens.get(i).end());
    CueWords cue = rest.isEmpty() ? null : lexicon.cues().of(rest);
    boolean verb = cue != null && cue.kind() == CueWords.Kind.VERB;
    return rest.isEmpty() || verb ? i : -1;
  }
}
