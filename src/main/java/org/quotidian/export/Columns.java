package org.quotidian.export;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Column;

/**
 * The columns of a kind of row: the components of its record, in order, in snake case. Header,
 * cells and data dictionary are all made from this class, so they always agree.
 */
public final class Columns<T extends Record> {

  private final List<RecordComponent> components;

  private Columns(List<RecordComponent> components) {
    this.components = components;
  }

  public static <T extends Record> Columns<T> of(Class<T> row) {
    return new Columns<>(List.of(row.getRecordComponents()));
  }

  /**
   * The description of a column.
   *
   * @param type Java type of its values
   * @param required whether every row has a value
   * @param description for people
   * @param unit the unit that a number counts; empty if it is not a measure
   */
  record Field(String name, Class<?> type, boolean required, String description, String unit) {}

  /**
   * The columns, in order.
   *
   * @throws IllegalStateException if one has no {@link Column}
   */
  List<Field> fields() {
    return components.stream().map(Columns::field).toList();
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

  /** The values of a row by the names of their columns. */
  Map<String, @Nullable Object> byName(T row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      values.put(snakeCase(component), value(component, row));
    }
    return values;
  }

  private static Field field(RecordComponent component) {
    Column column = component.getAnnotation(Column.class);
    if (column == null) {
      throw new IllegalStateException(component + " has no @Column description");
    }
    boolean optional =
        component.getType() == String.class // an empty string means no value
            || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Field(
        snakeCase(component), component.getType(), !optional, column.value(), column.unit());
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
