package org.quotidian.source;

import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records of a file that has one a line. */
final class LineRecords implements RecordFile.Records {

  private final LineSplitter lines;
  private final Function<byte[], String> key;
  private final String tooLong;
  private final RecordKeys keys = new RecordKeys();
  private @Nullable RawRecord next;
  private long number;

  /**
   * @param key what a record calls itself; empty where it has no name
   * @param tooLong the problem of a line above the limit
   */
  LineRecords(LineSplitter lines, Function<byte[], String> key, String tooLong) {
    this.lines = lines;
    this.key = key;
    this.tooLong = tooLong;
    this.next = read();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public RawRecord next() {
    RawRecord current = next;
    if (current == null) {
      throw new NoSuchElementException();
    }
    // What failed to be read is the last there is.
    next = current.problem() != null && current.offset() < 0 ? null : read();
    return current;
  }

  private @Nullable RawRecord read() {
    try {
      for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (line.tooLong()) {
          return RawRecord.unreadable(keys.key("", number), line.offset(), tooLong);
        }
        if (!isBlank(line.bytes())) {
          return new RawRecord(
              keys.key(key.apply(line.bytes()), number), line.offset(), line.bytes(), null);
        }
      }
      return null;
    } catch (IOException e) {
      String problem = IoProblem.sentence("the rest of the file", e);
      return RawRecord.unreadable(keys.key("", number + 1), -1, problem);
    }
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
