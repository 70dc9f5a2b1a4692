package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.quotidian.model.SourceItem;

/**
 * Creates items for files with size and SHA-256. Files are read as a stream, up to the size limit.
 */
final class FileHash {

  private static final int BUFFER = 1 << 16; // bytes

  private final Limits limits;

  FileHash(Limits limits) {
    this.limits = limits;
  }

  /**
   * @param size in bytes, from the folder entry
   */
  SourceItem item(Path file, String source, long size) {
    if (size > limits.fileBytes()) {
      return SourceItem.unreadable(file, source, size, limits.tooLarge(size));
    }
    try (InputStream in = FoundFile.stream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      long read = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        read += n;
        if (read > limits.fileBytes()) {
          return SourceItem.unreadable(file, source, read, limits.tooLarge(read));
        }
      }
      return new SourceItem(
          file, source, "", read, HexFormat.of().formatHex(digest.digest()), null);
    } catch (IOException e) {
      return SourceItem.unreadable(file, source, size, IoProblem.sentence("the file", e));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
