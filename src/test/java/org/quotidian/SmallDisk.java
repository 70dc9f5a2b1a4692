package org.quotidian;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A folder with a disk of its own, in memory. Only root may mount one: for others, tests that need
 * it are skipped, and say so.
 */
public final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * @param megabytes how much it holds
   */
  public static SmallDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Assumptions.assumeTrue(
        mount("-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()),
        "a small disk is mounted (mount -t tmpfs), which only root may do");
    return new SmallDisk(folder);
  }

  /** Makes it larger or smaller; what it holds stays. */
  public void resize(int megabytes) throws IOException, InterruptedException {
    if (!mount("-o", "remount,size=" + megabytes + "m", folder.toString())) {
      throw new IOException("cannot resize " + folder);
    }
  }

  /** As when somebody else fills the disk: a file takes all that is left, or all but some bytes. */
  public void fill(long left) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (byte[] bytes : List.of(new byte[1 << 20], new byte[4096])) { // whole pages of memory
        while (Files.getFileStore(folder).getUsableSpace() - left >= bytes.length) {
          out.write(bytes);
        }
      }
    } catch (IOException e) {
      if (Files.getFileStore(folder).getUsableSpace() > left) {
        throw e;
      } // else somebody at work took the rest
    }
  }

  /** Takes that file away. */
  public void free() throws IOException {
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
      return false; // there is no such command on this system
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
