package org.quotidian.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.springframework.util.FileSystemUtils;

/**
 * The class path with an archive of the classes that a run loads, like that of {@code
 * bin/quotidian}. It reduces the start of test processes by a third. It is created once for all
 * tests of a JVM, which takes some seconds. Because an archive accepts only classes from jars, the
 * compiled classes are packed first.
 */
final class ClassArchive {

  private static final List<String> FLAGS = make();

  private ClassArchive() {}

  /** Java's flags for class path and archive. */
  static List<String> flags() {
    return FLAGS;
  }

  private static List<String> make() {
    try {
      Path folder = Files.createTempDirectory("classes");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
      List<String> classPath = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        classPath.add(
            Files.isDirectory(Path.of(entry))
                ? pack(entry, folder.resolve(classPath.size() + ".jar"))
                : entry);
      }
      List<String> flags =
          List.of("-Xlog:cds*=off", "-cp", String.join(File.pathSeparator, classPath));
      Path archive = folder.resolve("classes.jsa");
      run(folder, "-XX:ArchiveClassesAtExit=" + archive, flags);
      List<String> all = new ArrayList<>(flags);
      all.add("-XX:SharedArchiveFile=" + archive);
      return List.copyOf(all);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pack(String classes, Path jar) {
    PrintWriter silence = new PrintWriter(Writer.nullWriter());
    int exit =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(silence, silence, "-c", "-0", "-M", "-f", jar.toString(), "-C", classes, ".");
    if (exit != 0) {
      throw new AssertionError("cannot pack " + classes);
    }
    return jar.toString();
  }

  /** A run over one article, in a language without models. */
  private static void run(Path folder, String archive, List<String> flags)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a.txt"), "Le marché\n\nLe maire attend le nouveau marché.\n");
    Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: classes
        input: [a.txt]
        output: output
        database: {url: "jdbc:hsqldb:file:database/quotidian"}
        """);
    List<String> options = new ArrayList<>(flags);
    options.add(archive);
    QuotidianProcess run =
        QuotidianProcess.start(
            folder, options, "org.quotidian.Quotidian", Map.of(), "run", "job.yml");
    if (run.exitCode() != 0) {
      throw new AssertionError(run.screen());
    }
  }
}
