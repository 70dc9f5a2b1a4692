package org.quotidian.nlp;

import java.util.List;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;

/**
 * Finds sentences, and then mentions in them, in texts of one language. An implementation loads its
 * models once and is shared; it is thread-safe and gives the same result in every thread.
 *
 * <p>If its thread is interrupted, it soon ends with a {@link RuntimeException}: long articles are
 * processed paragraph by paragraph, and the interrupt is checked between paragraphs.
 */
public interface Pipeline {

  /** The sentences of every paragraph, in text order; no sentence crosses a paragraph's end. */
  List<Sentence> sentences(Article article);

  /** The mentions in these sentences, in text order, not overlapping. */
  List<EntityMention> entities(Article article, List<Sentence> sentences);
}
