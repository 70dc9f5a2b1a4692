package org.quotidian.source;

import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records of a file that has one record per line. */
final class LineRecords extends Records {

  private final Lines lines;
  private final RecordKeys keys;
  private final Format format;
  private final Function<byte[], String> ownKey;
  private long number;
  private boolean broken;

  /**
   * @param ownKey returns a record's own key; empty if it has none
   */
  LineRecords(Lines lines, RecordKeys keys, Format format, Function<byte[], String> ownKey) {
    this.lines = lines;
    this.keys = keys;
    this.format = format;
    this.ownKey = ownKey;
  }

  @Override
  @Nullable RawRecord read() {
    try {
      for (Lines.Line line = line(); line != null; line = line()) {
        number++;
        if (line.problem() != null) {
          return RawRecord.unreadable(keys.key("", number), line.offset(), line.problem());
        }
        if (!isBlank(line.bytes())) {
          String key = keys.key(ownKey.apply(line.bytes()), number);
          return RawRecord.readable(key, line.offset(), line.bytes(), format);
        }
      }
      return null;
    } catch (IOException e) {
      broken = true;
      String problem = IoProblem.sentence("the rest of the file", e);
      return RawRecord.unreadable(keys.key("", number + 1), -1, problem);
    }
  }

  private Lines.@Nullable Line line() throws IOException {
    return broken ? null : lines.next();
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
