package org.quotidian.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
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

  private final DatabaseAddress address;

  /**
   * @param address of a database that exists; the caller holds the {@link RunLock} of an HSQLDB
   *     file
   */
  public ReadOnlyQuery(DatabaseAddress address) {
    this.address = address;
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
   * @throws StoreException in words, if this is no query or the database refuses it
   */
  public void run(String sql, Result result) {
    checkIsQuery(sql);
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
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
    } catch (SQLException e) {
      throw new StoreException("the database says: " + e.getMessage(), e);
    }
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

  /** Whether anything but space follows a semicolon that stands outside of quotes and comments. */
  private static boolean hasSecondStatement(String sql) {
    String bare =
        sql.replaceAll("(?s)'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\\*.*?\\*/", " ");
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
