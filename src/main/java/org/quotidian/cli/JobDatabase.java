package org.quotidian.cli;

import java.util.Optional;
import java.util.function.Function;
import org.quotidian.store.Damage;
import org.quotidian.store.Database;
import org.quotidian.store.DatabaseAddress;

/** The database of a job, for commands that need no Spring context. */
final class JobDatabase {

  private JobDatabase() {}

  /**
   * Opens the database, does some work with it and closes it.
   *
   * @return the result of the work; empty if no run has created a database yet
   * @throws RuntimeException that says what to do, if the database is damaged
   */
  static <T> Optional<T> use(DatabaseAddress address, Function<Database, T> work) {
    return Database.open(address)
        .map(
            database -> {
              try (database) {
                return work.apply(database);
              } catch (RuntimeException e) {
                throw Damage.named(address, e);
              }
            });
  }
}
