package org.quotidian.source;

/** The bytes of a record, passed from a {@link RecordCursor} to an {@link ArticleReader}. */
public final class FetchedRecord {

  private final RawRecord record;

  FetchedRecord(RawRecord record) {
    this.record = record;
  }

  /** The memory it takes, in bytes. */
  public int size() {
    return record.bytes().length;
  }

  RawRecord record() {
    return record;
  }
}
