package org.quotidian.source;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.SourceItem;

/**
 * A file found in the inputs, or a problem that is reported in its place.
 *
 * @param place {@link #source}, followed by a slash for a folder; files are sorted by it ({@link
 *     String#compareTo})
 * @param state null if there is nothing to read
 * @param contents reads the file on demand
 */
public record InputFile(
    String place, @Nullable FileState state, Supplier<Iterator<SourceItem>> contents) {

  static InputFile unreadable(String place, SourceItem problem) {
    return new InputFile(place, null, () -> List.of(problem).iterator());
  }

  /** The file itself or each of its records, read on demand. */
  public Iterator<SourceItem> items() {
    return contents.get();
  }

  /** The {@link SourceItem#source()} of the items of a place. */
  public static String source(String place) {
    if (place.isEmpty()) {
      return ".";
    }
    return place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
  }
}
