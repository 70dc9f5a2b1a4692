package org.quotidian.duplicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quotidian.model.Article;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how well duplicates are found: prints the pairs found among real articles, for
 * inspection, and how many edited copies of them are recognised. Run it with {@code mvn -Pbenchmark
 * verify -Dbenchmark.class=org.quotidian.duplicate.DuplicateFigures
 * -Dbenchmark.argument=FILE,FILE}.
 */
final class DuplicateFigures {

  private static final int EVERY = 5; // article is edited

  private DuplicateFigures() {}

  /** A text and its name. */
  private record Named(String name, String text) {

    Article article() {
      int title = Math.max(0, text.indexOf('\n'));
      return new Article(
          name,
          name,
          "",
          "",
          "",
          "",
          "und",
          text,
          List.of(
              new Paragraph(Section.TITLE, 0, title),
              new Paragraph(Section.BODY, title, text.length())),
          "");
    }

    TextSignature signature() {
      return TextSignature.of(article());
    }
  }

  /**
   * @param arguments one: JSON Lines files with {@code text}, separated by commas
   */
  public static void main(String[] arguments) throws IOException {
    List<Named> articles = new ArrayList<>();
    for (String file : arguments[0].split(",")) {
      for (String line : Files.readAllLines(Path.of(file))) {
        JsonNode json = JsonMapper.shared().readTree(line);
        String name = json.has("id") ? json.get("id").asString() : json.get("doc").asString();
        articles.add(new Named(name, json.get("text").asString()));
      }
    }
    List<TextSignature> signatures = signed(articles);
    long begin = System.nanoTime();
    int[] firsts = DuplicatesTest.firsts(signatures);
    System.out.printf(
        Locale.ROOT,
        "%d articles, compared in %.2f s%n",
        articles.size(),
        (System.nanoTime() - begin) / 1e9);
    printPairs(articles, signatures, firsts);
    edits(articles).forEach((name, edit) -> printRecall(articles, signatures, firsts, name, edit));
  }

  private static List<TextSignature> signed(List<Named> articles) {
    for (int i = 0; i < 3; i++) {
      articles.forEach(Named::signature); // warm-up
    }
    List<Article> read = articles.stream().map(Named::article).toList();
    long begin = System.nanoTime();
    List<TextSignature> signatures = read.stream().map(TextSignature::of).toList();
    System.out.printf(
        Locale.ROOT,
        "signing: %.1f µs an article%n",
        (System.nanoTime() - begin) / 1e3 / articles.size());
    return signatures;
  }

  private static void printPairs(
      List<Named> articles, List<TextSignature> signatures, int[] firsts) {
    List<Integer> duplicates =
        IntStream.range(0, firsts.length)
            .filter(i -> firsts[i] >= 0)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    System.out.println(duplicates.size() + " duplicates");
    Collections.shuffle(duplicates, new Random(5));
    duplicates.stream()
        .sorted((a, b) -> Double.compare(like(signatures, firsts, a), like(signatures, firsts, b)))
        .forEach(
            i ->
                System.out.printf(
                    Locale.ROOT,
                    "%.2f (exact %.2f) %s = %s%n",
                    like(signatures, firsts, i),
                    exact(articles.get(i).text(), articles.get(firsts[i]).text()),
                    articles.get(i).name(),
                    articles.get(firsts[i]).name()));
  }

  private static double like(List<TextSignature> signatures, int[] firsts, int article) {
    return signatures.get(article).likeness(signatures.get(firsts[article]));
  }

  private static double exact(String one, String other) {
    var a = runs(one);
    var b = runs(other);
    long common = a.stream().filter(b::contains).count();
    return (double) common / (a.size() + b.size() - common);
  }

  private static java.util.Set<List<String>> runs(String text) {
    String body = text.substring(Math.max(0, text.indexOf('\n')));
    List<String> words =
        Arrays.stream(body.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return IntStream.rangeClosed(0, words.size() - 5)
        .mapToObj(i -> words.subList(i, i + 5))
        .collect(Collectors.toSet());
  }

  private static void printRecall(
      List<Named> articles,
      List<TextSignature> signatures,
      int[] firsts,
      String name,
      UnaryOperator<String> edit) {
    List<TextSignature> all = new ArrayList<>(signatures);
    List<Integer> originals = new ArrayList<>();
    double exact = 0;
    double error = 0;
    double squares = 0;
    for (int i = 0; i < articles.size(); i += EVERY) {
      String edited = edit.apply(articles.get(i).text());
      TextSignature signature = new Named("edited", edited).signature();
      all.add(signature);
      double likeness = exact(articles.get(i).text(), edited);
      double difference = signatures.get(i).likeness(signature) - likeness;
      exact += likeness;
      error += difference;
      squares += difference * difference;
      originals.add(i);
    }
    int[] found = DuplicatesTest.firsts(all);
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < originals.size(); i++) {
      int original = originals.get(i);
      int named = found[articles.size() + i];
      if (named == original || named >= 0 && named == firsts[original]) {
        right++;
      } else if (named >= 0) {
        wrong++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-44s %5d copies, likeness %.2f (estimated %+.3f, ±%.3f), known %.3f, taken for another %d%n",
        name,
        originals.size(),
        exact / originals.size(),
        error / originals.size(),
        Math.sqrt(squares / originals.size()),
        (double) right / originals.size(),
        wrong);
  }

  private static Map<String, UnaryOperator<String>> edits(List<Named> articles) {
    Random random = new Random(11);
    Map<String, UnaryOperator<String>> edits = new LinkedHashMap<>();
    edits.put("the same", text -> text);
    edits.put("another headline", text -> "Tin mới nhất trong ngày\n" + afterTitle(text));
    edits.put(
        "agency tag before, share line after",
        text ->
            "Reuters\n(Reuters) - "
                + afterTitle(text).strip()
                + "\n\nTheo Reuters. Chia sẻ bài viết này lên Facebook, Zalo.");
    edits.put(
        "in capitals, other line ends", text -> text.toUpperCase(Locale.ROOT).replace(". ", ".\n"));
    for (int percent : new int[] {10, 20}) {
      edits.put(
          percent + " % of sentences from another article",
          text -> replaced(text, percent, articles, random));
      edits.put(percent + " % of sentences gone", text -> without(text, percent, random));
    }
    edits.put("a word changed in 10 % of sentences", text -> wordChanged(text, 10, random));
    edits.put("a word changed in every sentence", text -> wordChanged(text, 100, random));
    edits.put(
        "updated: a fifth longer",
        text -> {
          String other = afterTitle(articles.get(random.nextInt(articles.size())).text());
          return text + "\n" + other.substring(0, Math.min(other.length(), text.length() / 5));
        });
    edits.put("cut to its first half", text -> text.substring(0, text.length() / 2));
    return edits;
  }

  private static String afterTitle(String text) {
    return text.substring(Math.max(0, text.indexOf('\n')));
  }

  private static String replaced(String text, int percent, List<Named> articles, Random random) {
    List<String> sentences = sentences(text);
    for (int i : chosen(sentences, percent, random)) {
      List<String> others = sentences(articles.get(random.nextInt(articles.size())).text());
      sentences.set(i, others.get(random.nextInt(others.size())));
    }
    return String.join(" ", sentences);
  }

  private static String without(String text, int percent, Random random) {
    List<String> sentences = sentences(text);
    for (int i : chosen(sentences, percent, random)) {
      sentences.set(i, "");
    }
    return String.join(" ", sentences);
  }

  private static String wordChanged(String text, int percent, Random random) {
    List<String> sentences = sentences(text);
    for (int i : chosen(sentences, percent, random)) {
      String[] words = sentences.get(i).split(" ");
      words[random.nextInt(words.length)] = "khác";
      sentences.set(i, String.join(" ", words));
    }
    return String.join(" ", sentences);
  }

  private static List<String> sentences(String text) {
    return new ArrayList<>(Arrays.asList(text.split("(?<=[.!?\\n]) +|(?<=\\n)")));
  }

  /** At least one, but not the headline. */
  private static List<Integer> chosen(List<String> sentences, int percent, Random random) {
    List<Integer> places =
        IntStream.range(1, sentences.size())
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(places, random);
    return places.subList(
        0, Math.min(places.size(), Math.max(1, (sentences.size() * percent + 50) / 100)));
  }
}
