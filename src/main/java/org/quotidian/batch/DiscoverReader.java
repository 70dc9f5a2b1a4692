package org.quotidian.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.SourceItem;
import org.quotidian.source.FileState;
import org.quotidian.source.InputFile;
import org.quotidian.source.SourceFinder;
import org.quotidian.store.KnownFile;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Walks through the inputs and reads what is new or changed. If restarted after a crash, it
 * discards what it had found and starts from the beginning, so that the manifest of a run comes
 * from a single walk.
 */
final class DiscoverReader implements ItemStreamReader<Discovered> {

  private final SourceFinder finder;
  private final UnchangedFiles unchanged;
  private final Duration settling;
  private Iterator<InputFile> files = Collections.emptyIterator();
  private @Nullable FileAtWork atWork;

  /**
   * @param settling how long a file must have been unchanged when it is read, so that a later
   *     change shows in its times
   */
  DiscoverReader(SourceFinder finder, UnchangedFiles unchanged, Duration settling) {
    this.finder = finder;
    this.unchanged = unchanged;
    this.settling = settling;
  }

  @Override
  public void open(ExecutionContext context) {
    unchanged.open();
    files = finder.files();
    atWork = null;
  }

  @Override
  public @Nullable Discovered read() {
    if (atWork == null) {
      if (!files.hasNext()) {
        return null;
      }
      InputFile file = files.next();
      Optional<KnownFile> known = unchanged.find(file);
      if (known.isPresent()) {
        return new Discovered(null, known.get());
      }
      atWork = new FileAtWork(file, settling);
    }
    Discovered next = atWork.next();
    if (next.file() != null) {
      atWork = null;
    }
    return next;
  }

  /** A file that is being read. */
  private static final class FileAtWork {

    private final InputFile file;
    private final boolean isSettled;
    private final Iterator<SourceItem> items;
    private int count;
    private boolean hasRecords;
    private boolean hasProblem;

    FileAtWork(InputFile file, Duration settling) {
      FileState state = file.state();
      this.file = file;
      this.isSettled = state != null && state.isOlderThan(settling, Instant.now());
      this.items = file.items(); // only after looking at the clock
    }

    /** The next item. The last one also carries the file. */
    Discovered next() {
      SourceItem item = items.next();
      count++;
      hasRecords |= !item.record().isEmpty();
      hasProblem |= item.problem() != null;
      return new Discovered(item, items.hasNext() ? null : known());
    }

    private KnownFile known() {
      String state = file.state() == null ? "" : file.state().toString();
      return new KnownFile(file.place(), state, count, hasRecords, true, isSettled && !hasProblem);
    }
  }
}
