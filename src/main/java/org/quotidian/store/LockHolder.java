package org.quotidian.store;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The process that is using a database or corpus.
 *
 * @param pid its process id
 * @param host the machine it runs on
 * @param progress its latest progress, for people; may be empty
 */
public record LockHolder(long pid, String host, String progress) {

  /** A process that holds a lock but has not yet identified itself. */
  static final LockHolder UNKNOWN = new LockHolder(0, "", "");

  /** This process, as others will see it. */
  public static LockHolder ofThisProcess() {
    return new LockHolder(ProcessHandle.current().pid(), thisHost(), "");
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost"; // a machine whose own name cannot be resolved
    }
  }

  /** Whether it runs on this machine and can be sent a signal. */
  public boolean isOnThisMachine() {
    return host.equals(thisHost());
  }

  @Override
  public String toString() {
    return equals(UNKNOWN)
        ? "another process"
        : "process " + pid + " on " + host + (progress.isEmpty() ? "" : " (" + progress + ")");
  }
}
