package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A query cannot write, and other queries work, on both databases. */
@Tag("server")
@Tag("slow")
class ReadOnlyQueryTest {

  private static final String TABLES =
      """
      create table article (article_id integer primary key, content varchar(10000000));
      create sequence counted start with 5;
      insert into article values (1, 'Ông Lộc nói: "Giá điện; giá gạo"');
      insert into article values (2, 'It''s -- said /* he');
      """;

  private static final String OF_HSQLDB =
      """
      create procedure remove_all() modifies sql data delete from article;
      """;

  private static final String OF_POSTGRES =
      """
      create extension dblink;
      create extension tablefunc;
      select lo_from_bytea(4713, 'x');
      create function say_all() returns setof text language plpgsql as
        'begin perform nextval(''counted''); return query select content from article; end';
      create procedure remove_all() language plpgsql as 'begin commit; delete from article; end';
      create procedure remove_all_and_say(inout n integer) language plpgsql as
        'begin commit; delete from article; n := 1; end';
      create role owner login;
      alter table article owner to owner;
      alter sequence counted owner to owner;
      """;

  /** The users who may query. */
  enum Asker {
    HSQLDB,
    SUPERUSER,
    OWNER,
    READER
  }

  @SuppressWarnings("NullAway.Init") // JUnit calls start()
  private static EmbeddedPostgres postgres;

  @SuppressWarnings("NullAway.Init") // JUnit calls start()
  private static Connection witness;

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  private static Path folder;

  @BeforeAll
  static void start() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(folder.resolve("secret.txt"), "secret");
    postgres = EmbeddedPostgres.start();
    witness = connect(address(Asker.SUPERUSER));
    execute(witness, TABLES + OF_POSTGRES);
    execute(witness, readingRole());
    try (Connection connection = connect(address(Asker.HSQLDB))) {
      execute(connection, TABLES + OF_HSQLDB);
    }
    try (Connection connection = connect(address(Asker.HSQLDB))) {
      assertThat(connection.isValid(1))
          .isTrue(); // the files are in the state after opening and closing
    }
  }

  @AfterAll
  static void stop() throws Exception {
    witness.close();
    postgres.close();
  }

  static Stream<Arguments> attacks() throws IOException {
    List<Arguments> attacks = new ArrayList<>();
    for (Asker asker : Asker.values()) {
      String database = asker == Asker.HSQLDB ? "hsqldb" : "postgresql";
      String text = resource("attacks-" + database + ".sql");
      for (String attack : text.split("\n%%\n")) {
        attacks.add(Arguments.of(asker, attack));
      }
    }
    return attacks.stream();
  }

  /** A query marked as harmless may be answered, for instance with a plan, or be rolled back. */
  @ParameterizedTest
  @MethodSource("attacks")
  void anAttackIsRefusedAndChangesNothing(Asker asker, String attack) throws Exception {
    boolean harmless = attack.startsWith("harmless: ");
    String sql =
        attack
            .replaceFirst("^harmless: ", "")
            .replace("{cr}", "\r")
            .replace("{folder}", folder.toString());
    Map<String, String> before = state(asker);
    Rows rows = new Rows();

    Throwable refusal = catchThrowable(() -> query(asker).run(sql, 0, rows));

    assertThat(state(asker)).isEqualTo(before);
    if (!harmless || refusal != null) {
      assertThat(refusal)
          .as(sql)
          .isInstanceOf(StoreException.class)
          .message()
          .matches("(?s)(the database says: |only a query is accepted|.* is refused).*")
          .doesNotContain("inline_code_block", "Exception");
      assertThat(rows.names).isEmpty();
    }
  }

  @Test
  void thereAreAtLeastSixtyAttacksOnEach() throws IOException {
    assertThat(resource("attacks-hsqldb.sql").split("\n%%\n")).hasSizeGreaterThan(60);
    assertThat(resource("attacks-postgresql.sql").split("\n%%\n")).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @EnumSource
  void queriesAreAnswered(Asker asker) throws Exception {
    Map<String, String> before = state(asker);

    assertThat(ask(asker, "select article_id from article order by 1")).containsExactly("1", "2");
    assertThat(ask(asker, "\n\t Select article_id from article where article_id = 1 ; \n"))
        .containsExactly("1");
    assertThat(
            ask(asker, "-- a remark; delete\n/* ; */ select 3 from article fetch first row only"))
        .containsExactly("3");
    assertThat(ask(asker, "(select article_id from article where article_id = 2)"))
        .containsExactly("2");
    assertThat(ask(asker, "with a as (select * from article) select count(*) from a"))
        .containsExactly("2");
    assertThat(ask(asker, "values (1), (2)")).containsExactly("1", "2");
    assertThat(ask(asker, "table article")).hasSize(2);
    assertThat(ask(asker, "select 'a;''b; -- c /* d' as \"Tên; người\" from article"))
        .containsOnly("a;'b; -- c /* d");
    assertThat(ask(asker, "select article_id from article where content like '%Giá điện; giá%'"))
        .containsExactly("1");
    assertThat(ask(asker, "select article_id from article where content = 'It''s -- said /* he'"))
        .containsExactly("2");
    assertThat(
            ask(
                asker,
                "select 'delete from article; nextval, random, drop, đóng?' from article"
                    + " offset 0 rows fetch next 1 rows only"))
        .containsExactly("delete from article; nextval, random, drop, đóng?");
    assertThat(
            ask(asker, "explain " + (asker == Asker.HSQLDB ? "plan for " : "") + "table article"))
        .isNotEmpty();

    assertThat(state(asker)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HSQLDB")
  void whatOnlyPostgresHasIsAnswered(Asker asker) throws Exception {
    assertThat(ask(asker, "select E'it\\'s; x', $$a'; b$$, $x$ $$ ; $x$"))
        .containsExactly("it's; x");
    assertThat(ask(asker, "select '{\"a\": 1}'::jsonb ? 'a'")).containsExactly("true");
    assertThat(ask(asker, "select '{\"a\": 1}'::jsonb @? '$.a'")).containsExactly("true");
    assertThat(ask(asker, "select 1 /* /* ; */ ; */")).containsExactly("1");
    assertThat(ask(asker, "select random() < 2, pg_sleep(0)")).containsExactly("true");
    assertThat(ask(asker, "select count(*) >= 0 from article tablesample system (100)"))
        .containsExactly("true");
    assertThat(ask(asker, "show server_encoding")).containsExactly("UTF8");
    assertThat(ask(asker, "explain analyze select * from article")).isNotEmpty();
    assertThat(ask(asker, "select n from generate_series(1, 1234) n")).hasSize(1234);
    assertThat(ask(asker, "select 'x' where false")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noMoreRowsThanWantedAreGiven(Asker asker) {
    for (int most : new int[] {1, 499, 500, 501, 1000}) {
      Rows rows = new Rows();
      query(asker)
          .run(
              asker == Asker.HSQLDB
                  ? "select * from unnest(sequence_array(1, 1500, 1))"
                  : "select * from generate_series(1, 1500)",
              most,
              rows);
      assertThat(rows.first).hasSize(most);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQueryOfAMegabyteIsAnswered(Asker asker) {
    String long1 = "x;'' -- \" $$ /* ".repeat(65_000);
    assertThat(ask(asker, "select content from article where content <> '" + long1 + "'"))
        .hasSize(2);
    assertThat(ask(asker, "select 1 from article /* " + "* ;".repeat(300_000) + " */")).hasSize(2);
    assertThat(ask(asker, "select 1 from article" + " ".repeat(1_000_000))).hasSize(2);
    assertThat(
            ask(
                asker,
                "select 1 from article where content <> '"
                    + "next clobber a.".repeat(70_000)
                    + "'"))
        .hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aQueryTooDeepForTheDatabaseIsRefusedInWords(Asker asker) {
    assertThatThrownBy(
            () -> ask(asker, "select " + "(".repeat(200_000) + "1" + ")".repeat(200_000)))
        .isInstanceOf(StoreException.class)
        .message()
        .hasSizeLessThan(1000);
  }

  @ParameterizedTest
  @EnumSource(names = {"HSQLDB", "OWNER"})
  void aSecondStatementAndAWriteAreRefusedInWords(Asker asker) {
    assertThatThrownBy(() -> ask(asker, "select 1 from article; select 2 from article"))
        .message()
        .containsAnyOf("one at a time", "only one query is accepted");
    assertThatThrownBy(() -> ask(asker, "drop table article"))
        .hasMessageContaining("only a query is accepted")
        .hasMessageContaining("to change data, use the commands or the database's own tools");
  }

  /** With every way in which the driver may treat statements. */
  @ParameterizedTest
  @EnumSource(names = {"SUPERUSER", "OWNER"})
  void settingsOfTheDriverDoNotMatter(Asker asker) throws Exception {
    DatabaseAddress plain = address(asker);
    for (String setting :
        List.of(
            "preferQueryMode=simple",
            "readOnlyMode=ignore",
            "autosave=always",
            "prepareThreshold=1")) {
      String url = plain.url() + (plain.url().contains("?") ? "&" : "?") + setting;
      ReadOnlyQuery query =
          new ReadOnlyQuery(
              new DatabaseAddress(url, plain.user(), plain.password()), Duration.ofSeconds(60));
      Map<String, String> before = state(asker);

      for (String attack :
          List.of(
              "select $$'$$; commit; begin read write; delete from article; commit; select $$'$$",
              "delete from article returning *",
              "select nextval('counted')")) {
        assertThatThrownBy(() -> query.run(attack, 0, new Rows()))
            .isInstanceOf(StoreException.class);
      }

      Rows rows = new Rows();
      query.run("select n from generate_series(1, 5000) n", 0, rows);
      assertThat(rows.first).hasSize(5000);
      assertThat(state(asker)).as(setting).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rightsThatNoJobNeedsAreNamed(Asker asker) throws SQLException {
    if (asker == Asker.HSQLDB) {
      return;
    }
    List<String> rights = PostgresRights.beyondTheDatabase(address(asker));
    assertThat(rights)
        .isEqualTo(asker == Asker.SUPERUSER ? List.of("superuser") : List.<String>of());
    if (asker == Asker.OWNER) {
      execute(witness, "create role files; grant pg_read_server_files to files;");
      execute(witness, "grant files to owner;");
      assertThat(PostgresRights.beyondTheDatabase(address(asker)))
          .containsExactly("pg_read_server_files");
      execute(witness, "revoke files from owner;");
    }
  }

  private static List<String> ask(Asker asker, String sql) {
    Rows rows = new Rows();
    query(asker).run(sql, 0, rows);
    return rows.first;
  }

  private static ReadOnlyQuery query(Asker asker) {
    return new ReadOnlyQuery(address(asker), Duration.ofSeconds(60));
  }

  /** Names of the columns and the first column of each row. */
  private static final class Rows implements ReadOnlyQuery.Result {

    private final List<String> names = new ArrayList<>();
    private final List<String> first = new ArrayList<>();

    @Override
    public void columns(List<String> columns) {
      names.addAll(columns);
    }

    @Override
    public boolean row(List<@Nullable Object> values) {
      first.add(String.valueOf(values.get(0)));
      return true;
    }
  }

  private static DatabaseAddress address(Asker asker) {
    return switch (asker) {
      case HSQLDB -> new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("db/x"), "sa", "");
      case SUPERUSER -> postgres("postgres");
      case OWNER -> postgres("owner");
      case READER -> postgres("analyst");
    };
  }

  private static DatabaseAddress postgres(String user) {
    return new DatabaseAddress(postgres.getJdbcUrl(user, "postgres"), user, "");
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  private static void execute(Connection connection, String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements.split(";\n|;$")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  /** The statements in the documentation for the reading role, with the names of this test. */
  private static String readingRole() throws IOException {
    String page = Files.readString(Path.of("docs/database.md"));
    String code = page.substring(page.indexOf("```sql\n") + 7);
    return code.substring(0, code.indexOf("```"))
        .replace("database quotidian", "database postgres")
        .replace("role quotidian", "role owner")
        .replace("to quotidian", "to owner")
        .replaceAll(" *--[^\n]*", "");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReadOnlyQueryTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Everything that an attack may want to change. */
  private static Map<String, String> state(Asker asker) throws Exception {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        state.put(file.toString(), bytes(file));
      }
    }
    if (asker != Asker.HSQLDB) {
      for (String question :
          List.of(
              "select * from article order by 1",
              "select last_value, is_called from counted",
              "select relname, relkind, relowner, relacl::text from pg_class where oid > 16383"
                  + " order by oid",
              "select proname from pg_proc where oid > 16383 order by oid",
              "select oid from pg_largeobject_metadata order by 1",
              "select md5(string_agg(data::text, ',' order by loid, pageno)) from pg_largeobject",
              "select rolname from pg_roles order by 1",
              "select extname from pg_extension order by 1",
              "select slot_name from pg_replication_slots",
              "select count(*) from pg_locks where locktype = 'advisory'",
              "select pg_is_in_backup(), pg_conf_load_time()",
              "select pg_read_file('postgresql.auto.conf', 0, 100000, true)",
              "select obj_description('article'::regclass)")) {
        state.put(question, answer(question));
      }
    }
    return state;
  }

  /** Except for HSQLDB's count of transactions, which opening it increases too. */
  private static String bytes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.endsWith("x.data")) {
      Arrays.fill(bytes, 16, 40, (byte) 0);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replaceAll("(?m)^(SET FILES CHECK|tx_timestamp=|#).*$", "");
  }

  private static String answer(String question) throws SQLException {
    StringBuilder answer = new StringBuilder();
    try (Statement statement = witness.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          answer.append(rows.getString(i)).append('|');
        }
        answer.append('\n');
      }
    }
    return answer.toString();
  }
}
