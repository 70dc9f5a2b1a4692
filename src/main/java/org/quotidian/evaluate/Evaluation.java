package org.quotidian.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Span;

/**
 * Compares what a program marked with what annotators marked: spans, speakers and both together, by
 * type of quote and by language, and names by type; the main figures also by genre and source, if
 * the gold tells them. The same input always gives the same figures and intervals.
 */
public final class Evaluation {

  private static final double LOOSE = 0.3;
  private static final double CLOSE = 0.8;
  private static final double HALF = 0.5;
  private static final int DRAWINGS = 1000;
  private static final long SEED = 20190314L;
  private static final int CONTEXT = 60;
  private static final List<String> QUOTE_TYPES = List.of("direct", "mixed", "indirect");
  private static final List<String> NAME_TYPES = List.of("PERSON", "LOCATION", "ORGANIZATION");

  /** What was measured and how. */
  private record Key(String what, String measure) {

    /** Whether it is also given for each group of documents. */
    boolean isMain() {
      return measure.equals("name exact")
          || measure.equals("given a speaker")
          || (measure.equals("end to end") && !QUOTE_TYPES.contains(what));
    }
  }

  private final List<Figure> figures = new ArrayList<>();
  private final List<Miss> misses = new ArrayList<>();

  private Evaluation() {}

  /**
   * @param gold the documents to score
   * @param results by document name; a document that is missing counts as one in which nothing was
   *     found
   */
  public static Evaluation of(List<Annotation> gold, Map<String, Annotation> results) {
    var evaluation = new Evaluation();
    var counts = new LinkedHashMap<String, List<Map<Key, Counts>>>();
    var grouped = new TreeMap<String, List<Map<Key, Counts>>>();
    var languages = new TreeSet<String>();
    gold.forEach(document -> languages.add(document.language()));
    for (Annotation document : gold) {
      Annotation result =
          results.getOrDefault(
              document.doc(),
              new Annotation(document.doc(), document.language(), "", List.of(), List.of()));
      Map<Key, Counts> tally = evaluation.tally(document, result);
      counts.computeIfAbsent("all", k -> new ArrayList<>()).add(tally);
      if (languages.size() > 1) {
        counts.computeIfAbsent(document.language(), k -> new ArrayList<>()).add(tally);
      }
      for (String group : document.groups()) {
        grouped.computeIfAbsent(group, k -> new ArrayList<>()).add(mainOf(tally));
      }
    }
    counts.forEach(evaluation::summarise);
    grouped.forEach(evaluation::summarise);
    return evaluation;
  }

  private static Map<Key, Counts> mainOf(Map<Key, Counts> tally) {
    var main = new LinkedHashMap<>(tally);
    main.keySet().removeIf(key -> !key.isMain());
    return main;
  }

  /**
   * First all documents together, then each language if there are several, then each group of
   * documents.
   */
  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** In the order of the gold documents. */
  public List<Miss> misses() {
    return List.copyOf(misses);
  }

  /** One figure; null if nothing of that kind was measured. */
  public @Nullable Figure figure(String group, String what, String measure) {
    return figures.stream()
        .filter(f -> f.group().equals(group))
        .filter(f -> f.what().equals(what) && f.measure().equals(measure))
        .findFirst()
        .orElse(null);
  }

  private Map<Key, Counts> tally(Annotation gold, Annotation result) {
    var tally = new LinkedHashMap<Key, Counts>();
    for (String type : QUOTE_TYPES) {
      quotes(tally, type, ofTypes(gold, type), ofTypes(result, type));
    }
    List<Marking> marked = ofTypes(gold, "direct", "mixed");
    List<Marking> given = ofTypes(result, "direct", "mixed");
    quotes(tally, "marked", marked, given);
    quotes(
        tally,
        "all quotes",
        ofTypes(gold, "direct", "mixed", "indirect"),
        ofTypes(result, "direct", "mixed", "indirect"));
    scare(tally, ofTypes(gold, "scare"), given);
    for (String type : NAME_TYPES) {
      names(tally, type, gold, result);
    }
    collectMisses(gold, result);
    return tally;
  }

  private static List<Marking> ofTypes(Annotation annotation, String... types) {
    List<String> wanted = Arrays.asList(types);
    return annotation.quotes().stream().filter(quote -> wanted.contains(quote.type())).toList();
  }

  private static void quotes(
      Map<Key, Counts> tally, String what, List<Marking> gold, List<Marking> given) {
    List<Matching.Pair> pairs = Matching.match(gold, given, LOOSE);
    int half = (int) pairs.stream().filter(pair -> pair.overlap() >= HALF).count();
    int close = (int) pairs.stream().filter(pair -> pair.overlap() >= CLOSE).count();
    int exact = (int) pairs.stream().filter(p -> p.gold().span().equals(p.given().span())).count();
    int right = (int) pairs.stream().filter(Evaluation::sameSpeaker).count();
    int both =
        (int)
            pairs.stream()
                .filter(pair -> pair.overlap() >= CLOSE)
                .filter(Evaluation::sameSpeaker)
                .count();
    add(tally, what, "span >= 0.3", new Counts(pairs.size(), gold.size(), given.size()));
    add(tally, what, "span >= 0.5", new Counts(half, gold.size(), given.size()));
    add(tally, what, "span >= 0.8", new Counts(close, gold.size(), given.size()));
    add(tally, what, "span exact", new Counts(exact, gold.size(), given.size()));
    add(tally, what, "speaker", new Counts(right, pairs.size(), pairs.size()));
    add(tally, what, "end to end", new Counts(both, gold.size(), given.size()));
  }

  private static boolean sameSpeaker(Matching.Pair pair) {
    return Matching.sameSpeaker(pair.gold(), pair.given());
  }

  /**
   * Counts how many phrases in quotation marks that nobody said ("scare quotes") were given a
   * speaker.
   */
  private static void scare(Map<Key, Counts> tally, List<Marking> scare, List<Marking> given) {
    int wrong = 0;
    for (Marking words : scare) {
      boolean hit =
          given.stream()
              .anyMatch(
                  quote ->
                      quote.hasSpeaker() && Matching.overlap(words.span(), quote.span()) >= HALF);
      wrong += hit ? 1 : 0;
    }
    add(tally, "scare", "given a speaker", new Counts(wrong, scare.size(), scare.size()));
  }

  private static void names(
      Map<Key, Counts> tally, String type, Annotation gold, Annotation result) {
    List<Span> expected = spans(gold, type);
    List<Span> given = spans(result, type);
    Set<Span> both = new HashSet<>(expected);
    both.retainAll(new HashSet<>(given));
    Set<Span> used = new HashSet<>();
    int overlapping = 0;
    for (Span span : expected) {
      for (Span candidate : given) {
        if (!used.contains(candidate) && span.overlaps(candidate)) {
          used.add(candidate);
          overlapping++;
          break;
        }
      }
    }
    add(tally, type, "name exact", new Counts(both.size(), expected.size(), given.size()));
    add(tally, type, "name overlap", new Counts(overlapping, expected.size(), given.size()));
    add(tally, "all names", "name exact", new Counts(both.size(), expected.size(), given.size()));
    add(tally, "all names", "name overlap", new Counts(overlapping, expected.size(), given.size()));
  }

  private static List<Span> spans(Annotation annotation, String type) {
    return annotation.names().stream()
        .filter(name -> name.type().equals(type))
        .map(Name::span)
        .toList();
  }

  private static void add(Map<Key, Counts> tally, String what, String measure, Counts counts) {
    tally.merge(new Key(what, measure), counts, Counts::plus);
  }

  private void summarise(String group, List<Map<Key, Counts>> documents) {
    var keys = new ArrayList<>(documents.get(0).keySet());
    for (Key key : keys) {
      Counts[] perDocument =
          documents.stream()
              .map(tally -> tally.getOrDefault(key, Counts.NONE))
              .toArray(Counts[]::new);
      Counts sum = Arrays.stream(perDocument).reduce(Counts.NONE, Counts::plus);
      if (sum.gold() == 0 && sum.given() == 0) {
        continue;
      }
      double[] drawn = draw(perDocument);
      figures.add(
          new Figure(
              group,
              key.what(),
              key.measure(),
              sum,
              drawn[(int) (DRAWINGS * 0.025)],
              drawn[(int) (DRAWINGS * 0.975)]));
    }
  }

  /** F1 of repeated samples of the documents, drawn with replacement (bootstrap), sorted. */
  private static double[] draw(Counts[] perDocument) {
    var random = new Random(SEED);
    double[] values = new double[DRAWINGS];
    for (int i = 0; i < DRAWINGS; i++) {
      Counts sum = Counts.NONE;
      for (int j = 0; j < perDocument.length; j++) {
        sum = sum.plus(perDocument[random.nextInt(perDocument.length)]);
      }
      values[i] = sum.f1();
    }
    Arrays.sort(values);
    return values;
  }

  private void collectMisses(Annotation gold, Annotation result) {
    List<Marking> expected = ofTypes(gold, "direct", "mixed", "indirect");
    List<Marking> given = ofTypes(result, "direct", "mixed", "indirect");
    List<Matching.Pair> pairs = Matching.match(expected, given, LOOSE);
    Set<Marking> seen = new HashSet<>();
    for (Matching.Pair pair : pairs) {
      seen.add(pair.gold());
      seen.add(pair.given());
      if (pair.overlap() < CLOSE) {
        miss(gold, Miss.Kind.WRONG_SPAN, pair.gold(), pair.given());
      } else if (!sameSpeaker(pair)) {
        miss(gold, Miss.Kind.WRONG_SPEAKER, pair.gold(), pair.given());
      }
    }
    expected.stream()
        .filter(quote -> !seen.contains(quote))
        .forEach(quote -> miss(gold, Miss.Kind.NOT_FOUND, quote, null));
    given.stream()
        .filter(quote -> !seen.contains(quote))
        .forEach(quote -> miss(gold, Miss.Kind.NOT_A_QUOTE, null, quote));
  }

  private void miss(
      Annotation document, Miss.Kind kind, @Nullable Marking gold, @Nullable Marking given) {
    Marking shown = gold != null ? gold : given;
    String context = shown == null ? "" : context(document.text(), shown.span());
    misses.add(new Miss(document.doc(), kind, gold, given, context));
  }

  private static String context(String text, Span span) {
    int length = text.codePointCount(0, text.length());
    if (span.end() > length) {
      return "";
    }
    int from = text.offsetByCodePoints(0, Math.max(0, span.start() - CONTEXT));
    int start = text.offsetByCodePoints(0, span.start());
    int end = text.offsetByCodePoints(0, span.end());
    int to = text.offsetByCodePoints(0, Math.min(length, span.end() + CONTEXT));
    return (text.substring(from, start)
            + "["
            + text.substring(start, end)
            + "]"
            + text.substring(end, to))
        .replace('\n', ' ');
  }
}
