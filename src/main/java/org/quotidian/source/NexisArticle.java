package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An article as Nexis prints it. Newer files have a line between header and text, older ones the
 * length of the article and labels.
 */
final class NexisArticle {

  private static final Pattern TEXT_BEGINS = ExportWords.line("text begins");
  private static final Pattern TEXT_ENDS = ExportWords.line("text ends", "nexis ends");

  private NexisArticle() {}

  /** Source, date, title and labels; or title, source, date, labels and the line Body. */
  static ExportArticle read(List<String> lines) {
    int begin = ExportLines.first(lines, TEXT_BEGINS, 0);
    boolean isNew = begin >= 0;
    int end = isNew ? begin : endOfHeader(lines);
    Header header = new Header();
    for (String block : ExportLines.blocks(lines.subList(0, Math.max(0, end)))) {
      header.add(block, isNew);
    }
    List<String> body =
        lines.subList(Math.min(lines.size(), isNew ? begin + 1 : end), lines.size());
    int after = ExportLines.first(body, TEXT_ENDS, 0);
    body = ExportLines.withoutFooter(after < 0 ? body : body.subList(0, after));
    for (String line : lines) {
      ExportWords.Labelled label = ExportWords.Labelled.of(line);
      if (header.date.isEmpty() && label.section().equals("loaded")) {
        header.date = ExportWords.date(label.value());
      }
    }
    return header.article(isNew, body);
  }

  /** The header of an article while it is read. */
  private static final class Header {

    private final List<String> unlabelled = new ArrayList<>();
    private int beforeDate = -1; // how many of them
    private String date = "";
    private String author = "";
    private String title = "";

    void add(String block, boolean isNew) {
      ExportWords.Labelled label = ExportWords.Labelled.of(block);
      String dated = label.section().isEmpty() ? ExportWords.date(block) : "";
      if (label.section().equals("author")) {
        author = label.value();
      } else if (label.section().equals("title")) {
        title = label.value();
      } else if (!dated.isEmpty() && (isNew || date.isEmpty()) && !ExportLines.isRights(block)) {
        date = dated;
        beforeDate = unlabelled.size();
      } else if (label.section().isEmpty() && !ExportLines.isRights(block)) {
        unlabelled.add(block);
      }
    }

    ExportArticle article(boolean isNew, List<String> body) {
      int medium = isNew ? (beforeDate < 0 ? 1 : beforeDate - 1) : 0;
      int headline = isNew ? medium - 1 : title.isEmpty() ? 1 : -1;
      return new ExportArticle(
          title.isEmpty() ? at(headline) : title, at(medium), date, author, body);
    }

    private String at(int index) {
      return index >= 0 && index < unlabelled.size() ? unlabelled.get(index) : "";
    }
  }

  /** The line after the header: behind the length and labels that follow it. */
  private static int endOfHeader(List<String> lines) {
    int end = 0;
    int unlabelled = 0;
    boolean hasLength =
        lines.stream().anyMatch(line -> ExportWords.Labelled.of(line).section().equals("length"));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String section = ExportWords.Labelled.of(line).section();
      hasLength &= !section.equals("length");
      boolean isBlockStart = i == 0 || lines.get(i - 1).isEmpty();
      boolean isPlain = section.isEmpty() && !line.isEmpty() && !ExportLines.isRights(line);
      if (isPlain && isBlockStart && ExportWords.date(line).isEmpty()) {
        unlabelled++;
      }
      if (isPlain && isBlockStart && !hasLength && unlabelled > 2) {
        return end;
      }
      end = i + 1;
    }
    return end;
  }
}
