package org.quotidian.batch.remote;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Partitions;
import org.quotidian.store.RunPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue of an ActiveMQ Artemis broker, one for each corpus. The session is transacted and its
 * window is zero: a worker holds one message at a time, and the broker keeps it until the partition
 * is done, so that the length of the queue is the remaining work. A message contains the numbers of
 * run and partition. After a connection breaks, the next call opens a new one.
 */
final class ArtemisTransport implements Transport {

  private static final Logger log = LoggerFactory.getLogger(ArtemisTransport.class);

  private static final Pattern OFFER = Pattern.compile("(\\d{1,9}) (\\d{1,9})");
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private final ActiveMQConnectionFactory connections;
  private final JobSettings.Workers settings;
  private final String queueName;
  private final Partitions partitions;
  private @Nullable JMSContext session;
  private @Nullable JMSConsumer consumer;

  ArtemisTransport(JobSettings.Workers settings, String corpus, Partitions partitions) {
    this.settings = settings;
    this.queueName = "quotidian." + corpus;
    this.partitions = partitions;
    try {
      this.connections = new ActiveMQConnectionFactory(settings.url());
    } catch (RuntimeException e) {
      throw new TransportException(
          "workers.url: '" + address() + "' is not the address of a broker: " + reason(e), e, true);
    }
    connections.setConsumerWindowSize(0);
    connections.setReconnectAttempts(0); // a lost session must be noticed here, not hidden
    connections.setCallTimeout(LONGEST_CALL.toMillis());
    connections.setConnectionTTL(Math.max(2_000, settings.lease().toMillis()));
    connections.setClientFailureCheckPeriod(Math.max(1_000, settings.lease().toMillis() / 2));
  }

  @Override
  public void offer(int runId, Collection<Integer> parts) {
    if (parts.isEmpty()) {
      return;
    }
    inSession(
        session -> {
          Queue queue = session.createQueue(queueName);
          JMSProducer producer = session.createProducer();
          parts.forEach(part -> producer.send(queue, runId + " " + part));
          session.commit();
          return parts.size();
        });
  }

  @Override
  public Optional<RunPartition> claim(Claimant claimant, Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    do {
      long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
      Optional<Message> message =
          inSession(session -> Optional.ofNullable(consumer(session).receive(left)));
      Optional<RunPartition> partition = message.flatMap(offer -> claim(offer, claimant));
      if (message.isEmpty() || partition.isPresent()) {
        return partition;
      }
      settle(); // done by now or taken by another worker, after whose death it is offered again
    } while (System.nanoTime() - deadline < 0);
    return Optional.empty();
  }

  private Optional<RunPartition> claim(Message message, Claimant claimant) {
    Matcher offer = OFFER.matcher(text(message));
    if (!offer.matches()) {
      log.warn("a message in queue {} was dropped because it is not an offer", queueName);
      return Optional.empty();
    }
    try {
      return partitions.claim(
          Integer.parseInt(offer.group(1)),
          Integer.parseInt(offer.group(2)),
          claimant.corpus(),
          claimant.fingerprint(),
          claimant.worker(),
          claimant.lease());
    } catch (RuntimeException e) {
      close(); // the broker keeps the offer
      throw e;
    }
  }

  private JMSConsumer consumer(JMSContext session) {
    if (consumer == null) {
      consumer = session.createConsumer(session.createQueue(queueName));
    }
    return consumer;
  }

  private static String text(Message message) {
    try {
      return message instanceof TextMessage text && text.getText() != null ? text.getText() : "";
    } catch (JMSException e) {
      return "";
    }
  }

  /** If this fails, the offer comes again and whoever receives it drops it. */
  @Override
  public void settle() {
    try {
      if (session != null) {
        session.commit();
      }
    } catch (JMSRuntimeException e) {
      log.info("lost the connection to the broker {} while working: {}", address(), reason(e));
      close();
    }
  }

  private <T> T inSession(Function<JMSContext, T> work) {
    try {
      if (session == null) {
        session = open();
      }
      return work.apply(session);
    } catch (JMSRuntimeException e) {
      close();
      throw new TransportException(
          "cannot use the broker " + address() + ": " + reason(e),
          e,
          e instanceof JMSSecurityRuntimeException);
    }
  }

  private JMSContext open() {
    return settings.user().isEmpty()
        ? connections.createContext(JMSContext.SESSION_TRANSACTED)
        : connections.createContext(
            settings.user(), settings.password(), JMSContext.SESSION_TRANSACTED);
  }

  private String reason(Exception e) {
    return String.valueOf(e.getMessage()).replace(settings.url(), address());
  }

  /** Without parameters, which may contain a password. */
  private String address() {
    int parameters = settings.url().indexOf('?');
    return parameters < 0 ? settings.url() : settings.url().substring(0, parameters);
  }

  @Override
  public void close() {
    JMSContext lost = session;
    session = null;
    consumer = null;
    if (lost != null) {
      try {
        lost.close();
      } catch (JMSRuntimeException e) {
        log.debug("closing a broken connection", e);
      }
    }
  }
}
