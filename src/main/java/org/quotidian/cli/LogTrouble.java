package org.quotidian.cli;

import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.LifeCycle;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reports once, in one line, that the log cannot be written, for instance because the disk is full.
 * Spring Boot's own listener, which it replaces, prints a stack trace for every lost event.
 */
public final class LogTrouble extends ContextAwareBase implements StatusListener, LifeCycle {

  private final AtomicBoolean told = new AtomicBoolean();
  private boolean started;

  @Override
  public void addStatusEvent(Status status) {
    if (status.getLevel() >= Status.ERROR && !told.getAndSet(true)) {
      Throwable cause = status.getThrowable();
      System.err.println(
          "Log: " + status.getMessage() + (cause == null ? "" : ": " + cause.getMessage()));
    }
  }

  @Override
  public void start() {
    StatusManager statuses = getContext().getStatusManager();
    statuses.getCopyOfStatusListenerList().stream()
        .filter(listener -> listener != this)
        .forEach(statuses::remove);
    started = true;
  }

  @Override
  public void stop() {
    started = false;
  }

  @Override
  public boolean isStarted() {
    return started;
  }
}
