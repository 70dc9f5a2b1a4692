package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a damaged HSQLDB file, and how it is repaired. */
class DamagedDatabaseTest extends DatabaseCommands {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "truncate .data",
        "empty .data",
        "delete .data",
        "garble .data",
        "delete .script",
        "truncate .script",
        "empty .script",
        "garble .script"
      })
  void aDamagedDatabaseIsNamedWithWhatToDo(String damage) throws Exception {
    Path job = job(Kind.HSQLDB, "test");
    run(job);
    Path backup = folder.resolve("backup");
    assertThat(execute("backup", job.toString(), backup.toString())).as(err.toString()).isZero();
    damage(folder.resolve("db/x" + damage.split(" ")[1]), damage.split(" ")[0]);

    for (List<String> command :
        List.of(
            List.of("status"),
            List.of("sql", "select * from quotes, sentence"),
            List.of("export"),
            List.of("run"))) {
      err.getBuffer().setLength(0);
      List<String> line = new ArrayList<>(command);
      line.add(1, job.toString());
      assertThat(execute(line.toArray(String[]::new)))
          .as(command.get(0))
          .isEqualTo(ExitCode.FAILED);
      assertThat(err.toString())
          .as(command.get(0))
          .contains("the database " + folder.resolve("db/x") + " is damaged: ", "repair JOB.yml")
          .doesNotContain("Exception", "at org.");
    }

    assertThat(execute("repair", job.toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains("The old files are now in", "creates all rows again");
    run(job);
    assertThat(number(job, "select count(*) as n from article")).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource(names = "HSQLDB")
  void aBackupIsPutBackAndAWholeDatabaseIsLeftAlone(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);
    Path backup = folder.resolve("backup");
    assertThat(execute("backup", job.toString(), backup.toString())).as(err.toString()).isZero();
    assertThat(execute("backup", job.toString(), backup.toString()))
        .as("twice to one folder")
        .isEqualTo(ExitCode.WRONG_USAGE);
    change(job, "delete from article");

    assertThat(execute("repair", job.toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains("The database is not damaged");
    assertThat(number(job, "select count(*) as n from article")).isZero();

    Path wrong = folder.resolve("input");
    assertThat(execute("repair", job.toString(), "--from", wrong.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains(wrong + " is not a backup of a database");
    assertThat(number(job, "select count(*) as n from article")).isZero();

    assertThat(execute("repair", job.toString(), "--from", backup.toString()))
        .as(err.toString())
        .isZero();
    assertThat(number(job, "select count(*) as n from article")).isEqualTo(6);
    run(job);
    assertThat(json("status", job.toString(), "--json").get("runs").get(0).get("unchanged").asInt())
        .isEqualTo(7);
  }

  private static void damage(Path file, String how) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (how) {
      case "truncate" -> Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
      case "empty" -> Files.write(file, new byte[0]);
      case "garble" -> {
        byte[] noise = new byte[bytes.length];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, bytes.length / 4, bytes.length / 2);
        Files.write(file, bytes);
      }
      default -> Files.delete(file);
    }
  }
}
