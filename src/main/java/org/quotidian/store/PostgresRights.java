package org.quotidian.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The rights of a role beyond reading and writing its databases. */
public final class PostgresRights {

  private PostgresRights() {}

  /**
   * The rights that allow a role to read and write files or run programs on the server's machine:
   * "superuser" or names of PostgreSQL's predefined roles.
   *
   * @param address of a PostgreSQL database
   */
  public static List<String> beyondTheDatabase(DatabaseAddress address) {
    var dataSource =
        new SingleConnectionDataSource(address.jdbcUrl(), address.user(), address.password(), true);
    try {
      return JdbcClient.create(dataSource)
          .sql(
              """
              select 'superuser' as rights from pg_roles where rolname = current_user and rolsuper
              union all
              select r.rolname from pg_roles r, pg_roles me
              where me.rolname = current_user and not me.rolsuper
                and r.rolname in
                  ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
                and pg_has_role(r.oid, 'member')
              order by rights
              """)
          .query(String.class)
          .list();
    } finally {
      dataSource.destroy();
    }
  }
}
