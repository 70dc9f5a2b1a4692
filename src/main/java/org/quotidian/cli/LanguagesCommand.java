package org.quotidian.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.quotidian.nlp.Pipelines;
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
    for (String code : new TreeSet<>(Pipelines.languages())) {
      Locale locale = Locale.forLanguageTag(code);
      out.printf(
          "%s  %-12s  %-12s  sentences, entities, quotes  (%s)%n",
          code,
          locale.getDisplayLanguage(Locale.ENGLISH),
          locale.getDisplayLanguage(locale),
          Pipelines.version(code));
    }
    out.println("Other languages: sentences only.");
    return ExitCode.DONE;
  }
}
