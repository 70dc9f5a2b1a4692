package org.quotidian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quotidian.nlp.vietnamese.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: trains a new model of Vietnamese names from annotation. */
@Command(
    name = "train",
    description = {
      "Trains a model of Vietnamese names from annotation and texts.",
      "700 articles take minutes and 3 GB of memory: java -Xmx3g -jar …"
    },
    footerHeading = "%nExample:%n",
    footer =
        "  quotidian train --annotation names.jsonl --texts articles.jsonl --output names.crf.ser.gz")
final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--annotation",
      required = true,
      paramLabel = "FILE",
      description =
          "JSON Lines: doc, entities (start and end in code points, type PERSON, LOCATION or"
              + " ORGANIZATION).")
  private Path annotation = Path.of("");

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = "JSON Lines: doc or id, and text. Default: the annotation file.")
  private @Nullable Path texts;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The file for the model; it must not exist yet.")
  private Path output = Path.of("");

  @Override
  public Integer call() throws IOException {
    Path read = texts == null ? annotation : texts;
    for (Path file : List.of(annotation, read)) {
      if (!Files.isRegularFile(file)) {
        throw new ParameterException(spec.commandLine(), file + ": there is no such file");
      }
    }
    if (Files.exists(output)) {
      throw new ParameterException(spec.commandLine(), output + " exists; choose another name");
    }
    Training.train(annotation, read, output);
    spec.commandLine().getOut().println(output);
    return ExitCode.DONE;
  }
}
