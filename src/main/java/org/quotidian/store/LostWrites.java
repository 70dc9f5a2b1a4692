package org.quotidian.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What HSQLDB could not write, which it tells to its event log and to nobody else: a commit whose
 * record is not on disk returns like any other, and the next start of the database knows nothing of
 * it. So its event log is listened to (settings {@code hsqldb.extlog}, {@link #EVENTS}), and {@link
 * #check} is called before anything is claimed. There is one HSQLDB in a process at a time.
 */
public final class LostWrites extends UnsynchronizedAppenderBase<ILoggingEvent> {

  /** The logger above those of all HSQLDB databases. */
  public static final String EVENTS = "hsqldb.db";

  private static final String REPLAY = "statement error processing log";
  private static final AtomicReference<Loss> FIRST = new AtomicReference<>();

  private static volatile Optional<Path> database = Optional.empty();

  private record Loss(String event, Throwable cause) {}

  /** Begins anew, before a database is opened. */
  public static void watch(DatabaseAddress address) {
    database = address.file();
    FIRST.set(null);
  }

  /**
   * Does nothing if all that was committed is on disk.
   *
   * @throws StoreException if HSQLDB could not write something since it was opened
   */
  public static void check() {
    Loss loss = FIRST.get();
    if (loss != null) {
      throw failure(loss.event(), loss.cause());
    }
  }

  private static StoreException failure(String event, Throwable cause) {
    Throwable root = NoRoom.causes(cause).reduce(cause, (above, below) -> below);
    String reason = NoRoom.in(cause).orElse(event.strip() + " " + root.getMessage());
    return new StoreException(
        "the database "
            + database.map(Path::toString).orElse("")
            + " cannot be written to, and lacks what was done last: "
            + reason,
        cause);
  }

  /**
   * Unlike that of other appenders, its trouble is not swallowed.
   *
   * @throws StoreException if HSQLDB, as it is opened, cannot go on with a log of which it has read
   *     but a part: it would go on all the same, and delete the log
   */
  @Override
  public void doAppend(ILoggingEvent event) {
    if (!(event.getThrowableProxy() instanceof ThrowableProxy thrown)
        || !event.getLevel().isGreaterOrEqual(Level.WARN)) {
      return;
    }
    Throwable cause = thrown.getThrowable();
    if (!event.getMessage().startsWith(REPLAY)) {
      FIRST.compareAndSet(null, new Loss(event.getMessage(), cause));
    } else if (NoRoom.isIoProblem(cause)) {
      throw failure(event.getMessage(), cause);
    } // else the end of the log is torn after a kill, and was never a commit
  }

  @Override
  protected void append(ILoggingEvent event) {
    doAppend(event);
  }
}
