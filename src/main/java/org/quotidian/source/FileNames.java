package org.quotidian.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Converts file names to text in the same way in every locale. Under a timer the locale is often
 * {@code C}, in which Java shows every letter outside ASCII as a replacement character, so that two
 * Vietnamese names become equal. A file's URI still contains the bytes.
 */
public final class FileNames {

  private static final char REPLACEMENT = '\uFFFD';

  private FileNames() {}

  /**
   * The last part of {@code path}. Bytes that are not UTF-8 are written as {@code %} and two hex
   * digits, so that different files keep different names.
   */
  static String of(Path path) {
    Path last = path.getFileName();
    if (last == null) {
      return "";
    }
    String name = last.toString();
    if (name.indexOf(REPLACEMENT) < 0) {
      return name;
    }
    URI uri = path.toUri();
    String raw = uri.getRawPath();
    if (raw.endsWith("/")) {
      raw = raw.substring(0, raw.length() - 1);
    }
    return decode(raw.substring(raw.lastIndexOf('/') + 1));
  }

  /**
   * The path for a {@code name} in a job file, relative to {@code folder}.
   *
   * @throws InvalidPathException if it has characters that are not allowed in paths
   */
  public static Path resolve(Path folder, String name) {
    try {
      return folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      if (name.chars().allMatch(c -> c < 0x80)) {
        throw e;
      }
      URI uri = folder.toUri().resolve(escaped(name));
      // With three slashes Java uses the bytes unchanged; with one it converts them to the locale.
      return Path.of(URI.create("file://" + uri.getRawPath())).normalize();
    }
  }

  private static URI escaped(String name) {
    try {
      return URI.create(new URI(null, null, name, null).toASCIIString());
    } catch (URISyntaxException e) {
      throw new InvalidPathException(name, e.getReason());
    }
  }

  /** Decodes percent escapes whose bytes are UTF-8. */
  static String decode(String escaped) {
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        bytes.put((byte) Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.put((byte) c);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return escaped;
    }
  }
}
