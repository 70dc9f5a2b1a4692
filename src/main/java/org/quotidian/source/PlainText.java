package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

/** Finds the structure of an article that is plain text. */
final class PlainText {

  ArticleText read(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      int from = start + line.length() - line.stripLeading().length();
      int to = start + line.stripTrailing().length();
      if (from < to) {
        paragraphs.add(new Paragraph(Section.BODY, from, to));
      }
      start += line.length() + 1;
    }
    return new ArticleText("", "", "", paragraphs);
  }
}
