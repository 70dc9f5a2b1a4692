package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interrupted changes are tested in {@link SchemaChangeTest}, with real kills. */
class DatabaseFilesTest {

  private static final String WHOLE = "CREATE …\nSET TABLE …\nGRANT DBA TO SA\n";

  @TempDir private Path folder;

  private DatabaseFiles files() {
    return DatabaseFiles.of(
            new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("db/x"), "sa", ""))
        .orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("db"));
    Files.writeString(folder.resolve("db").resolve(name), text);
  }

  private List<String> names(String inFolder) throws IOException {
    try (Stream<Path> names = Files.list(folder.resolve(inFolder))) {
      return names.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void otherDatabasesHaveNone() {
    assertThat(DatabaseFiles.of(new DatabaseAddress("jdbc:hsqldb:mem:x", "sa", ""))).isEmpty();
  }

  @Test
  void filesOfOtherNamesAreNotItsOwn() throws IOException {
    assertThat(files().exist()).isFalse();
    write("xy.script", WHOLE);
    write("x.lock", "12");
    assertThat(files().exist()).isFalse();
    write("x.data.new", "");
    assertThat(files().exist()).isTrue();
  }

  @Test
  void whatLacksAPartIsNotWhole() throws IOException {
    write("x.script", WHOLE);
    assertThatThrownBy(files()::checkWhole)
        .isInstanceOf(DamagedDatabaseException.class)
        .hasMessageContainingAll("x.data is missing", "'quotidian repair JOB.yml'");
    write("x.data", "");
    assertThatCode(files()::checkWhole).doesNotThrowAnyException();
    write("x.script", WHOLE.substring(0, 20));
    assertThatThrownBy(files()::checkWhole).hasMessageContaining("x.script is cut off");
    Files.delete(folder.resolve("db/x.script"));
    assertThatThrownBy(files()::checkWhole).hasMessageContaining("x.script is missing");
    write("x.script.new", "HSQLDB itself goes on with it");
    assertThatCode(files()::checkWhole).doesNotThrowAnyException();
  }

  @Test
  void setAsideAllOfThemAreInAFolderBeside() throws IOException {
    assertThat(files().setAside()).isEmpty();
    write("x.script", WHOLE);
    write("x.data", "");
    write("other.script", "");

    Path aside = files().setAside().orElseThrow();

    assertThat(aside.getFileName().toString()).matches("x\\.damaged-\\d{8}-\\d{6}");
    assertThat(names("db/" + aside.getFileName())).containsExactly("x.data", "x.script");
    assertThat(names("db")).containsExactly("other.script", aside.getFileName().toString());
  }

  @Test
  void aBackupOfAnyNameIsPutInTheirPlace() throws IOException {
    write("x.script", "damaged");
    write("x.log", "damaged");
    Files.createDirectories(folder.resolve("backup"));
    Files.writeString(folder.resolve("backup/old.script"), WHOLE);
    Files.writeString(folder.resolve("backup/old.data"), "rows");
    Files.writeString(folder.resolve("backup/notes.txt"), "");

    files().fetch(folder.resolve("backup"));
    files().putBack();

    assertThat(names("db")).containsExactly("x.data", "x.script");
    assertThat(folder.resolve("db/x.script")).hasContent(WHOLE);
  }

  @Test
  void aFolderWithoutADatabaseIsNoBackup() throws IOException {
    write("x.script", WHOLE);
    Files.createDirectories(folder.resolve("backup"));

    assertThatThrownBy(() -> files().fetch(folder.resolve("backup")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is not a backup of a database");
    assertThat(names("db")).containsExactly("x.script");
  }
}
