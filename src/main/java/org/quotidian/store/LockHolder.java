package org.quotidian.store;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The process that works on a database or corpus now.
 *
 * @param pid its process id
 * @param host the machine it runs on
 * @param progress what it last said of its work, for a person; may be empty
 */
public record LockHolder(long pid, String host, String progress) {

  /** Of a process that holds a lock but has not yet said who it is. */
  static final LockHolder UNKNOWN = new LockHolder(0, "", "");

  /** This process, as others will see it. */
  public static LockHolder ofThisProcess() {
    return new LockHolder(ProcessHandle.current().pid(), thisHost(), "");
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost"; // a machine whose own name does not resolve
    }
  }

  /** Whether it can be signalled from here. */
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
