package org.quotidian.nlp.english;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.annotate.Language;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Compares the dates and amounts of articles with those found when SUTime reads every sentence as a
 * whole, and the cost of both. Exits with 1 if a row differs.
 *
 * <p>Arguments: JSON Lines with {@code doc}, which contains the article's date, and {@code text}.
 */
final class ValueFigures {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final int SHOWN = 20;

  private record Read(Article article, List<Sentence> sentences, List<EntityMention> names) {}

  private record Found(List<List<EntityMention>> values, double seconds) {}

  public static void main(String[] arguments) throws IOException {
    List<Read> articles = read(Path.of(arguments[0]));
    long tokens =
        articles.stream()
            .flatMap(read -> read.sentences().stream())
            .mapToLong(sentence -> sentence.tokens().size())
            .sum();
    found(articles, EnglishValues::load); // so that it is compiled
    Found windows = found(articles, EnglishValues::load);
    Found whole = found(articles, EnglishValues::ofWholeSentences);
    int different = 0;
    int values = 0;
    for (int i = 0; i < articles.size(); i++) {
      different += tellDifferences(articles.get(i), windows.values().get(i), whole.values().get(i));
      values += windows.values().get(i).size();
    }
    System.out.printf(
        "%d articles, %d tokens, %d values; microseconds a token: %.1f, whole sentences %.1f; rows that differ: %d%n",
        articles.size(),
        tokens,
        values,
        windows.seconds() * 1e6 / tokens,
        whole.seconds() * 1e6 / tokens,
        different);
    System.exit(different == 0 ? 0 : 1);
  }

  private static List<Read> read(Path file) throws IOException {
    Pipeline english = Language.of("en").pipeline();
    var mapper = new ObjectMapper();
    var articles = new ArrayList<Read>();
    for (String line : Files.readAllLines(file)) {
      JsonNode record = mapper.readTree(line);
      Matcher date = DATE.matcher(record.get("doc").asString());
      Article article = article(date.find() ? date.group() : "", record.get("text").asString());
      List<Sentence> sentences = english.sentences(article);
      List<EntityMention> names =
          english.entities(article, sentences).stream().filter(m -> m.type().isName()).toList();
      articles.add(new Read(article, sentences, names));
    }
    return articles;
  }

  private static Article article(String published, String text) {
    var paragraphs = new ArrayList<Paragraph>();
    Matcher line = Pattern.compile(".*\\S.*").matcher(text);
    while (line.find()) {
      paragraphs.add(new Paragraph(Section.BODY, line.start(), line.end()));
    }
    return new Article("", "", "", "", "", published, "en", text, paragraphs, "");
  }

  private static Found found(List<Read> articles, Supplier<EnglishValues> finder) {
    EnglishValues values = finder.get();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<List<EntityMention>> found =
        articles.stream()
            .map(read -> values.in(read.sentences(), read.article().published(), read.names()))
            .toList();
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return new Found(found, (end - start) / 1e9);
  }

  private static int tellDifferences(
      Read read, List<EntityMention> windows, List<EntityMention> whole) {
    List<EntityMention> lost = whole.stream().filter(value -> !windows.contains(value)).toList();
    List<EntityMention> more = windows.stream().filter(value -> !whole.contains(value)).toList();
    lost.stream().limit(SHOWN).forEach(value -> tell("only in whole sentences", read, value));
    more.stream().limit(SHOWN).forEach(value -> tell("only in windows", read, value));
    return lost.size() + more.size();
  }

  private static void tell(String where, Read read, EntityMention value) {
    Sentence sentence = read.sentences().get(value.sentence());
    String text = read.article().text();
    System.out.printf(
        "%s: %s (%s %s) in: %s%n",
        where,
        value.span().in(text),
        value.type(),
        value.normalized(),
        text.substring(sentence.start(), sentence.end()));
  }
}
