package org.quotidian;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A folder on a small disk of its own, in memory. Only root can mount one; for other users, tests
 * that need it are reported as skipped.
 */
public final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * @param megabytes its size
   */
  public static SmallDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Assumptions.assumeTrue(
        mount("-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()),
        "a small disk is mounted (mount -t tmpfs), which only root may do");
    return new SmallDisk(folder);
  }

  /** Makes it larger or smaller; its contents stay. */
  public void resize(int megabytes) throws IOException, InterruptedException {
    if (!mount("-o", "remount,size=" + megabytes + "m", folder.toString())) {
      throw new IOException("cannot resize " + folder);
    }
  }

  /**
   * Simulates another program that fills the disk: a file takes all space, except for {@code left}
   * bytes.
   */
  public synchronized void fill(long left) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (byte[] bytes : List.of(new byte[1 << 20], new byte[4096])) { // whole pages of memory
        while (Files.getFileStore(folder).getUsableSpace() - left >= bytes.length) {
          out.write(bytes);
        }
      }
    } catch (IOException e) {
      if (Files.getFileStore(folder).getUsableSpace() > left) {
        throw e;
      } // otherwise another process took the rest
    }
  }

  /** Removes that file, once it takes all it will: until then it would go on to take space. */
  public synchronized void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("of-somebody-else");
  }

  private static boolean mount(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "mount";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // this system has no such command
    }
  }

  @Override
  public void close() throws IOException {
    try {
      new ProcessBuilder("umount", "--lazy", folder.toString()).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
