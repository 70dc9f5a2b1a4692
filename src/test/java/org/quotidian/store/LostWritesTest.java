package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostWritesTest {

  private static final DatabaseAddress ADDRESS =
      new DatabaseAddress("jdbc:hsqldb:file:/db/x", "sa", "");

  private final Logger events = new LoggerContext().getLogger(LostWrites.EVENTS);

  @BeforeEach
  @AfterEach
  void begin() {
    LostWrites.watch(ADDRESS);
  }

  private void tell(Level level, String message, @Nullable Throwable cause) {
    new LostWrites()
        .doAppend(
            new LoggingEvent(LostWrites.class.getName(), events, level, message, cause, null));
  }

  @Test
  void aWriteThatFailedIsToldUntilTheDatabaseIsOpenedAnew() {
    tell(Level.ERROR, "write failed", new IOException("No space left on device"));

    for (int times = 0; times < 2; times++) {
      assertThatThrownBy(LostWrites::check)
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "the database /db/x cannot be written to, and the latest changes are not saved: No space left"
                  + " on device");
    }
    LostWrites.watch(ADDRESS);
    assertThatCode(LostWrites::check).doesNotThrowAnyException();
  }

  @Test
  void theFirstIsTold() {
    tell(Level.WARN, "write failed ", new RuntimeException(new IOException("first")));
    tell(Level.WARN, "write failed ", new IOException("second"));

    assertThatThrownBy(LostWrites::check).hasMessageEndingWith("write failed first");
  }

  @Test
  void whatIsSaidWithoutFailureIsNoLoss() {
    tell(Level.ERROR, "checkpoint begins", null);
    tell(Level.INFO, "closed", new IOException("of no weight"));

    assertThatCode(LostWrites::check).doesNotThrowAnyException();
  }

  @Test
  void aLogOfWhichOnlyAPartCouldBeReadStopsTheOpening() {
    String replay = "statement error processing log x.log line: 7";
    assertThatThrownBy(() -> tell(Level.ERROR, replay, new IOException("Input/output error")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the latest changes are not saved");

    tell(Level.ERROR, replay, new IllegalStateException("a torn line, as after a kill"));
    assertThatCode(LostWrites::check).doesNotThrowAnyException();
  }
}
