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
 * A question to the database that changes nothing. What is a query, and that it is only one, the
 * database itself decides; nothing here takes SQL apart.
 *
 * <p>PostgreSQL is given the text as a value, never as a statement, and opens a cursor for it in a
 * transaction that is read only. A cursor takes one query; the driver, which would split the text
 * at semicolons where the server sees none and the other way round, does not look at it; and as no
 * other statement can follow, the transaction cannot be left. HSQLDB's parser takes one statement,
 * its driver runs only one with a result, and the session is read only.
 *
 * <p>This does not keep a query from calling functions that read and write files, take locks, end
 * other connections or run SQL that is given to them as a text. They are refused by name, wherever
 * the name stands in the text: on PostgreSQL all that the server holds for volatile, but for a list
 * of harmless ones. A superuser asks with the rights of {@code pg_read_all_data}. That still is no
 * wall against somebody who has the password of such a user: {@code docs/database.md} has the role
 * that cannot do more than read, and {@code doctor} says where it is needed.
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

  /** What is called: before a bracket, or a comment that may hide one, or as {@code (row).name}. */
  private static final Pattern CALL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_$])[\\p{L}_][\\p{L}\\p{N}_$]*+(?=\"?\\s*+(?:\\(|--|/\\*))"
              + "|(?<=\\.)\\s*+\"?[\\p{L}_][\\p{L}\\p{N}_$]*+");

  /**
   * In capitals, as HSQLDB sees them: what reads files, what takes the next value of a sequence in
   * a session that is read only, and the types whose values stay in the database's file.
   */
  private static final Pattern REFUSED_BY_HSQLDB =
      Pattern.compile(
          "(?U)LOAD_FILE|NEXT\\W*+VALUE\\b|NEXT\\s*+(?:--|/\\*)"
              + "|\\b(?:SQL_)?[CB]LOB\\b|LARGE\\W*+OBJECT\\b|LARGE\\s*+(?:--|/\\*)");

  private static final Set<String> HARMLESS = harmless();

  /** SQL states: cancelled by its time limit in PostgreSQL, in HSQLDB. */
  private static final Set<String> CANCELLED = Set.of("57014", "40502");

  /**
   * SQL states: nothing that a cursor can be opened for in PostgreSQL, no result in HSQLDB,
   * read-only transaction in both.
   */
  private static final Set<String> NO_QUERY = Set.of("42P11", "07504", "25006");

  private static final String WRONG_NAME_OR_SYNTAX = "42"; // class of SQL states
  private static final String HINT =
      "\n(one query is taken, which only reads; what columns a view has: select * from quotes fetch"
          + " first row only)";

  private final DatabaseAddress address;
  private final Duration longest;

  /**
   * @param address of a database that exists; the caller holds the {@link RunLock} of an HSQLDB
   *     file
   * @param longest how long the database may think; whole seconds
   */
  public ReadOnlyQuery(DatabaseAddress address, Duration longest) {
    this.address = address;
    this.longest = longest;
  }

  /** Is given the result, row by row. */
  public interface Result {

    /** Once, before the rows. */
    void columns(List<String> names);

    /**
     * @param values in the order of the columns
     * @return false to be given no more
     */
    boolean row(List<@Nullable Object> values);
  }

  /**
   * @param mostRows that are wanted; 0: all
   * @throws StoreException in words, if this is no query, the database refuses it or it takes too
   *     long
   */
  public void run(String sql, int mostRows, Result result) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false); // never committed: what slips through is rolled back
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

  /** Where there is the role that it can have instead: since PostgreSQL 14. */
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

  /** Returns how many rows were passed on; fewer than there are, if no more are wanted. */
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
          "only a query is taken (select …, with …, values …, table …, explain …), and one at a"
              + " time; to change data, use the commands or the database's own tools (the database"
              + " says: "
              + message(e)
              + ")",
          e);
    }
    String hint = state.startsWith(WRONG_NAME_OR_SYNTAX) ? HINT : "";
    return new StoreException("the database says: " + message(e) + hint, e);
  }

  /** Without the query itself, which may be long, and without our own statement around it. */
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
        "the query was given up after " + longest.toSeconds() + " s; see --timeout", e);
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
