package org.quotidian.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A query that changes nothing. The database itself decides what a query is and that there is only
 * one; no SQL is parsed here.
 *
 * <p>PostgreSQL receives the text as a value, never as a statement, and opens a cursor for it in a
 * read-only transaction. A cursor accepts one query; the driver, which would split the text at
 * semicolons differently from the server, does not parse it; and because no other statement can
 * follow, the transaction cannot be left. HSQLDB's parser accepts one statement, its driver runs
 * only one that has a result, and the session is read-only.
 *
 * <p>A query could still call functions that read and write files, take locks, end other
 * connections or run SQL from a string. They are refused by name, wherever the name is in the text:
 * on PostgreSQL all that the server calls volatile, except those in a list of harmless ones. A
 * superuser's query runs with the rights of {@code pg_read_all_data}. This does not protect against
 * somebody who has the password of such a user: {@code docs/database.md} describes a role that can
 * only read, and {@code doctor} says where it is needed.
 */
public final class ReadOnlyQuery {

  private static final int ROWS_AT_ONCE = 500;

  private static final String OPEN_CURSOR =
      """
      do $$
      declare answer refcursor := 'answer';
      begin
        open answer no scroll for execute pg_catalog.current_setting('quotidian.query');
      end $$
      """;

  /**
   * A call: a name before a bracket or before a comment that may hide one, or {@code (row).name}.
   */
  private static final Pattern CALL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_$])[\\p{L}_][\\p{L}\\p{N}_$]*+(?=\"?\\s*+(?:\\(|--|/\\*))"
              + "|(?<=\\.)\\s*+\"?[\\p{L}_][\\p{L}\\p{N}_$]*+");

  /**
   * In capitals, as HSQLDB stores names: functions that read files, functions that take the next
   * value of a sequence in spite of a read-only session, and types whose values stay in the
   * database's file.
   */
  private static final Pattern REFUSED_BY_HSQLDB =
      Pattern.compile(
          "(?U)LOAD_FILE|NEXT\\W*+VALUE\\b|NEXT\\s*+(?:--|/\\*)"
              + "|\\b(?:SQL_)?[CB]LOB\\b|LARGE\\W*+OBJECT\\b|LARGE\\s*+(?:--|/\\*)");

  private static final Set<String> HARMLESS = harmless();

  /** SQL states for a cancelled query, in PostgreSQL and in HSQLDB. */
  private static final Set<String> CANCELLED = Set.of("57014", "40502");

  /**
   * SQL states: no cursor possible in PostgreSQL, no result in HSQLDB, read-only transaction in
   * both.
   */
  private static final Set<String> NO_QUERY = Set.of("42P11", "07504", "25006");

  private static final String WRONG_NAME_OR_SYNTAX = "42"; // class of SQL states
  private static final String HINT =
      "\n(only one query is accepted, which can only read; to see the columns of a view: select * from"
          + " quotes fetch first row only)";

  private final DatabaseAddress address;
  private final Duration longest;

  /**
   * @param address of an existing database; for an HSQLDB file, the caller holds the lock
   * @param longest time limit of the query, in whole seconds
   */
  public ReadOnlyQuery(DatabaseAddress address, Duration longest) {
    this.address = address;
    this.longest = longest;
  }

  /** Receives the result row by row. */
  public interface Result {

    /** Called once, before the rows. */
    void columns(List<String> names);

    /**
     * @param values in the order of the columns
     * @return false to receive no more
     */
    boolean row(List<@Nullable Object> values);
  }

  /**
   * @param mostRows the largest number of rows; 0: all
   * @throws StoreException with a message, if it is not a query, the database refuses it or it
   *     takes too long
   */
  public void run(String sql, int mostRows, Result result) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false); // never committed, so everything is rolled back
      if (address.isPostgres()) {
        askPostgres(connection, sql, mostRows, result);
      } else {
        askHsqldb(connection, sql, mostRows, result);
      }
    } catch (SQLTimeoutException e) {
      throw tooLong(e);
    } catch (SQLException e) {
      throw inWords(e);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  private void askPostgres(Connection connection, String sql, int mostRows, Result result)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction read only");
      refuseVolatileFunctions(connection, sql);
      if (isSuperuser(statement)) {
        statement.execute("set local role pg_read_all_data");
      }
      give(connection, sql);
      statement.setQueryTimeout((int) longest.toSeconds());
      statement.execute(OPEN_CURSOR);
      int left = mostRows == 0 ? Integer.MAX_VALUE : mostRows;
      boolean first = true;
      boolean more;
      do {
        int wanted = Math.min(left, ROWS_AT_ONCE);
        try (ResultSet rows = statement.executeQuery("fetch forward " + wanted + " from answer")) {
          more = pass(rows, first, result) == wanted;
        }
        first = false;
        left -= wanted;
      } while (more && left > 0);
    }
  }

  private static void give(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_catalog.set_config('quotidian.query', ?, true)")) {
      statement.setString(1, sql);
      statement.executeQuery().close();
    }
  }

  /**
   * Whether the user is a superuser and the role that replaces its rights exists (since PostgreSQL
   * 14).
   */
  private static boolean isSuperuser(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            select pg_catalog.current_setting('is_superuser') = 'on'
              and exists (select 1 from pg_catalog.pg_roles where rolname = 'pg_read_all_data')
            """)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void refuseVolatileFunctions(Connection connection, String sql)
      throws SQLException {
    if (sql.toLowerCase(Locale.ROOT).contains("u&\"")) {
      throw refused("a name with Unicode escapes (U&\"…\")");
    }
    Set<String> called = new TreeSet<>();
    for (Matcher call = CALL.matcher(sql); call.find(); ) {
      called.add(call.group().replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT));
    }
    called.removeAll(HARMLESS);
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select p.proname from pg_catalog.pg_proc p
            where pg_catalog.lower(p.proname) = any (?)
              and (p.provolatile = 'v' or p.proname ~ '^(crosstab|connectby|xpath_table)')
              and p.prorettype <> 'pg_catalog.tsm_handler'::pg_catalog.regtype
            order by p.proname
            """)) {
      statement.setArray(1, connection.createArrayOf("text", called.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          throw refused("the function " + row.getString(1) + ", which may do more than compute,");
        }
      }
    }
  }

  private void askHsqldb(Connection connection, String sql, int mostRows, Result result)
      throws SQLException {
    Matcher refused = REFUSED_BY_HSQLDB.matcher(sql.toUpperCase(Locale.ENGLISH));
    if (refused.find()) {
      throw refused("'" + refused.group() + "'");
    }
    connection.setReadOnly(true);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setMaxRows(mostRows);
      statement.setQueryTimeout((int) longest.toSeconds());
      try (ResultSet rows = statement.executeQuery()) {
        pass(rows, true, result);
      }
    }
  }

  /** Passes rows on and returns their number. There may be more if no more are wanted. */
  private static int pass(ResultSet rows, boolean withColumns, Result result) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    int width = columns.getColumnCount();
    if (withColumns) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= width; i++) {
        names.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
      }
      result.columns(names);
    }
    int passed = 0;
    while (rows.next()) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 1; i <= width; i++) {
        values.add(rows.getObject(i));
      }
      if (!result.row(values)) {
        break;
      }
      passed++;
    }
    return passed;
  }

  private static StoreException refused(String what) {
    return new StoreException(
        what
            + " is refused, even in a text: sql only reads tables and views; for more, use the"
            + " database's own tools");
  }

  private StoreException inWords(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (CANCELLED.contains(state)) {
      return tooLong(e);
    }
    if (NO_QUERY.contains(state)) {
      return new StoreException(
          "only a query is accepted (select …, with …, values …, table …, explain …), and one at a"
              + " time; to change data, use the commands or the database's own tools (the database"
              + " says: "
              + message(e)
              + ")",
          e);
    }
    String hint = state.startsWith(WRONG_NAME_OR_SYNTAX) ? HINT : "";
    return new StoreException("the database says: " + message(e) + hint, e);
  }

  /** The message without the query, which may be long, and without the statement around it. */
  private static String message(SQLException e) {
    ServerErrorMessage server =
        e instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    if (server != null) {
      String hint = server.getHint();
      return server.getMessage() + (hint == null ? "" : " (" + hint + ")");
    }
    String message = String.valueOf(e.getMessage());
    int query = message.indexOf(" in statement [");
    return query < 0 ? message : message.substring(0, query);
  }

  private StoreException tooLong(SQLException e) {
    return new StoreException(
        "the query was cancelled after " + longest.toSeconds() + " s; see --timeout", e);
  }

  private static Set<String> harmless() {
    try (InputStream in = ReadOnlyQuery.class.getResourceAsStream("harmless-functions.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
