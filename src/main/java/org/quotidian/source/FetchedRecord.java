package org.quotidian.source;

/** The bytes of a record on their way from a {@link RecordCursor} to an {@link ArticleReader}. */
public final class FetchedRecord {

  private final RawRecord record;

  FetchedRecord(RawRecord record) {
    this.record = record;
  }

  /** What it takes of the memory, in bytes. */
  public int size() {
    return record.bytes().length;
  }

  RawRecord record() {
    return record;
  }
}
