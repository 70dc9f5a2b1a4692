package org.quotidian.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Detects failed writes of HSQLDB, which are reported only in its event log: a commit whose record
 * did not reach the disk returns like any other, and is missing after the next start of the
 * database. This class listens to the event log (settings {@code hsqldb.extlog}, {@link #EVENTS}),
 * and {@link #check} is called before anything is reported as done. A process uses one HSQLDB
 * database at a time.
 */
public final class LostWrites extends UnsynchronizedAppenderBase<ILoggingEvent> {

  /** The parent logger of those of all HSQLDB databases. */
  public static final String EVENTS = "hsqldb.db";

  private static final String REPLAY = "statement error processing log";
  private static final AtomicReference<Loss> FIRST = new AtomicReference<>();

  private static volatile Optional<Path> database = Optional.empty();

  private record Loss(String event, Throwable cause) {}

  /** Starts again, before a database is opened. */
  public static void watch(DatabaseAddress address) {
    database = address.file();
    FIRST.set(null);
  }

  /**
   * Does nothing if everything committed is on disk.
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
            + " cannot be written to, and the latest changes are not saved: "
            + reason,
        cause);
  }

  /**
   * Unlike those of other appenders, its exceptions are not swallowed.
   *
   * @throws StoreException if HSQLDB, while it is opened, could read only part of a log; otherwise
   *     it would continue and delete the log
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
    } // otherwise the end of the log was cut off by a kill and was never committed
  }

  @Override
  protected void append(ILoggingEvent event) {
    doAppend(event);
  }
}
