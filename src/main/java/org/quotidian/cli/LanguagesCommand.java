package org.quotidian.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.quotidian.annotate.Language;
import org.quotidian.nlp.CoreNlpModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code languages}: lists the languages, what is found in each, and how to install the others. */
@Command(
    name = "languages",
    description = {
      "Lists the languages in which entities and quotes are found, and the commands that install"
          + " the models of others.",
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
      boolean installed = language.installable() != null;
      print(language, (installed ? "installed: " : "built in: ") + found(language));
    }
    for (Language language : Language.missing()) {
      CoreNlpModels models = language.installable();
      print(language, models == null ? "" : "can be installed: " + models.installation());
    }
    out.println("Other languages: sentences only.");
    return ExitCode.DONE;
  }

  private void print(Language language, String what) {
    spec.commandLine()
        .getOut()
        .printf(
            "%s  %-12s  %-12s  %s%n",
            language.code(), language.englishName(), language.ownName(), what);
  }

  private static String found(Language language) {
    CoreNlpModels models = language.installable();
    return "sentences"
        + (models == null || models.findNames() ? ", entities" : "")
        + (language.hasQuotes() ? ", quotes" : "")
        + "  ("
        + language.version()
        + ")";
  }
}
