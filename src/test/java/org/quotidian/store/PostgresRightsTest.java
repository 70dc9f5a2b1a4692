package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class PostgresRightsTest extends StoreTest {

  private DatabaseAddress role(String name, String rights) {
    jdbc.execute("create role " + name + " login " + rights);
    return new DatabaseAddress(database.address().url(), name, "");
  }

  @Test
  void aRoleThatOnlyReadsAndWritesRowsHasNone() {
    assertThat(PostgresRights.beyondTheDatabase(role("plain", ""))).isEmpty();
  }

  @Test
  void theRightToReachTheServersMachineIsNamed() {
    assertThat(
            PostgresRights.beyondTheDatabase(
                role("reading", "in role pg_read_server_files, pg_read_all_data")))
        .containsExactly("pg_read_server_files");
    assertThat(PostgresRights.beyondTheDatabase(database.address())).containsExactly("superuser");
  }
}
