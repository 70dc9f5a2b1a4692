package org.quotidian.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.StoredArticle;

/**
 * An article's text, cut wherever an entity, quote, speaker or cue begins or ends, so that each
 * piece knows everything that covers it. Entities and quotes can overlap, HTML elements cannot.
 */
final class MarkedText {

  private final int[] codePoints;
  private final NavigableMap<Integer, List<Mark>> byStart = new TreeMap<>();

  MarkedText(StoredArticle stored) {
    this.codePoints = stored.text().codePoints().toArray();
    stored.entities().forEach(entity -> add(Mark.of(entity)));
    for (QuoteRow quote : stored.quotes()) {
      add(new Mark(quote.start(), quote.end(), Kind.QUOTE, quote, null));
      add(quote.speakerStart(), quote.speakerEnd(), Kind.SPEAKER, quote);
      add(quote.cueStart(), quote.cueEnd(), Kind.CUE, quote);
    }
  }

  private enum Kind {
    ENTITY,
    QUOTE,
    SPEAKER,
    CUE
  }

  private record Mark(
      int start, int end, Kind kind, @Nullable QuoteRow quote, @Nullable EntityRow entity) {

    static Mark of(EntityRow entity) {
      return new Mark(entity.start(), entity.end(), Kind.ENTITY, null, entity);
    }

    int number() {
      return quote == null ? 0 : quote.quote() + 1;
    }
  }

  /**
   * A piece of text that is covered by the same marks throughout.
   *
   * @param opens quotes that begin here
   * @param speaks quotes whose speaker ends here
   * @param classes CSS classes
   * @param quotes numbers of the quotes that this piece belongs to, as words, speaker or cue
   * @param name canonical name or value of the entity; empty without one
   * @param entity type of the entity
   * @param role its role in {@link #quotes}: quote, speaker or cue
   * @param focusable whether the keyboard can reach it: true for the first piece of a mark
   */
  record Piece(
      String text,
      List<Badge> opens,
      List<Badge> speaks,
      String classes,
      String quotes,
      String name,
      String entity,
      String role,
      boolean focusable) {

    static Piece plain(String text) {
      return new Piece(text, List.of(), List.of(), "", "", "", "", "", false);
    }

    boolean marked() {
      return !classes.isEmpty();
    }
  }

  /** The number that connects a quote, its speaker and its entry in the list. */
  record Badge(int number, String type) {}

  /**
   * @param from first code point
   * @param to one past the last
   */
  List<Piece> pieces(int from, int to) {
    List<Mark> marks =
        byStart.subMap(0, true, to, false).values().stream()
            .flatMap(List::stream)
            .filter(mark -> mark.end() > from)
            .toList();
    NavigableSet<Integer> cuts = new TreeSet<>(List.of(from, to));
    for (Mark mark : marks) {
      cuts.add(Math.max(from, mark.start()));
      cuts.add(Math.min(to, mark.end()));
    }
    NavigableMap<Integer, List<Mark>> opening =
        marks.stream()
            .collect(
                Collectors.groupingBy(
                    mark -> Math.max(from, mark.start()), TreeMap::new, Collectors.toList()));
    List<Piece> pieces = new ArrayList<>();
    List<Mark> open = new ArrayList<>();
    for (Integer start = from; start < to; start = cuts.higher(start)) {
      int at = start;
      open.removeIf(mark -> mark.end() <= at);
      open.addAll(opening.getOrDefault(start, List.of()));
      pieces.add(piece(start, cuts.ceiling(start + 1), open));
    }
    return pieces;
  }

  private Piece piece(int start, int end, List<Mark> marks) {
    Mark entity = first(marks, Kind.ENTITY);
    Mark quote = first(marks, Kind.QUOTE);
    List<String> classes = new ArrayList<>();
    if (entity != null && entity.entity() != null) {
      classes.add("e");
      classes.add(entity.entity().type());
    }
    if (quote != null && quote.quote() != null) {
      classes.add("q");
      classes.add(quote.quote().type());
    }
    Mark speaker = first(marks, Kind.SPEAKER);
    Mark cue = first(marks, Kind.CUE);
    if (speaker != null) {
      classes.add("speaker");
    }
    if (cue != null) {
      classes.add("cue");
    }
    return new Piece(
        new String(codePoints, start, end - start),
        badges(marks, Kind.QUOTE, mark -> mark.start() == start),
        badges(marks, Kind.SPEAKER, mark -> mark.end() == end),
        String.join(" ", classes),
        marks.stream()
            .filter(mark -> mark.quote() != null)
            .map(Mark::number)
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(" ")),
        name(entity),
        entity == null || entity.entity() == null ? "" : entity.entity().type(),
        cue != null ? "cue" : speaker != null ? "speaker" : quote != null ? "quote" : "",
        marks.stream().anyMatch(mark -> mark.start() == start));
  }

  private static String name(@Nullable Mark mark) {
    if (mark == null || mark.entity() == null) {
      return "";
    }
    EntityRow entity = mark.entity();
    if (!entity.canonical().isEmpty()) {
      return entity.canonical();
    }
    return entity.normalized().isEmpty() ? entity.text() : entity.normalized();
  }

  private static @Nullable Mark first(List<Mark> marks, Kind kind) {
    return marks.stream().filter(mark -> mark.kind() == kind).findFirst().orElse(null);
  }

  private static List<Badge> badges(List<Mark> marks, Kind kind, Predicate<Mark> here) {
    return marks.stream()
        .filter(mark -> mark.kind() == kind && here.test(mark))
        .sorted(Comparator.comparingInt(Mark::number))
        .map(mark -> new Badge(mark.number(), mark.quote() == null ? "" : mark.quote().type()))
        .toList();
  }

  private void add(@Nullable Integer start, @Nullable Integer end, Kind kind, QuoteRow quote) {
    if (start != null && end != null) {
      add(new Mark(start, end, kind, quote, null));
    }
  }

  private void add(Mark mark) {
    if (mark.start() < mark.end() && mark.end() <= codePoints.length) {
      byStart.computeIfAbsent(mark.start(), start -> new ArrayList<>()).add(mark);
    }
  }
}
