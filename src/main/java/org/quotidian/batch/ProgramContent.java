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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.quotidian.model.ArticleId;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassWriter;

/**
 * Identifies the code, models and word lists that rows come from by their content. Whoever changes
 * a rule or a word list and builds gets new rows in the next run, without having to change a
 * version number. Anything without influence on the rows is ignored: comments, line numbers and
 * variable names in the code, training, and what only other programs and commands use. A comment in
 * a word list counts.
 */
final class ProgramContent {

  static final List<String> PACKAGES =
      List.of("model", "source", "language", "nlp", "quote", "annotate", "duplicate");

  /** Parts of these packages that no rows depend on. */
  static final Set<String> LEFT_OUT =
      Set.of(
          "annotate/corenlp/NewsQuoteAnnotator",
          "nlp/vietnamese/ModelInput",
          "nlp/vietnamese/WordFeatures",
          "nlp/vietnamese/WordInput",
          "nlp/vietnamese/WordModel",
          "nlp/vietnamese/WordTag",
          "nlp/vietnamese/WordTagger",
          "nlp/vietnamese/WordUses",
          "nlp/vietnamese/word-uses.txt",
          "nlp/vietnamese/words.model.gz",
          "nlp/vietnamese/MODEL-CARD.md",
          "nlp/corenlp/Annotations",
          "nlp/corenlp/VietnameseEntitiesAnnotator",
          "nlp/corenlp/VietnameseTokensAnnotator",
          "quote/ConfidenceTraining",
          "quote/DecisionTraining",
          "quote/Proposals",
          "quote/QuoteTraining",
          "quote/en/MODEL-CARD.md",
          "source/Inspection");

  /** A package that only trains models. */
  static final String TRAINING = "nlp/vietnamese/training/";

  private ProgramContent() {}

  /** 64 hex digits; the same for the jar and for the class files it was made from. */
  static String hash() {
    try {
      return hash(
          Path.of(
              ProgramContent.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param code the jar, or the folder of class files and resources
   */
  static String hash(Path code) {
    try {
      if (Files.isDirectory(code)) {
        return hashOf(code.resolve("org/quotidian"));
      }
      try (FileSystem jar = FileSystems.newFileSystem(code)) {
        return hashOf(jar.getPath("/org/quotidian"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hashOf(Path root) throws IOException {
    StringBuilder list = new StringBuilder();
    for (String name : PACKAGES) {
      try (Stream<Path> files = Files.walk(root.resolve(name))) {
        list.append(
            files
                .filter(Files::isRegularFile)
                .filter(file -> decides(name(root, file)))
                .map(file -> name(root, file) + " " + crc(file))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n")));
      }
    }
    return ArticleId.sha256(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static boolean decides(String name) {
    String outermost = name.replaceFirst("([$].*)?[.]class$", "");
    return !LEFT_OUT.contains(outermost)
        && !outermost.startsWith(TRAINING)
        && !outermost.endsWith("package-info");
  }

  private static long crc(Path file) {
    try {
      if (file.toString().endsWith(".class")) {
        return crc(withoutDebugging(Files.readAllBytes(file)));
      }
      if (file.getFileSystem() != FileSystems.getDefault()) {
        // A jar stores it, so models need not be read.
        return (long) Files.getAttribute(file, "zip:crc");
      }
      return crc(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] withoutDebugging(byte[] code) {
    ClassWriter rest = new ClassWriter(0);
    new ClassReader(code).accept(rest, ClassReader.SKIP_DEBUG);
    return rest.toByteArray();
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
