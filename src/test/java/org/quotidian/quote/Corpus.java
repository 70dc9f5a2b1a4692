package org.quotidian.quote;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;
import org.quotidian.nlp.Pipeline;
import org.quotidian.source.PlainText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the texts of a gold file (one JSON object per line with {@code doc} and {@code text}) as
 * articles. Their tokens and names are cached, so that measuring the quote rules takes seconds.
 */
final class Corpus {

  private static final Article NONE = article("", "", "");

  private Corpus() {}

  /** The texts of a gold file, by document name, in the order of the file. */
  static Map<String, Article> articles(Path gold, String language) throws IOException {
    var articles = new LinkedHashMap<String, Article>();
    JsonMapper json = JsonMapper.builder().build();
    for (String line : Files.readAllLines(gold)) {
      JsonNode node = json.readTree(line);
      String doc = node.get("doc").asString();
      articles.put(doc, read(doc, node.get("text").asString(), language));
    }
    return articles;
  }

  /** A text as a job reads it. */
  private static Article read(String doc, String text, String language) {
    List<Paragraph> paragraphs = PlainText.paragraphs(text);
    return new Article(doc, doc + ".txt", "", "", "", "", language, text, paragraphs, "");
  }

  /** A text without headline: every line is a paragraph of the body. */
  static Article body(String doc, String text, String language) {
    Article article = article(doc, "\n" + text, language);
    List<Paragraph> paragraphs =
        article.paragraphs().stream()
            .map(p -> new Paragraph(Section.BODY, p.start() - 1, p.end() - 1))
            .toList();
    return new Article(doc, doc + ".txt", "", "", "", "", language, text, paragraphs, "");
  }

  /** A text whose first line is the headline and whose other lines are paragraphs of the body. */
  static Article article(String doc, String text, String language) {
    var paragraphs = new ArrayList<Paragraph>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (to > from) {
        Section section = paragraphs.isEmpty() ? Section.TITLE : Section.BODY;
        paragraphs.add(new Paragraph(section, from, to));
      }
      start = end + 1;
    }
    return new Article(doc, doc + ".txt", "", "", "", "", language, text, paragraphs, "");
  }

  static void annotate(Map<String, Article> articles, Pipeline pipeline, Path cache)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(cache)) {
      for (Map.Entry<String, Article> entry : articles.entrySet()) {
        Article article = entry.getValue();
        List<Sentence> sentences = pipeline.sentences(article);
        out.write("D\t" + entry.getKey() + "\n");
        for (Sentence s : sentences) {
          out.write("S\t" + s.paragraph() + "\t" + s.start() + "\t" + s.end() + "\n");
          for (Token t : s.tokens()) {
            out.write("T\t" + t.tag() + "\t" + t.start() + "\t" + t.end() + "\n");
          }
        }
        for (EntityMention e : pipeline.entities(article, sentences)) {
          out.write(
              "E\t"
                  + e.type()
                  + "\t"
                  + e.start()
                  + "\t"
                  + e.end()
                  + "\t"
                  + e.sentence()
                  + "\t"
                  + e.canonical().replaceAll("\\s+", " ")
                  + "\n");
        }
      }
    }
  }

  static Map<String, AnnotatedArticle> read(Map<String, Article> articles, Path cache)
      throws IOException {
    var result = new LinkedHashMap<String, AnnotatedArticle>();
    String doc = "";
    var sentences = new ArrayList<Sentence>();
    var tokens = new ArrayList<Token>();
    var entities = new ArrayList<EntityMention>();
    int[] sentence = null;
    List<String> lines = new ArrayList<>(Files.readAllLines(cache));
    lines.add("D\t");
    for (String line : lines) {
      String[] f = line.split("\t", -1);
      Article article = articles.getOrDefault(doc, NONE);
      if ((f[0].equals("S") || f[0].equals("D") || f[0].equals("E")) && sentence != null) {
        Section section = article.paragraphs().get(sentence[0]).section();
        sentences.add(
            new Sentence(sentences.size(), sentence[0], section, sentence[1], sentence[2], tokens));
        tokens.clear();
        sentence = null;
      }
      switch (f[0]) {
        case "D" -> {
          if (article != NONE) {
            result.put(doc, new AnnotatedArticle(article, sentences, entities, List.of()));
          }
          sentences.clear();
          entities.clear();
          doc = f[1];
        }
        case "S" ->
            sentence =
                new int[] {Integer.parseInt(f[1]), Integer.parseInt(f[2]), Integer.parseInt(f[3])};
        case "T" -> {
          int s = Integer.parseInt(f[2]);
          int e = Integer.parseInt(f[3]);
          tokens.add(new Token(article.text().substring(s, e), f[1], s, e));
        }
        default ->
            entities.add(
                new EntityMention(
                    Integer.parseInt(f[4]),
                    EntityType.valueOf(f[1]),
                    Integer.parseInt(f[2]),
                    Integer.parseInt(f[3]),
                    f[5],
                    ""));
      }
    }
    return result;
  }
}
