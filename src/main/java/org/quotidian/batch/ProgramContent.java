package org.quotidian.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.quotidian.model.ArticleId;

/**
 * Identifies the code, models and word lists that rows come from, by their content: whoever changes
 * a rule or a word list and builds gets new rows at the next run, without having to remember a
 * version number.
 */
final class ProgramContent {

  private static final List<String> PACKAGES =
      List.of("model", "source", "language", "nlp", "quote", "duplicate");

  private ProgramContent() {}

  /** 64 hex digits; the same for the jar and the class files it was made from. */
  static String hash() {
    try {
      Path code =
          Path.of(ProgramContent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(code)) {
        return hash(code);
      }
      try (FileSystem jar = FileSystems.newFileSystem(code)) {
        return hash(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(Path root) throws IOException {
    StringBuilder list = new StringBuilder();
    for (String name : PACKAGES) {
      Path folder = root.resolve("org/quotidian/" + name);
      try (Stream<Path> files = Files.walk(folder)) {
        list.append(
            files
                .filter(Files::isRegularFile)
                .map(file -> root.relativize(file).toString().replace('\\', '/') + " " + crc(file))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n")));
      }
    }
    return ArticleId.sha256(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static long crc(Path file) {
    try {
      CRC32 crc = new CRC32();
      crc.update(Files.readAllBytes(file));
      return crc.getValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
