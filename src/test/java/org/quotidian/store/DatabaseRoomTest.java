package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A disk that is really full is tested in {@code FullDiskTest}. */
class DatabaseRoomTest {

  private static final long MB = 1L << 20;

  @TempDir private Path folder;

  private void onAFile(Consumer<DatabaseRoom> test) {
    var address = new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("x"), "sa", "");
    var dataSource = new SingleConnectionDataSource(address.jdbcUrl(), "sa", "", true);
    try {
      TestDatabase.migrate(dataSource);
      test.accept(new DatabaseRoom(new JdbcTemplate(dataSource), address));
    } finally {
      dataSource.destroy();
    }
  }

  private long length() {
    return folder.resolve("x.data").toFile().length();
  }

  @Test
  void theFileIsFilledInPiecesBeforeItIsWritten() {
    onAFile(
        room -> {
          room.make(1);
          assertThat(length()).as("a small file is not mapped").isLessThan(8 * MB);

          room.make(10 * MB);
          assertThat(length()).isEqualTo(16 * MB);

          room.make(20 * MB);
          assertThat(length()).isEqualTo(32 * MB);

          room.make(10 * MB);
          assertThat(length()).as("it does not get smaller").isEqualTo(32 * MB);
        });
  }

  @Test
  void moreThanTheDiskHasIsRefusedAndNothingIsFilled() {
    onAFile(
        room -> {
          long before = length();

          assertThatThrownBy(() -> room.make(Long.MAX_VALUE / 2))
              .isInstanceOf(StoreException.class)
              .hasMessageStartingWith("there is too little space on the disk of " + folder);
          assertThat(length()).isEqualTo(before);
        });
  }

  @Test
  void theRoomOfOtherDatabasesIsNotOurs() {
    var memory = new DatabaseAddress("jdbc:hsqldb:mem:room", "sa", "");
    DatabaseRoom room = new DatabaseRoom(new JdbcTemplate(), memory);

    assertThatCode(() -> room.make(Long.MAX_VALUE / 2)).doesNotThrowAnyException();
    assertThatCode(() -> DatabaseRoom.check(memory)).doesNotThrowAnyException();
    assertThatCode(() -> DatabaseRoom.checkIfNotClosed(memory)).doesNotThrowAnyException();
  }
}
