package org.quotidian.source;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quotidian.language.WordList;

/**
 * Maps the fields of a record (a JSON object, a CSV row) to the parts of an article. The usual
 * names are known; a job can specify others.
 */
public final class FieldNames {

  /** A part of an article that is read from a record. */
  public enum Field {
    TITLE,
    /** A paragraph before the text, in a field of its own. */
    LEAD,
    TEXT,
    PUBLISHED,
    AUTHOR,
    /** Identifies the record in its file. */
    KEY
  }

  private static final Map<String, List<String>> BY_HEADING =
      WordList.sections(FieldNames.class, "fields.txt");

  private final Map<Field, List<String>> names;

  private FieldNames(Map<Field, List<String>> names) {
    this.names = names;
  }

  /** The names in {@code fields.txt}. */
  public static FieldNames usual() {
    Map<Field, List<String>> names = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      names.put(
          field,
          under(field.name().toLowerCase(Locale.ROOT)).stream().map(FieldNames::plain).toList());
    }
    return new FieldNames(names);
  }

  /** The usual names of a field that contains a list of records. */
  static Set<String> ofLists() {
    return Set.copyOf(under("list"));
  }

  private static List<String> under(String heading) {
    return Objects.requireNonNull(BY_HEADING.get(heading), heading);
  }

  /** These names, but {@code field} is read only from the field called {@code name}. */
  public FieldNames with(Field field, String name) {
    Map<Field, List<String>> changed = new EnumMap<>(names);
    changed.put(field, List.of(plain(name)));
    return new FieldNames(changed);
  }

  /**
   * The value of {@code field}, from the first of its names for which {@code record} has a value.
   *
   * @param record values by plain name
   * @return empty when there is none
   */
  String value(Field field, Map<String, String> record) {
    for (String name : names.getOrDefault(field, List.of())) {
      String value = record.get(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  /**
   * The name under which {@code field} is looked for first among these; the others only count where
   * it has no value.
   *
   * @param plain names in the form in which they are compared
   */
  Optional<String> first(Field field, Collection<String> plain) {
    return names.getOrDefault(field, List.of()).stream().filter(plain::contains).findFirst();
  }

  /** Whether {@code name} is a name of the field. */
  boolean is(Field field, String name) {
    return names.getOrDefault(field, List.of()).contains(plain(name));
  }

  /** The name in the form in which names are compared: only letters and digits, in lower case. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
