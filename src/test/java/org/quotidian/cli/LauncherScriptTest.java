package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/quotidian} with a Java that only prints what it is asked to do. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {

  @TempDir private Path folder;

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
    Files.writeString(folder.resolve("a jar.jar"), "");
  }

  @Test
  void aRunGetsItsMemory() throws Exception {
    assertThat(quotidian("run", "my job.yml"))
        .isEqualTo(
            "@"
                + Path.of("bin/job.options").toAbsolutePath()
                + " -Xlog:cds=off -XX:SharedArchiveFile="
                + folder.resolve("a jar.jsa")
                + " -jar "
                + folder.resolve("a jar.jar")
                + " run my job.yml\n");
  }

  /** Java is told to ignore flags that it does not know, so a misspelt one would be silent. */
  @Test
  void theFlagsOfAJobAreKnownToJava() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "@bin/job.options", "-XX:+PrintFlagsFinal", "-version").start();
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
        .contains("-XX:TieredStopAtLevel=1", "-XX:SharedArchiveFile=" + folder.resolve("a jar.jsa"))
        .endsWith("status job.yml\n");
  }

  @Test
  void theFirstCommandMakesTheArchiveForAll() throws Exception {
    String first = quotidian("status", "job.yml");

    assertThat(folder.resolve("a jar.jsa")).hasContent("classes");
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

  private String quotidian(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = Path.of("bin/quotidian").toAbsolutePath().toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("QUOTIDIAN_JAR", folder.resolve("a jar.jar").toString());
    builder.environment().remove("QUOTIDIAN_JAVA_OPTIONS");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
