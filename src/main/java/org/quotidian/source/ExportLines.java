package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the lines of an article from a news archive are, whichever archive printed them. */
final class ExportLines {

  static final Pattern RIGHTS = ExportWords.line("rights");
  static final Pattern BY = Pattern.compile("(?iu:" + PagePhrases.anyOf("by") + ")\\s+");
  static final int HEADER = 20; // most lines between title and text

  private static final Pattern NAMES =
      Pattern.compile("[^\\p{Ll}\\d.!?:]\\S*(?:\\s+[^\\p{Ll}\\d!?:]\\S*){1,4}");

  private ExportLines() {}

  static boolean isRights(String line) {
    return RIGHTS.matcher(line).lookingAt();
  }

  /** Whether a line names an author: by the word before, or because it is only a name. */
  static boolean isAuthor(String line) {
    return BY.matcher(line).lookingAt() || NAMES.matcher(line).matches();
  }

  /** The lines without labels and rights at the end. */
  static List<String> withoutFooter(List<String> lines) {
    int end = lines.size();
    for (int i = lines.size(); i > 0; i--) {
      String line = lines.get(i - 1);
      boolean isBlockStart = i == 1 || lines.get(i - 2).isEmpty();
      boolean isFooter = !ExportWords.Labelled.of(line).section().isEmpty() || isRights(line);
      if (isFooter) {
        end = i - 1;
      } else if (isBlockStart && !line.isEmpty()) {
        break;
      }
    }
    return lines.subList(0, end);
  }

  /**
   * The lines between blank ones, each joined. If one of them is a date, a label or about rights,
   * each line stands for itself.
   */
  static List<String> blocks(List<String> lines) {
    return Stream.of(String.join("\n", lines).split("\n{2,}"))
        .map(String::strip)
        .flatMap(
            block ->
                block.lines().skip(1).anyMatch(ExportLines::isOnItsOwn)
                    ? block.lines()
                    : Stream.of(block.replace('\n', ' ')))
        .filter(block -> !block.isEmpty())
        .toList();
  }

  private static boolean isOnItsOwn(String line) {
    return !ExportWords.Labelled.of(line).section().isEmpty()
        || isRights(line)
        || !ExportWords.date(line).isEmpty();
  }

  static List<String> filled(List<String> lines) {
    return new ArrayList<>(lines.stream().filter(line -> !line.isEmpty()).toList());
  }

  /** The last blank line before a line; 0 if there is none. */
  static int lastBlank(List<String> lines, int before) {
    int at = before;
    while (at > 0 && !lines.get(at - 1).isEmpty()) {
      at--;
    }
    return at;
  }

  static int first(List<String> lines, Pattern pattern, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }
}
