package org.quotidian.nlp;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.Article;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

/** Articles for tests: the first line is the headline, every other line a paragraph. */
public final class Articles {

  private Articles() {}

  public static Article of(String language, String text) {
    return published(language, "", text);
  }

  public static Article published(String language, String date, String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        Section section = paragraphs.isEmpty() ? Section.TITLE : Section.BODY;
        paragraphs.add(new Paragraph(section, start, start + line.length()));
      }
      start += line.length() + 1;
    }
    return new Article(
        "0123456789abcdef",
        "test.txt",
        "",
        text.lines().findFirst().orElse(""),
        "",
        date,
        language,
        text,
        paragraphs,
        "");
  }
}
