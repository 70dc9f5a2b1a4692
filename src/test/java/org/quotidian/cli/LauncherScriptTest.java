package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/quotidian} with a Java that only prints its arguments. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String[] LOG = {
    "-Xlog:disable", "-Xlog:all=warning:stderr", "-Xlog:cds*=off:stderr"
  };

  @TempDir private Path folder;
  private Path jar = Path.of("");
  private String options = "";

  @BeforeEach
  void java() throws IOException {
    Path java = folder.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        """
        #!/bin/sh
        for argument; do
          case $argument in
            -XX:ArchiveClassesAtExit=*)
              echo "$@" >>"${0%/jdk/*}/made"
              echo classes >"${argument#*=}"
              [ ! -e "${0%/jdk/*}/broken" ] || exit 1
              ;;
          esac
        done
        echo "$@"
        """);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    jar = Files.writeString(folder.resolve("a jar.jar"), "");
  }

  @Test
  void aRunGetsItsMemory() throws Exception {
    assertThat(quotidian("run", "my job.yml"))
        .isEqualTo(
            "@"
                + Path.of("bin/job.options").toAbsolutePath()
                + " "
                + String.join(" ", LOG)
                + " -XX:SharedArchiveFile="
                + archive()
                + " -jar "
                + jar
                + " run my job.yml\n");
  }

  /** Java is configured to ignore unknown flags, so a misspelt one would go unnoticed. */
  @Test
  void theFlagsOfAJobAreKnownToJava() throws Exception {
    Process process =
        new ProcessBuilder(JAVA, "@bin/job.options", "-XX:+PrintFlagsFinal", "-version").start();
    String flags = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(flags)
        .containsPattern("MaxHeapSize += " + (600 << 20))
        .containsPattern("UseParallelGC += true")
        .containsPattern("Tier4InvocationThreshold += 100000")
        .containsPattern("Tier4MinInvocationThreshold += 12000")
        .containsPattern("Tier4CompileThreshold += 300000")
        .containsPattern("Tier4BackEdgeThreshold += 800000");
  }

  @Test
  void aShortCommandStartsFast() throws Exception {
    assertThat(quotidian("status", "job.yml"))
        .contains("-XX:TieredStopAtLevel=1", "-XX:SharedArchiveFile=" + archive())
        .endsWith("status job.yml\n");
  }

  @Test
  void theFirstCommandMakesTheArchiveForAll() throws Exception {
    String first = quotidian("status", "job.yml");

    assertThat(archive()).hasContent("classes");
    assertThat(quotidian("status", "job.yml")).isEqualTo(first);
    assertThat(folder.resolve("made")).content().hasLineCount(1).contains("run", "jobs/sample.yml");
  }

  @Test
  void whereThereCanBeNoArchiveItIsNotTriedAgain() throws Exception {
    Files.createFile(folder.resolve("broken"));

    assertThat(quotidian("status", "job.yml"))
        .doesNotContain("SharedArchiveFile")
        .endsWith("status job.yml\n");
    assertThat(quotidian("run", "job.yml"))
        .doesNotContain("SharedArchiveFile")
        .endsWith("run job.yml\n");
    assertThat(folder.resolve("made")).content().hasLineCount(1);
  }

  @Test
  void manyAtOnceMakeOneArchive() throws Exception {
    ExecutorService starts = Executors.newFixedThreadPool(8);
    List<Future<String>> printed = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      printed.add(starts.submit(() -> quotidian("status", "job.yml")));
    }
    for (Future<String> start : printed) {
      assertThat(start.get()).endsWith("status job.yml\n");
    }
    starts.shutdown();

    assertThat(folder.resolve("made")).content().hasLineCount(1);
    assertThat(folder).isDirectoryNotContaining("glob:**.lock");
  }

  /** Java refuses an archive of jars that were moved or changed, or of another Java. */
  @Test
  void aMovedProgramAndAnotherJavaMakeTheirOwn() throws Exception {
    quotidian("status", "job.yml");
    Path first = archive();

    Path moved = Files.createDirectory(folder.resolve("moved"));
    Files.move(first, moved.resolve(first.getFileName()));
    jar = Files.move(jar, moved.resolve("a jar.jar"));
    assertThat(quotidian("status", "job.yml"))
        .contains("-XX:SharedArchiveFile=" + moved)
        .doesNotContain(first.getFileName().toString());

    Files.writeString(Files.createDirectory(moved.resolve("lib")).resolve("a.jar"), "");
    String withLibrary = quotidian("status", "job.yml");
    Files.writeString(moved.resolve("lib/a.jar"), "changed");
    assertThat(quotidian("status", "job.yml")).isNotEqualTo(withLibrary);

    Files.writeString(folder.resolve("jdk/bin/java"), "# newer\n", StandardOpenOption.APPEND);
    quotidian("status", "job.yml");
    assertThat(folder.resolve("made")).content().hasLineCount(5);
  }

  @Test
  void anArchiveThatDoesNotFitIsNotSaidAmongTheResults() throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(List.of(LOG));
    command.add("-XX:SharedArchiveFile=" + jar);
    command.add("-version");
    Process process = new ProcessBuilder(command).start();

    assertThat(process.getInputStream()).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void theCollectorOfTheUserWins() throws Exception {
    options = "-Xmx2g -XX:+UseG1GC";

    assertThat(quotidian("status", "job.yml")).contains("-XX:+UseG1GC").doesNotContain("UseSerial");
    assertThat(quotidian("run", "job.yml"))
        .containsPattern("job.options -XX:-UseParallelGC .*-Xmx2g -XX:[+]UseG1GC");

    Process process =
        new ProcessBuilder(
                JAVA, "@bin/job.options", "-XX:-UseParallelGC", "-XX:+UseG1GC", "-version")
            .start();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void namesAndArgumentsAreUtf8WhateverTheLocale() throws Exception {
    Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\necho $LC_ALL\n");

    assertThat(quotidian("status", "job.yml")).isEqualTo("C.UTF-8\n");
  }

  private Path archive() throws IOException {
    try (Stream<Path> files = Files.list(jar.getParent())) {
      List<Path> archives = files.filter(file -> file.toString().endsWith(".jsa")).toList();
      assertThat(archives).hasSize(1);
      return archives.get(0);
    }
  }

  private String quotidian(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = Path.of("bin/quotidian").toAbsolutePath().toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("QUOTIDIAN_JAR", jar.toString());
    builder.environment().put("QUOTIDIAN_JAVA_OPTIONS", options);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
