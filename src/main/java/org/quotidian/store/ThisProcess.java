package org.quotidian.store;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names of the running process. */
final class ThisProcess {

  private ThisProcess() {}

  static long pid() {
    return ProcessHandle.current().pid();
  }

  static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost"; // a machine whose own name does not resolve
    }
  }
}
