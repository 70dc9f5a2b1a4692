package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program when started by a timer or a container: without a locale, which means ASCII. */
@Tag("process")
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class PosixLocaleTest {

  private static final String ARTICLE =
      """
      Giá lúa tăng

      Ông Trần Văn Đức, chủ tịch hợp tác xã, nói: "Giá lúa năm nay tăng gấp đôi."
      """;

  @TempDir private Path folder;

  private record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void article() throws IOException {
    Files.createDirectories(folder.resolve("bài"));
    Files.writeString(folder.resolve("bài/giá lúa.txt"), ARTICLE);
    job("output", "database/quotidian");
  }

  private void job(String output, String database) throws IOException {
    Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: báo
        input: [bài]
        output: %s
        metrics: {file: số-liệu.prom}
        database: {url: "jdbc:hsqldb:file:%s"}
        """
            .formatted(output, database));
  }

  @Test
  void whatIsPrintedIsUtf8() throws Exception {
    Ended run = quotidian("run", "job.yml");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).contains("Run 1 of corpus báo", "Most quoted: Trần Văn Đức (1)");
    assertThat(folder.resolve("số-liệu.prom")).content().contains("corpus=\"báo\"");
    assertThat(folder.resolve("output/quotes.csv")).content().contains("giá lúa.txt", "gấp đôi");

    assertThat(quotidian("status", "job.yml").out()).contains("báo");
    assertThat(quotidian("sql", "job.yml", "--csv", "select content from quote").out())
        .contains("Giá lúa năm nay tăng gấp đôi.");
    assertThat(quotidian("sql", "job.yml", "select title from article").out())
        .contains("Giá lúa tăng");
    Files.writeString(folder.resolve("article.txt"), ARTICLE);
    assertThat(quotidian("annotate", "article.txt").out()).contains("Trần Văn Đức", "“");
    Files.writeString(folder.resolve("wrong.yml"), "corpus: báo\ninput: [chưa có]\noutput: o\n");
    assertThat(quotidian("run", "wrong.yml").err()).contains("the input chưa có does not exist");
  }

  @Test
  void whatJavaCannotReadOrNameIsSaid() throws Exception {
    Ended broken = quotidian("sql", "job.yml", "select 'giá'");
    assertThat(broken.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(broken.err())
        .contains("the argument 'select 'gi", "LC_ALL=C.UTF-8", "bin/quotidian");

    job("kết-quả", "cơ-sở/quotidian");
    Ended unnameable = quotidian("run", "job.yml");
    assertThat(unnameable.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(unnameable.err())
        .contains("job.yml:3: output: 'kết-quả' has characters", "LC_ALL=C.UTF-8")
        .contains("job.yml:5: database.url: 'cơ-sở/quotidian' has characters");
  }

  @Test
  void withTheScriptEveryNameAndArgumentWorks() throws Exception {
    Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
    Path java = jdk.resolve("java"); // the class path instead of a jar
    Files.writeString(
        java,
        """
        #!/bin/sh
        while [ "$1" != -jar ]; do shift; done
        shift 2
        exec "%s" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "%s" org.quotidian.Quotidian "$@"
        """
            .formatted(javaOfThisTest(), System.getProperty("java.class.path")));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    job("kết-quả", "cơ-sở/quotidian");
    List<String> script =
        List.of(
            "env",
            "-i",
            "PATH=" + System.getenv("PATH"),
            "JAVA_HOME=" + folder.resolve("jdk"),
            Path.of("bin/quotidian").toAbsolutePath().toString());

    Ended run = start(script, "run", "job.yml", "--input", "bài/giá lúa.txt");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(folder.resolve("kết-quả/quotes.csv")).content().contains("gấp đôi");
    assertThat(folder.resolve("kết-quả/quotidian.log")).exists();
    String question = "select title from article where title like '%Giá%'";
    assertThat(start(script, "sql", "job.yml", question).out()).contains("Giá lúa tăng");
  }

  private static String javaOfThisTest() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Without the script, like {@code java -jar}. */
  private Ended quotidian(String... arguments) throws Exception {
    return start(
        List.of(
            "env",
            "-i",
            "PATH=" + System.getenv("PATH"),
            javaOfThisTest(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.quotidian.Quotidian"),
        arguments);
  }

  private Ended start(List<String> program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
