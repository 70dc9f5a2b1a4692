package org.quotidian.source;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.SourceItem;

/**
 * A file on the way through the inputs, or something that is reported instead of one.
 *
 * @param place {@link #source}, with a slash behind it for a folder: files come in this order, as
 *     {@link String#compareTo} has it
 * @param state null where there is nothing to be read
 * @param contents reads the file, when it is asked for
 */
public record InputFile(
    String place, @Nullable FileState state, Supplier<Iterator<SourceItem>> contents) {

  static InputFile unreadable(String place, SourceItem problem) {
    return new InputFile(place, null, () -> List.of(problem).iterator());
  }

  /** The file itself, or each of its records, as they are asked for. */
  public Iterator<SourceItem> items() {
    return contents.get();
  }

  /** What items of this place have as {@link SourceItem#source()}. */
  public static String source(String place) {
    if (place.isEmpty()) {
      return ".";
    }
    return place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
  }
}
