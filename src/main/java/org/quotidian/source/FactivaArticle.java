package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An article as Factiva prints it: header and text, or fields that begin with codes. */
final class FactivaArticle {

  private static final Pattern LENGTH =
      Pattern.compile("[\\d.,' ]+ " + ExportWords.line("words").pattern());
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}.{0,12}");
  private static final Pattern HEADLINE = Pattern.compile("HD(?:\\s{2}.*|\\s*)");
  private static final Pattern CODE =
      Pattern.compile("(" + ExportWords.line("codes").pattern() + ")(?:\\s{2,}(.*)|\\s*$)");

  /** The codes of headline, source, date and author. */
  private static final List<String> FIELDS = List.of("HD", "SN", "PD", "BY");

  private static final int KICKER = 3; // words; a shorter line before another is no title

  private FactivaArticle() {}

  static ExportArticle read(List<String> lines) {
    return lines.stream().anyMatch(line -> HEADLINE.matcher(line).matches())
        ? withCodes(lines)
        : withoutCodes(lines);
  }

  /** Headline and author, the number of words, date, source, and the rights before the text. */
  private static ExportArticle withoutCodes(List<String> lines) {
    int length = Math.max(0, ExportLines.first(lines, LENGTH, 0));
    List<String> above = ExportLines.blocks(lines.subList(0, ExportLines.lastBlank(lines, length)));
    String own =
        String.join(" ", lines.subList(ExportLines.lastBlank(lines, length), length)).strip();
    List<String> headlines =
        ExportLines.filled(lines.subList(0, ExportLines.lastBlank(lines, length)));
    boolean hasSingles = above.size() == headlines.size() && above.size() > 1;
    if (own.isEmpty() && hasSingles) {
      String last = headlines.get(headlines.size() - 1);
      boolean isTitleBefore =
          headlines.size() > 2 || headlines.get(0).split("\\s+").length >= KICKER;
      own =
          isTitleBefore && ExportLines.isAuthor(last) ? headlines.remove(headlines.size() - 1) : "";
    } else if (headlines.isEmpty()) {
      headlines = ExportLines.filled(lines.subList(0, length));
      own = "";
    }
    String date = "";
    String medium = "";
    int at = length;
    for (int i = length + 1;
        i < Math.min(lines.size(), length + ExportLines.HEADER) && medium.isEmpty();
        i++) {
      String line = lines.get(i);
      at = i;
      if (date.isEmpty()) {
        date = ExportWords.date(line);
      } else if (!line.isEmpty() && !TIME.matcher(line).matches()) {
        medium = line;
      }
    }
    int rights = ExportLines.first(lines, ExportLines.RIGHTS, at);
    boolean isNear = rights >= 0 && rights < at + ExportLines.HEADER;
    String title = headlines.isEmpty() ? "" : headlines.get(headlines.size() - 1);
    List<String> body =
        lines.subList((isNear ? rights : Math.min(at, lines.size() - 1)) + 1, lines.size());
    return new ExportArticle(title, medium, date, own, body);
  }

  /** Fields with codes: {@code HD The headline}, or the code in a line of its own. */
  private static ExportArticle withCodes(List<String> lines) {
    String code = "";
    String[] values = {"", "", "", ""};
    List<String> body = new ArrayList<>();
    for (String line : lines) {
      var matcher = CODE.matcher(line);
      boolean begins = matcher.matches();
      code = begins ? matcher.group(1) : code;
      String value = !begins ? line : matcher.group(2) == null ? "" : matcher.group(2).strip();
      int field = FIELDS.indexOf(code);
      if (field >= 0) {
        values[field] = (values[field] + " " + value).strip();
      } else if (code.equals("LP") || code.equals("TD")) {
        body.add(begins ? "" : value);
        body.add(begins ? value : "");
      }
    }
    return new ExportArticle(values[0], values[1], ExportWords.date(values[2]), values[3], body);
  }
}
