package org.quotidian.export;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a kind of row: the record's components, in their order, in snake case. Header,
 * cells and data dictionary all come from here, so they cannot disagree.
 */
public final class Columns<T extends Record> {

  private final List<RecordComponent> components;

  private Columns(List<RecordComponent> components) {
    this.components = components;
  }

  public static <T extends Record> Columns<T> of(Class<T> row) {
    return new Columns<>(List.of(row.getRecordComponents()));
  }

  /** The header: {@code article_id}, {@code source}, … */
  public String[] names() {
    return components.stream().map(Columns::snakeCase).toArray(String[]::new);
  }

  /** The values of a row, in the order of {@link #names()}; an element may be null. */
  public @Nullable Object[] values(T row) {
    @Nullable Object[] values = new Object[components.size()];
    Arrays.setAll(values, i -> value(components.get(i), row));
    return values;
  }

  private static @Nullable Object value(RecordComponent component, Record row) {
    try {
      return component.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("rows are public records of plain values", e);
    }
  }

  private static String snakeCase(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
