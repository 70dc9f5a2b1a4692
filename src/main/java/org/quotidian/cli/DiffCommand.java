package org.quotidian.cli;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.quotidian.compare.Comparison;
import org.quotidian.compare.Difference;
import org.quotidian.export.Columns;
import org.quotidian.export.CsvFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: shows what changed between the results of two runs. */
@Command(
    name = "diff",
    description = {
      "Compares two output folders: articles, entities and quotes that came (are new), went (are"
          + " gone), or changed in span, type or speaker.",
      "Copy the output folder before the run whose effect you want to see. Articles whose bytes"
          + " changed are listed, but their rows are not compared."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cp -r output/mine output/before    # then change a word list, build, run",
      "  quotidian diff output/before output/mine",
      "  quotidian diff output/before output/mine --csv > changes.csv"
    })
final class DiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "An output folder.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "A later output folder.")
  private Path after = Path.of("");

  @Option(names = "--csv", description = "Print every difference as CSV instead of a summary.")
  private boolean csv;

  @Option(
      names = "--examples",
      paramLabel = "N",
      description = "How many of each kind to show (${DEFAULT-VALUE}).")
  private int examples = 5;

  @Override
  public Integer call() throws IOException {
    for (Path folder : List.of(before, after)) {
      if (!Files.isRegularFile(folder.resolve("articles.csv"))) {
        throw new ParameterException(
            spec.commandLine(), folder + ": is not an output folder; it has no articles.csv");
      }
    }
    if (csv) {
      printCsv();
    } else {
      printSummary();
    }
    return ExitCode.DONE;
  }

  private void printCsv() throws IOException {
    Columns<Difference> columns = Columns.of(Difference.class);
    CsvFormat format = new CsvFormat(false, true);
    ICSVWriter writer =
        new CSVWriterBuilder(spec.commandLine().getOut()).withLineEnd("\r\n").build();
    writer.writeNext(columns.names(), false);
    Comparison.of(
        before,
        after,
        difference ->
            writer.writeNext(
                Stream.of(columns.values(difference)).map(format::cell).toArray(String[]::new),
                false));
    writer.flush();
  }

  private void printSummary() throws IOException {
    Map<String, Group> groups = new TreeMap<>();
    int compared =
        Comparison.of(
            before,
            after,
            difference ->
                groups
                    .computeIfAbsent(
                        difference.kind() + " " + difference.change(), key -> new Group())
                    .add(difference, examples));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "articles compared: %,d%n", compared);
    if (groups.isEmpty()) {
      out.println("no difference");
    }
    groups.forEach((name, group) -> out.printf(Locale.ROOT, "%-26s %,8d%n", name, group.number));
    groups.forEach(
        (name, group) -> {
          out.printf("%n%s%n", name);
          group.examples.forEach(difference -> out.println(line(difference)));
        });
    out.flush();
  }

  private static String line(Difference difference) {
    String place =
        difference.start().isEmpty()
            ? difference.source()
            : difference.source() + ":" + difference.start();
    boolean changed = !difference.before().isEmpty() || !difference.after().isEmpty();
    return Words.onOneLine(
        "  "
            + place
            + "  “"
            + difference.text()
            + "”"
            + (changed ? "  " + difference.before() + " → " + difference.after() : ""));
  }

  /** Differences of one kind. */
  private static final class Group {
    private int number;
    private final List<Difference> examples = new ArrayList<>();

    void add(Difference difference, int most) {
      if (number++ < most) {
        examples.add(difference);
      }
    }
  }
}
