package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.annotate.Language;
import org.quotidian.batch.OwnFiles;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import picocli.CommandLine;

class MainCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutACommandItPrintsItsHelp() {
    assertThat(execute()).isZero();
    assertThat(out.toString()).contains("Usage: quotidian", "run", "annotate", "doctor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "restart",
        "worker",
        "stop",
        "status",
        "export",
        "report",
        "sql",
        "diff",
        "purge",
        "backup",
        "repair",
        "annotate",
        "inspect",
        "evaluate",
        "train",
        "languages",
        "doctor"
      })
  void everyCommandHelpsWithAnExample(String command) {
    assertThat(execute(command, "--help")).isZero();
    assertThat(out.toString()).contains("Example", "quotidian " + command);
  }

  @Test
  void anUnknownCommandIsWrongUsageWithASuggestion() {
    assertThat(execute("statsus")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("Did you mean").contains("status");
  }

  @Test
  void anUnknownOptionIsSaidInALineOrTwo() {
    assertThat(execute("run", "job.yml", "--inputs", "articles")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString())
        .contains("Unknown option", "--inputs", "See: quotidian run --help")
        .hasLineCount(3);
  }

  @Test
  void aMissingJobFileIsWrongUsage() {
    assertThat(execute("run", "none.yml")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("none.yml: there is no such job file");
  }

  @Test
  void aMissingInputIsWrongUsageAndNothingIsMade() throws IOException {
    Path job = job("input: [" + folder.resolve("nothing-here") + "]");

    assertThat(execute("run", job.toString())).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("nothing-here");
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          %s; %s/output; db; output: .*read its own results.*%s/output/articles.csv
          %s/**/*.txt; %s/a/output; db; output: .*%s/a/output/README.txt
          %s/*/*.html; %s/output; db; output: .*%s/output/report.html
          %s/articles; %s; db; output: .*%s/articles/0123456789abcdef.html
          %s/linked; %s/in/output; db; output: .*%s/in/output/articles.csv
          %s/in; %s/linked/output; db; output: .*%s/in/output/articles.csv
          %s/in; %s/output; in/db; database.url: .*read its own database.*%s/in/db/test.script
          """)
  void aJobThatWouldReadWhatItWritesIsRefused(
      String input, String output, String database, String message) throws IOException {
    Path here = Files.createDirectory(folder.resolve("here")).toRealPath();
    Files.createDirectories(here.resolve("articles"));
    Files.createDirectories(here.resolve("in"));
    Files.createSymbolicLink(here.resolve("linked"), here.resolve("in"));
    Path job =
        Files.writeString(
            folder.resolve("job.yml"),
            """
            corpus: test
            input: ["%s"]
            output: %s
            database: {url: "jdbc:hsqldb:file:%s/%s/test"}
            """
                .formatted(
                    input.replace("%s", here.toString()),
                    output.replace("%s", here.toString()),
                    database.contains("/") ? here : folder,
                    database));

    assertThat(execute("run", job.toString())).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString())
        .containsPattern(message.replace("%s", here.toString()))
        .contains("outside the inputs");
    assertThat(here.resolve("output")).doesNotExist();
  }

  @Test
  @Tag("models")
  void doctorTellsThatAJobWouldReadWhatItWrites() throws IOException {
    Path job = job("input: [" + folder + "]");

    assertThat(execute("doctor", job.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).containsPattern("WRONG +inputs .*read its own results");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          %s/output/articles-of-mine; %s/output
          %s/*.html; %s/output
          %s/*/*.htm; %s/output
          %s/in; %s/output
          %s; %s/.output
          """)
  void aJobWhoseInputsLeaveItsOutputAloneIsNot(String input, String output) throws IOException {
    Path here = Files.createDirectory(folder.resolve("here")).toRealPath();
    Files.createDirectories(here.resolve("in"));
    Files.createDirectories(here.resolve("output/articles-of-mine"));
    JobSettings job =
        JobFile.read(
            job("input: [\"" + input.replace("%s", here.toString()) + "\"]"),
            Map.of("output", output.replace("%s", here.toString())),
            List.of());

    OwnFiles.check(job);
  }

  @Test
  void anOutputFolderThatCannotBeMadeIsWrongUsage() throws IOException {
    Files.writeString(folder.resolve("output"), "a file");
    Path job = job("input: [" + Files.createDirectory(folder.resolve("articles")) + "]");

    assertThat(execute("run", job.toString())).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString())
        .startsWith("output: the folder " + folder.resolve("output") + " cannot be created")
        .doesNotContain("at java.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [vi, xx]   | 'xx' is not a language that is known here
          deu        | 'deu' is German (de), whose models are not installed. Install them with: mvn
          german     | 'german' is German (de), whose models are not installed. Install them with: mvn
          vi-en      | 'vi-en' is not a language that is known here
          """)
  void aLanguageWithoutNamesAndQuotesIsWrongUsage(String languages, String problem)
      throws IOException {
    assumeTrue(Language.of("de").models() == null, "the German models are installed");
    Path job = job("input: [" + folder + "]\nlanguages: " + languages);

    assertThat(execute("run", job.toString())).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString())
        .contains("job.yml:5: languages: " + problem)
        .contains("sentences anyway");
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void whatWasFoundCanBeLookedAtWithoutTheModels() throws IOException {
    assumeTrue(Language.of("de").models() == null, "the German models are installed");
    String job = job("input: [" + folder + "]\nlanguages: [en, de]").toString();

    assertThat(execute("status", job)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("No run yet");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aLanguageOnTheCommandLineIsCheckedToo() throws IOException {
    String job = job("input: [" + folder + "]").toString();

    assertThat(execute("status", job, "--set", "languages=vi,xx")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("command line: languages: 'xx' is not a language");
    assertThat(execute("annotate", "a.txt", "--language", "deu")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString())
        .contains("--language: 'deu' is German (de)", "Install them with: mvn");
    assertThat(execute("annotate", "a.txt", "--language", "")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("--language: '' is not a language");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi-VN", "[vi, EN]", "auto", "Vietnamese"})
  void aLanguageMayBeWrittenInOtherWays(String languages) throws IOException {
    Path job = job("input: [" + folder + "]\nlanguages: " + languages);

    assertThat(execute("status", job.toString())).isZero();
    assertThat(out.toString()).contains("No run yet");
  }

  @Test
  void anUnknownEncodingIsWrongUsageWithASuggestion() throws IOException {
    Path job = job("input: [" + folder + "]\nencoding: TCVN-3");

    assertThat(execute("run", job.toString())).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString())
        .contains("job.yml:5: encoding: 'TCVN-3' is not a known encoding")
        .contains("did you mean TCVN3?");
  }

  @Test
  void statusBeforeTheFirstRunSaysSo() throws IOException {
    assertThat(execute("status", job("input: [" + folder + "]").toString())).isZero();
    assertThat(out.toString()).contains("No run yet");
  }

  @Test
  void exportBeforeTheFirstRunFailsInWords() throws IOException {
    assertThat(execute("export", job("input: [" + folder + "]").toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("nothing to export");
  }

  @Test
  void reportBeforeTheFirstRunFailsInWords() throws IOException {
    assertThat(execute("report", job("input: [" + folder + "]").toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("nothing to report");
  }

  @Test
  void stopWithoutARunSaysSo() throws IOException {
    assertThat(execute("stop", job("input: [" + folder + "]").toString())).isZero();
    assertThat(out.toString()).contains("has no run in progress");
  }

  @Test
  void languagesSaysWhatIsThereAndHowToInstallTheOthers() {
    assertThat(execute("languages")).isZero();
    assertThat(out.toString())
        .containsPattern("vi +Vietnamese +Tiếng Việt +built in: sentences, entities, quotes")
        .containsPattern("en +English +English +built in: sentences, entities, quotes");
    assumeTrue(Language.of("de").models() == null, "the German models are installed");
    assertThat(out.toString())
        .containsPattern(
            "de +German +Deutsch +can be installed: mvn dependency:copy"
                + " -Dartifact=\\S+:models-german -DoutputDirectory=target/lib");
  }

  @Test
  @Tag("models")
  void doctorNamesWhatIsWrongWithAJob() throws IOException {
    Path job = job("input: [" + folder.resolve("nothing-here") + "]");

    assertThat(execute("doctor", job.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString())
        .containsPattern("ok +Java")
        .containsPattern("ok +language vi")
        .containsPattern("WRONG +inputs .*nothing-here")
        .containsPattern("ok +database .*created by the first run");
  }

  @Test
  @Tag("models")
  void annotateShowsWhoSaidWhat() throws IOException {
    Path article =
        Files.writeString(
            folder.resolve("article.txt"),
            """
            Ferry to return in spring

            "The ferry will be running again by April," said Martha Ellison of Harrow Bay.

            She added that the fare will not change.
            """);

    assertThat(execute("annotate", article.toString())).isZero();
    assertThat(out.toString())
        .contains("[title] Ferry to return in spring")
        .containsPattern("PERSON +Martha Ellison")
        .contains("“The ferry will be running again by April,”");
  }

  @Test
  void inspectShowsWhatIsUnderstoodOfAFile() throws IOException {
    Path article =
        Files.writeString(
            folder.resolve("article.html"),
            "<meta name=author content='Lê Na'><title>Phà nghỉ ba tuần</title><time"
                + " datetime='2019-03-14'></time><p>Phà sông Lạch tạm dừng từ thứ Hai, ban quản lý bến"
                + " cho biết.<figure><figcaption>Bến sáng nay</figcaption></figure>");

    assertThat(execute("inspect", article.toString())).isZero();
    assertThat(out.toString())
        .contains("format     text/html")
        .contains("encoding   UTF-8, confidence 100 of 100")
        .contains("title      Phà nghỉ ba tuần")
        .contains("author     Lê Na")
        .contains("published  2019-03-14")
        .contains("language   vi")
        .contains("sections   title 1, body 1, caption 1")
        .containsPattern("body +Phà sông Lạch tạm dừng")
        .containsPattern("caption +Bến sáng nay");
  }

  @Test
  void inspectReadsAsTheJobDoes() throws IOException {
    Path job = job("input: [" + folder + "]\nfields: {text: words, key: nr}\nencoding: TCVN3");
    Path records =
        Files.write(
            folder.resolve("records.csv"),
            "nr,words\r\nmot,Tr¹m phµ s«ng L¹ch t¹m dõng.\r\nhai,Xe buýt.\r\nba,X\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(execute("inspect", records.toString(), "--job", job.toString(), "--records", "1"))
        .isZero();
    assertThat(out.toString())
        .contains("encoding   TCVN3")
        .contains("record     mot")
        .contains("Trạm phà sông Lạch tạm dừng.")
        .contains("2 more")
        .doesNotContain("record     hai");
  }

  @Test
  void inspectSaysWhatIsWrong() throws IOException {
    Path article = Files.writeString(folder.resolve("empty.txt"), "");

    assertThat(execute("inspect", article.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("problem    the file is empty");
  }

  @Test
  void annotateSaysWhyAFileIsNoArticle() throws IOException {
    Path article = Files.writeString(folder.resolve("empty.txt"), "");

    assertThat(execute("annotate", article.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("empty.txt: the file is empty");
  }

  @Test
  @Tag("models")
  void evaluateMeasuresAgainstGold() throws IOException {
    Path gold =
        Files.writeString(
            folder.resolve("gold.jsonl"),
            """
            {"doc": "a", "text": "Ferry news\\n\\n\\"It will be running again by April,\\" said Martha Ellison of Harrow Bay.", "quotes": [{"type": "direct", "start": 13, "end": 47, "speaker_start": 54, "speaker_end": 68, "speaker": "Martha Ellison", "canonical": "Martha Ellison", "cue": "said"}], "entities": [{"start": 54, "end": 68, "type": "PERSON"}]}
            """);

    assertThat(execute("evaluate", "--gold", gold.toString(), "--errors")).isZero();
    assertThat(out.toString())
        .containsPattern("direct +end to end +P 1.000  R 1.000  F1 1.000")
        .containsPattern("PERSON +name exact +P 1.000");
  }

  @Test
  void trainTouchesNoExistingFile() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "precious");

    for (String[] command :
        new String[][] {
          {"train", "names", "--annotation", file.toString(), "--output", file.toString()},
          {"train", "word-classes", "--texts", file.toString(), "--output", file.toString()},
          {"train", "capitals", "--texts", file.toString(), "--output", file.toString()},
          {
            "train",
            "quotes",
            "--language",
            "vi",
            "--annotation",
            file.toString(),
            "--output",
            file.toString()
          },
          {"train", "words", "--treebank", file.toString(), "--output", file.toString()},
          {
            "train",
            "word-uses",
            "--treebank",
            file.toString(),
            "--texts",
            file.toString(),
            "--output",
            file.toString()
          }
        }) {
      assertThat(execute(command)).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(err.toString()).contains(file + " exists");
    }
    assertThat(file).hasContent("precious");
  }

  @Test
  void trainSaysWhatIsMissing() {
    assertThat(execute("train")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString())
        .contains("say what to make: names, quotes, words, word-classes, word-uses or capitals");
    assertThat(execute("train", "names", "--annotation", "not-there", "--output", "m"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("not-there: there is no such file");
  }

  @Test
  void trainLearnsQuotesOnlyOfALanguageInWhichTheyAreFound() throws IOException {
    Path file = Files.writeString(folder.resolve("quotes.jsonl"), "");
    assertThat(
            execute(
                "train",
                "quotes",
                "--language",
                "und",
                "--annotation",
                file.toString(),
                "--output",
                folder.resolve("weights").toString()))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("'und' is not a language that is known here");
    assertThat(folder.resolve("weights")).doesNotExist();
  }

  private Path job(String settings) throws IOException {
    return Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: test
        output: %s
        database: {url: "jdbc:hsqldb:file:%s"}
        %s
        """
            .formatted(folder.resolve("output"), folder.resolve("db/test"), settings));
  }

  private int execute(String... arguments) {
    CommandLine commandLine = MainCommand.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }
}
