package org.quotidian.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An article as Europresse prints it in texts and documents; its pages have {@link EuropressePage}.
 */
final class EuropresseArticle {

  private static final Pattern ISSUE =
      Pattern.compile(",? " + ExportWords.line("issue").pattern() + "\\. ?\\d+.*");

  private EuropresseArticle() {}

  /** Source, date, headline, author, and the rights behind the text. */
  static ExportArticle read(List<String> lines) {
    List<String> header = ExportLines.filled(lines);
    int dated = 0;
    while (dated < Math.min(ExportLines.HEADER, header.size())
        && ExportWords.date(header.get(dated)).isEmpty()) {
      dated++;
    }
    if (dated + 1 >= header.size()) {
      return new ExportArticle("", "", "", "", ExportLines.withoutFooter(lines));
    }
    boolean hasAuthor = dated + 2 < header.size() && ExportLines.isAuthor(header.get(dated + 2));
    String last = header.get(dated + (hasAuthor ? 2 : 1));
    return new ExportArticle(
        header.get(dated + 1),
        ISSUE.matcher(header.get(0)).replaceFirst(""),
        ExportWords.date(header.get(dated)),
        hasAuthor ? last : "",
        ExportLines.withoutFooter(lines.subList(lines.indexOf(last) + 1, lines.size())));
  }
}
