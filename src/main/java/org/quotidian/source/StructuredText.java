package org.quotidian.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

/**
 * Builds the text of an article from paragraphs of formats with structure. What the format does not
 * say (for instance that a paragraph is a photo credit or boilerplate) is inferred from the words,
 * as in plain text. For one thread.
 */
final class StructuredText {

  private static final String BETWEEN = "\n\n";

  private final PlainText plainText = new PlainText();
  private final List<Piece> pieces = new ArrayList<>();
  private final String title;

  /**
   * @param section null if the format does not say
   */
  private record Piece(@Nullable Section section, String text) {}

  /**
   * @param title becomes the first paragraph; empty when unknown
   */
  StructuredText(String title) {
    this.title = oneLine(title);
    if (!this.title.isEmpty()) {
      pieces.add(new Piece(Section.TITLE, this.title));
    }
  }

  /** Adds a paragraph, unless it is blank or repeats the title at the top. */
  void add(@Nullable Section section, String paragraph) {
    String text = oneLine(paragraph);
    boolean titleAgain =
        pieces.size() == 1 && text.toLowerCase(Locale.ROOT).equals(title.toLowerCase(Locale.ROOT));
    if (!text.isEmpty() && !titleAgain) {
      pieces.add(new Piece(section, text));
    }
  }

  /** Whether there is at most a title. */
  boolean hasNoBody() {
    return pieces.size() <= (title.isEmpty() ? 0 : 1);
  }

  ArticleText articleText(String author, String published) {
    String text = pieces.stream().map(Piece::text).collect(Collectors.joining(BETWEEN));
    ArticleText told = plainText.read(text);
    // Where plain text would join two pieces, as behind an abbreviation, there is no section.
    Map<Integer, Section> sections =
        told.paragraphs().stream().collect(Collectors.toMap(Paragraph::start, Paragraph::section));
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = 0;
    for (Piece piece : pieces) {
      Section guess = sections.getOrDefault(start, Section.BODY);
      if (guess == Section.TITLE && (!title.isEmpty() || pieces.size() == 1)) {
        guess = Section.BODY; // there is a title already, or nothing else
      }
      int end = start + piece.text().length();
      paragraphs.add(new Paragraph(piece.section() == null ? guess : piece.section(), start, end));
      start = end + BETWEEN.length();
    }
    return new ArticleText(text, told.title(), told.author(), told.published(), paragraphs)
        .with(title, author, published);
  }

  private static String oneLine(String paragraph) {
    return Normalizer.normalize(paragraph, Normalizer.Form.NFC)
        .replaceAll("[\\u00AD\\u200B\\u200E\\u200F\\u2060\\uFEFF]+", "")
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip();
  }
}
