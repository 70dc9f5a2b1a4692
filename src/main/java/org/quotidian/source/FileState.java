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
 * What a folder says of a file: as long as it stays the same, so does the content. Where the file
 * system has no inodes and no time of the last change of anything (which nobody can set back), size
 * and time of modification alone.
 *
 * @param size in bytes
 * @param modified time of the last change of the content; as the next, in nanoseconds since 1970
 * @param changed time of the last change of content, name or rights; 0 where it is not known
 * @param inode 0 where there is none
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
   * Whether the last change is so long ago that the next one must show: within a tick of the file
   * system's clock, two changes look like one.
   */
  public boolean isOlderThan(Duration age, Instant now) {
    long latest = Math.max(modified, changed);
    return FileTime.from(latest, TimeUnit.NANOSECONDS).toInstant().isBefore(now.minus(age));
  }

  /** All of it as text, to be compared. */
  @Override
  public String toString() {
    return size + " " + modified + " " + changed + " " + inode;
  }
}
