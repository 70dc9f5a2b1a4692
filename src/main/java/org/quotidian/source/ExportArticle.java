package org.quotidian.source;

import java.util.List;
import org.quotidian.language.PlainParagraphs;
import org.quotidian.model.Section;

/**
 * An article as a news archive prints it: header, text, and what the archive adds. The header has
 * labels only for some of its lines; the others are told by the line with the date or the number of
 * words. Each archive has its own order of lines: {@link NexisArticle}, {@link FactivaArticle},
 * {@link EuropresseArticle}.
 *
 * @param medium the newspaper or agency; empty when unknown, like the others
 * @param body its lines, blank ones between paragraphs
 */
record ExportArticle(
    String title, String medium, String published, String author, List<String> body) {

  /** Reads the lines of one article, without its separator. */
  static ExportArticle of(NewsExport.Archive archive, List<String> lines) {
    return switch (archive) {
      case NEXIS -> NexisArticle.read(lines);
      case FACTIVA -> FactivaArticle.read(lines);
      case EUROPRESSE -> EuropresseArticle.read(lines);
    };
  }

  ArticleText articleText() throws SourceException {
    String lines = String.join("\n", body);
    if (lines.isBlank()) {
      throw new SourceException("it has only a header and no text: " + title);
    }
    StructuredText text = new StructuredText(title);
    text.add(Section.BOILERPLATE, medium);
    PlainParagraphs.of(lines).forEach(p -> text.add(null, lines.substring(p.start(), p.end())));
    ArticleText told =
        text.articleText(ExportLines.BY.matcher(author).replaceFirst("").strip(), published);
    boolean isMedium = told.author().equals(medium); // a name in a line of its own
    return new ArticleText(
        told.text(),
        told.title(),
        isMedium ? "" : told.author(),
        told.published(),
        told.paragraphs());
  }
}
