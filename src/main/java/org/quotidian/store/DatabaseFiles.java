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
 * The files of an HSQLDB database, which are useful only together. HSQLDB changes its schema
 * statement by statement, without a transaction. During a change, there is a file {@code
 * NAME.changing} beside the database. A later process that finds it restores the state before
 * ({@code NAME.before}), or removes a database that was only being created.
 *
 * <p>The caller holds the {@link RunLock} or, for reading only, the {@link LookLock}.
 */
public final class DatabaseFiles {

  /** The endings of HSQLDB's files, after the name of the database. */
  private static final Pattern ENDING =
      Pattern.compile("(script|data|properties|log|backup|lobs)(\\.new|\\.old)?");

  private static final String NEW = "new";
  private static final String OLDER = "older";
  // Bytes; the program's script has about 30,000.
  private static final long LONGEST_SCRIPT = 16L << 20;

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path name;

  private DatabaseFiles(Path name) {
    this.name = name;
  }

  /** The files of this database; empty if it is not an HSQLDB file. */
  public static Optional<DatabaseFiles> of(DatabaseAddress address) {
    return address.file().map(DatabaseFiles::new);
  }

  /** Whether there are any, complete or not. */
  public boolean exist() {
    return !files().isEmpty();
  }

  /** Whether a change of the schema was interrupted or is in progress. */
  boolean isChanging() {
    return Files.exists(marker());
  }

  /** Whether the database was being created, as opposed to an older one being changed. */
  boolean isBeingMade() {
    return isChanging() && read(marker()).strip().equals(NEW);
  }

  /** Marks that a new database is about to be created. */
  void beginNew() {
    mark(NEW);
  }

  /**
   * Marks that the schema is about to change, once there is a copy of the state before.
   *
   * @param copy where HSQLDB has written the copy
   */
  void beginChange(Path copy) {
    forceFolder(copy);
    mark(OLDER);
  }

  /** Removes the mark: the schema is complete. */
  void end() {
    delete(marker());
    force(folder()); // otherwise a power cut could bring back the mark and with it the old state
    removeCopy();
  }

  /** An empty folder for a copy of the database. */
  Path emptyCopy() {
    removeCopy();
    return copy();
  }

  /** Restores the state before an interrupted change. May itself be interrupted. */
  public void mend() {
    if (!isChanging()) {
      return;
    }
    boolean made = isBeingMade();
    List<Path> before = list(copy());
    if (!made && before.stream().noneMatch(file -> file.toString().endsWith(".script"))) {
      throw damaged(
          copy() + " is missing, which contains the database before the interrupted change");
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
   * Checks that the files exist and are complete, as far as possible without opening the database.
   *
   * @throws StoreException naming what is missing and what to do
   */
  void checkWhole() {
    if (!exists(".script")) {
      throw damaged(sibling(".script") + " is missing");
    }
    Path file = sibling(".script");
    if (!Files.exists(file) || file.toFile().length() > LONGEST_SCRIPT) {
      return; // HSQLDB itself continues with a file that it was about to move into place
    }
    String script = read(file);
    if (!script.contains("\nGRANT DBA TO ")) { // it is at the end, after the tables
      throw damaged(file + " is cut off");
    }
    if (script.contains("\nSET TABLE ") && !exists(".data") && !exists(".backup")) {
      throw damaged(sibling(".data") + " is missing");
    }
  }

  /** The exception that says what is wrong and what to do. */
  DamagedDatabaseException damaged(String what) {
    return new DamagedDatabaseException(
        ("the database %s is damaged: %s. 'quotidian repair JOB.yml --from BACKUP' restores a"
                + " backup; without one, 'quotidian repair JOB.yml' moves its files aside, and the"
                + " next 'run' creates all rows again from the articles. CSV files are not changed.")
            .formatted(name, what));
  }

  /**
   * Moves all files to a folder beside them.
   *
   * @return the folder; empty if there are no files
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
   * Copies a backup to a separate folder, whatever the name of the database in it.
   *
   * @throws StoreException if it is not a backup; then nothing has changed
   */
  public void fetch(Path backup) {
    List<Path> files =
        list(backup).stream().filter(file -> ENDING.matcher(ending(file)).matches()).toList();
    if (files.stream().noneMatch(file -> ending(file).equals("script"))) {
      throw new StoreException(
          backup + " is not a backup of a database: it contains no .script file");
    }
    Path copy = emptyCopy();
    try {
      Files.createDirectories(copy);
    } catch (IOException e) {
      throw new StoreException("cannot create the folder " + copy + ": " + e, e);
    }
    files.forEach(file -> copy(file, copy.resolve(name.getFileName() + "." + ending(file))));
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Makes the copied backup the database. */
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

  /** Removes a folder with its files, if it exists. */
  static void removeFolder(Path folder) {
    list(folder).forEach(DatabaseFiles::delete);
    delete(folder);
  }

  /** Forces the files of a folder to disk. */
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

  /** Forces a file, or the names in a folder, to disk, if the system supports it. */
  private static void force(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      if (!Files.isDirectory(path)) { // Windows cannot open folders
        throw new StoreException("cannot write " + path + ": " + e, e);
      }
    }
  }
}
