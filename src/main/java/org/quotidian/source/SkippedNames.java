package org.quotidian.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quotidian.language.WordList;

/** Names of files and folders that are always skipped, from {@code skipped-names.txt}. */
final class SkippedNames {

  private final Pattern pattern;

  SkippedNames() {
    this.pattern =
        Pattern.compile(
            WordList.read(SkippedNames.class, "skipped-names.txt").stream()
                .map(SkippedNames::expression)
                .collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** The regular expression for a name in which {@code *} stands for any characters. */
  private static String expression(String name) {
    return Arrays.stream(name.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }

  boolean contains(Path name) {
    return pattern.matcher(name.toString()).matches();
  }

  /** Whether any name in {@code path} is skipped. */
  boolean containsAnyOf(Path path) {
    for (Path name : path) {
      if (contains(name)) {
        return true;
      }
    }
    return false;
  }
}
