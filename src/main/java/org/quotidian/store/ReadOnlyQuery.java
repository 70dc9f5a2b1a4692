package org.quotidian.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question to the database that changes nothing: only a single query is taken, and the connection
 * is read-only, so that the database itself refuses what slips through.
 */
public final class ReadOnlyQuery {

  private static final Pattern FIRST_WORD =
      Pattern.compile("(?s)\\A(?:\\s|--[^\n]*\n|/\\*.*?\\*/|\\()*([A-Za-z]+)");
  private static final Set<String> QUERIES = Set.of("select", "with", "values", "table", "explain");
  private static final int ROWS_AT_ONCE = 500;

  /** SQL states: cancelled by its time limit in PostgreSQL, in HSQLDB. */
  private static final Set<String> CANCELLED = Set.of("57014", "40502");

  private static final String WRONG_NAME_OR_SYNTAX = "42"; // class of SQL states
  private static final String HINT =
      "\n(what columns a view has: select * from quotes fetch first row only)";

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
    checkIsQuery(sql);
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setMaxRows(mostRows);
      statement.setQueryTimeout((int) longest.toSeconds());
      try (ResultSet rows = statement.executeQuery()) {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          names.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        result.columns(names);
        while (rows.next()) {
          List<@Nullable Object> values = new ArrayList<>();
          for (int i = 1; i <= names.size(); i++) {
            values.add(rows.getObject(i));
          }
          if (!result.row(values)) {
            break;
          }
        }
      }
    } catch (SQLTimeoutException e) {
      throw tooLong(e);
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (CANCELLED.contains(state)) {
        throw tooLong(e);
      }
      String hint = state.startsWith(WRONG_NAME_OR_SYNTAX) ? HINT : "";
      throw new StoreException("the database says: " + e.getMessage() + hint, e);
    }
  }

  private StoreException tooLong(SQLException e) {
    return new StoreException(
        "the query was given up after " + longest.toSeconds() + " s; see --timeout", e);
  }

  private static void checkIsQuery(String sql) {
    Matcher first = FIRST_WORD.matcher(sql);
    if (!first.find() || !QUERIES.contains(first.group(1).toLowerCase(Locale.ROOT))) {
      throw new StoreException(
          "only a query is taken (select …, with …, values …, table …, explain …); to change data,"
              + " use the commands or the database's own tools",
          null);
    }
    if (hasSecondStatement(sql)) {
      throw new StoreException("one query at a time: there is something after the ';'", null);
    }
  }

  /**
   * Whether anything but space follows a semicolon that stands outside of quotes and comments.
   * Where there is a backslash, it counts inside of them as well: in PostgreSQL's {@code E'\''} it
   * hides where the quote ends.
   */
  private static boolean hasSecondStatement(String sql) {
    String bare =
        sql.contains("\\")
            ? sql
            : sql.replaceAll("(?s)'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\\*.*?\\*/", " ");
    int end = bare.indexOf(';');
    return end >= 0 && !bare.substring(end + 1).isBlank();
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    if (address.isPostgres()) {
      properties.setProperty("options", "-c default_transaction_read_only=on");
    }
    Connection connection = DriverManager.getConnection(address.jdbcUrl(), properties);
    connection.setReadOnly(true);
    connection.setAutoCommit(false); // without it, PostgreSQL's driver holds all rows in memory
    return connection;
  }
}
