package org.quotidian.nlp;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;

/**
 * A pipeline for any language, by the rules of the Java platform: sentences without tokens, no
 * entities.
 */
public final class SentencesOnlyPipeline implements Pipeline {

  private final Locale locale;

  /**
   * @param language BCP 47 code, such as {@code de}
   */
  public SentencesOnlyPipeline(String language) {
    this.locale = Locale.forLanguageTag(language);
  }

  @Override
  public List<Sentence> sentences(Article article) {
    return SentenceList.of(
        article, (paragraph, sink) -> split(article.text(), paragraph, span -> sink.add(span)));
  }

  @Override
  public List<EntityMention> entities(Article article, List<Sentence> sentences) {
    return List.of();
  }

  private void split(String text, Paragraph paragraph, Consumer<Span> sink) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
    breaks.setText(text.substring(paragraph.start(), paragraph.end()));
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      Span trimmed = trim(text, paragraph.start() + start, paragraph.start() + end);
      if (trimmed.length() > 0) {
        sink.accept(trimmed);
      }
    }
  }

  private static Span trim(String text, int start, int end) {
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }
}
