package org.quotidian.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quotidian.job.JobSettings;
import picocli.CommandLine.Option;

/** {@code --workers}: who processes the articles. */
final class WorkersOption {

  @Option(
      names = "--workers",
      paramLabel = "MODE",
      description =
          "Who processes the articles: local (this process) or remote (processes started with"
              + " 'quotidian worker').")
  private JobSettings.@Nullable Mode mode;

  /** The settings it overrides. */
  Map<String, String> overrides() {
    Map<String, String> overrides = new LinkedHashMap<>();
    if (mode != null) {
      overrides.put("workers.mode", mode.name().toLowerCase(Locale.ROOT));
    }
    return overrides;
  }
}
