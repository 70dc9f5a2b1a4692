package org.quotidian.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a file in its folder. As long as it stays the same, the content is assumed to be
 * the same. If the file system has neither inodes nor change times (which, unlike modification
 * times, cannot be set back), only size and modification time are compared.
 *
 * @param size in bytes
 * @param modified time of the last change of the content, in nanoseconds since 1970
 * @param changed time of the last change of content, name or permissions, in nanoseconds since
 *     1970; 0 if unknown
 * @param inode 0 if there is none
 */
public record FileState(long size, long modified, long changed, long inode) {

  private static final String UNIX = "unix";

  static FileState of(Path file) throws IOException {
    boolean unix = file.getFileSystem().supportedFileAttributeViews().contains(UNIX);
    Map<String, Object> attributes =
        Files.readAttributes(
            file,
            unix ? "unix:size,lastModifiedTime,ctime,ino" : "size,lastModifiedTime",
            LinkOption.NOFOLLOW_LINKS);
    return new FileState(
        number(attributes.get("size")),
        number(attributes.get("lastModifiedTime")),
        number(attributes.get("ctime")),
        number(attributes.get("ino")));
  }

  private static long number(@Nullable Object attribute) {
    return attribute instanceof FileTime time
        ? time.to(TimeUnit.NANOSECONDS)
        : attribute instanceof Number number ? number.longValue() : 0;
  }

  /**
   * Whether the last change was so long ago that another change would be visible. Two changes
   * within one tick of the file system's clock look like one.
   */
  public boolean isOlderThan(Duration age, Instant now) {
    long latest = Math.max(modified, changed);
    return FileTime.from(latest, TimeUnit.NANOSECONDS).toInstant().isBefore(now.minus(age));
  }

  /** All values as text, for comparison. */
  @Override
  public String toString() {
    return size + " " + modified + " " + changed + " " + inode;
  }
}
