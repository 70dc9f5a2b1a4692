package org.quotidian.cli;

import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An Artemis broker in its own process, with a durable journal and one user. */
final class Broker {

  static final String USER = "worker";
  static final String PASSWORD = "not a secret";

  private Broker() {}

  /**
   * @param arguments folder of the journal; URL to listen at
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Configuration configuration =
        new ConfigurationImpl()
            .setJournalDirectory(folder.resolve("journal").toString())
            .setBindingsDirectory(folder.resolve("bindings").toString())
            .setPagingDirectory(folder.resolve("paging").toString())
            .setLargeMessagesDirectory(folder.resolve("large").toString())
            .setJournalType(JournalType.NIO)
            .setMaxDiskUsage(-1) // the test does not depend on other full disks
            .addAcceptorConfiguration("tcp", arguments[1])
            .putSecurityRoles(
                "#",
                Set.of(
                    new Role(
                        "workers", true, true, true, true, true, true, false, true, true, true,
                        false, false)));
    SecurityConfiguration users = new SecurityConfiguration();
    users.addUser(USER, PASSWORD);
    users.addRole(USER, "workers");
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(configuration);
    broker.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
    broker.start();
    System.out.println("broker is up");
  }
}
