package org.quotidian.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.quotidian.annotate.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code languages}: lists the supported languages and their models. */
@Command(
    name = "languages",
    description = {
      "Lists the languages in which entities and quotes are found.",
      "For articles in other languages, only the language and the sentences are recorded."
    },
    footerHeading = "%nExample:%n",
    footer = "  quotidian languages")
final class LanguagesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Language language : Language.supported()) {
      out.printf(
          "%s  %-12s  %-12s  sentences, entities, quotes  (%s)%n",
          language.code(), language.englishName(), language.ownName(), language.version());
    }
    out.println("Other languages: sentences only.");
    return ExitCode.DONE;
  }
}
