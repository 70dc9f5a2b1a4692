package org.quotidian.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import org.quotidian.store.LostWrites;

/**
 * Configures the log of commands without a job: errors go to the error stream and never mix with
 * results. It is written in Java because reading an XML file takes a quarter of the start of a
 * short command. A job uses {@code logback-job.xml}.
 */
public final class CommandLog extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%-5level %msg%n%nopex");
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    var errors = new ConsoleAppender<ILoggingEvent>();
    errors.setContext(context);
    errors.setTarget("System.err");
    errors.setEncoder(encoder);
    errors.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.ERROR);
    root.addAppender(errors);
    Logger database = context.getLogger(LostWrites.EVENTS);
    database.setLevel(Level.WARN);
    database.setAdditive(false);
    database.addAppender(new LostWrites());
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
