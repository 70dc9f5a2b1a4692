package org.quotidian.source;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quotidian.language.WordList;

/**
 * Which fields of a record (of JSON, of a CSV row) hold what. Usual names are known; a job that has
 * others says so.
 */
public final class FieldNames {

  /** What is read of a record. */
  public enum Field {
    TITLE,
    /** A paragraph that stands before the text, in a field of its own. */
    LEAD,
    TEXT,
    PUBLISHED,
    AUTHOR,
    /** What tells one record from another. */
    KEY
  }

  private final Map<Field, List<String>> names;

  private FieldNames(Map<Field, List<String>> names) {
    this.names = names;
  }

  /** The names in {@code fields.txt}. */
  public static FieldNames usual() {
    Map<Field, List<String>> names = new EnumMap<>(Field.class);
    WordList.sections(FieldNames.class, "fields.txt")
        .forEach(
            (heading, entries) ->
                names.put(
                    Field.valueOf(heading.toUpperCase(Locale.ROOT)),
                    entries.stream().map(FieldNames::plain).toList()));
    return new FieldNames(names);
  }

  /** These names, but {@code field} is read from the field called {@code name}, and no other. */
  public FieldNames with(Field field, String name) {
    Map<Field, List<String>> changed = new EnumMap<>(names);
    changed.put(field, List.of(plain(name)));
    return new FieldNames(changed);
  }

  /**
   * The value of {@code field}: of the first of its names that {@code record} has a value for.
   *
   * @param record by plain name
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

  /** Whether {@code name} is one of a field. */
  boolean is(Field field, String name) {
    return names.getOrDefault(field, List.of()).contains(plain(name));
  }

  /** The name as it is compared: letters and digits only, in lower case. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
