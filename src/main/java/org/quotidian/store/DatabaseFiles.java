package org.quotidian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of an HSQLDB database, of which all or none are of use. The schema of HSQLDB changes
 * statement by statement, without a transaction: a file {@code NAME.changing} stands beside the
 * database meanwhile, and whoever finds it there puts back what was before ({@code NAME.before}),
 * or removes what had only been begun.
 *
 * <p>Whoever calls this holds the {@link RunLock} or, to read only, the {@link LookLock}.
 */
public final class DatabaseFiles {

  /** What HSQLDB calls its files, after the name of the database. */
  private static final Pattern ENDING =
      Pattern.compile("(script|data|properties|log|backup|lobs)(\\.new|\\.old)?");

  private static final String NEW = "new";
  private static final String OLDER = "older";
  private static final long LONGEST_SCRIPT = 16L << 20; // bytes; ours have some 30,000

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path name;

  private DatabaseFiles(Path name) {
    this.name = name;
  }

  /** Empty if the database is no HSQLDB file. */
  public static Optional<DatabaseFiles> of(DatabaseAddress address) {
    return address.file().map(DatabaseFiles::new);
  }

  /** Whether there are any, whole or not. */
  public boolean exist() {
    return !files().isEmpty();
  }

  /** Whether a change of the schema was cut off, or is going on. */
  boolean isChanging() {
    return Files.exists(marker());
  }

  /** Whether the database was only being made; else an older one is changed. */
  boolean isBeingMade() {
    return isChanging() && read(marker()).strip().equals(NEW);
  }

  /** Says that a new database is being made, before it is. */
  void beginNew() {
    mark(NEW);
  }

  /**
   * Says that the schema changes, once there is a copy of how it was.
   *
   * @param copy where HSQLDB has written it
   */
  void beginChange(Path copy) {
    forceFolder(copy);
    mark(OLDER);
  }

  /** Says that the schema is whole. */
  void end() {
    delete(marker());
    force(folder()); // else a power cut could bring the mark back, and with it the past
    removeCopy();
  }

  /** An empty place for a copy of the database. */
  Path emptyCopy() {
    removeCopy();
    return copy();
  }

  /** Puts back what was before a change that was cut off; may be cut off itself. */
  public void mend() {
    if (!isChanging()) {
      return;
    }
    boolean made = isBeingMade();
    List<Path> before = list(copy());
    if (!made && before.stream().noneMatch(file -> file.toString().endsWith(".script"))) {
      throw damaged(copy() + " is missing, which is the database as it was before it was changed");
    }
    files().forEach(DatabaseFiles::delete);
    if (!made) {
      before.forEach(
          file -> {
            Path place = folder().resolve(file.getFileName());
            copy(file, place);
            force(place);
          });
    }
    force(folder());
    end();
  }

  /**
   * Sees whether they are there and whole, as far as that can be told without opening them.
   *
   * @throws StoreException naming what is missing and what to do
   */
  void checkWhole() {
    if (!exists(".script")) {
      throw damaged(sibling(".script") + " is missing");
    }
    Path file = sibling(".script");
    if (!Files.exists(file) || file.toFile().length() > LONGEST_SCRIPT) {
      return; // HSQLDB itself goes on with one that it was about to move into place
    }
    String script = read(file);
    if (!script.contains("\nGRANT DBA TO ")) { // stands at its end, after the tables
      throw damaged(file + " is cut off");
    }
    if (script.contains("\nSET TABLE ") && !exists(".data") && !exists(".backup")) {
      throw damaged(sibling(".data") + " is missing");
    }
  }

  /** Says what is wrong, and what to do about it. */
  DamagedDatabaseException damaged(String what) {
    return new DamagedDatabaseException(
        ("the database %s is damaged: %s. 'quotidian repair JOB.yml --from BACKUP' puts back a"
                + " backup; without one, 'quotidian repair JOB.yml' moves its files aside, and the"
                + " next 'run' makes all rows anew from the articles. CSV files stay as they are.")
            .formatted(name, what));
  }

  /**
   * Moves all of them into a folder beside them.
   *
   * @return the folder; empty if there are none
   */
  public Optional<Path> setAside() {
    List<Path> files = files();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    Path aside = sibling(".damaged-" + LocalDateTime.now().format(SECOND));
    try {
      Files.createDirectories(aside);
      for (Path file : files) {
        Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
      force(folder());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot move the database aside: " + e, e);
    }
    return Optional.of(aside);
  }

  /**
   * Copies a backup into a place of its own, whatever the database in it was called.
   *
   * @throws StoreException if it is none; nothing has changed then
   */
  public void fetch(Path backup) {
    List<Path> files =
        list(backup).stream().filter(file -> ENDING.matcher(ending(file)).matches()).toList();
    if (files.stream().noneMatch(file -> ending(file).equals("script"))) {
      throw new StoreException(backup + " is no backup of a database: it holds no .script");
    }
    Path copy = emptyCopy();
    try {
      Files.createDirectories(copy);
    } catch (IOException e) {
      throw new StoreException("cannot make the folder " + copy + ": " + e, e);
    }
    files.forEach(file -> copy(file, copy.resolve(name.getFileName() + "." + ending(file))));
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Makes the backup that was fetched the database. */
  public void putBack() {
    beginChange(copy());
    mend();
  }

  private void mark(String kind) {
    Path unfinished = sibling(".changing.tmp");
    try {
      Files.createDirectories(folder());
      Files.writeString(unfinished, kind + "\n");
      force(unfinished);
      Files.move(
          unfinished,
          marker(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      force(folder());
    } catch (IOException e) {
      throw new StoreException("cannot write " + marker() + ": " + e, e);
    }
  }

  private List<Path> files() {
    String start = name.getFileName() + ".";
    return list(folder()).stream()
        .filter(file -> file.getFileName().toString().startsWith(start))
        .filter(
            file ->
                ENDING.matcher(file.getFileName().toString().substring(start.length())).matches())
        .toList();
  }

  private boolean exists(String ending) {
    return Files.exists(sibling(ending)) || Files.exists(sibling(ending + ".new"));
  }

  private Path marker() {
    return sibling(".changing");
  }

  private Path copy() {
    return sibling(".before");
  }

  private void removeCopy() {
    removeFolder(copy());
  }

  /** A folder of files, with them; nothing if there is none. */
  static void removeFolder(Path folder) {
    list(folder).forEach(DatabaseFiles::delete);
    delete(folder);
  }

  /** Has the files of a folder on disk when it returns. */
  static void forceFolder(Path folder) {
    list(folder).forEach(DatabaseFiles::force);
    force(folder);
  }

  private Path sibling(String ending) {
    return name.resolveSibling(name.getFileName() + ending);
  }

  private Path folder() {
    Path folder = name.getParent();
    return folder == null ? Path.of("") : folder;
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new StoreException("cannot read the folder " + folder + ": " + e, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new StoreException("cannot read " + file + ": " + e, e);
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoreException("cannot write " + to + ": " + e, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException("cannot remove " + file + ": " + e, e);
    }
  }

  /** Has a file, or the names in a folder, on disk when it returns, where the system can. */
  private static void force(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      if (!Files.isDirectory(path)) { // Windows opens no folder
        throw new StoreException("cannot write " + path + ": " + e, e);
      }
    }
  }
}
