package org.quotidian.nlp;

import java.util.List;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;

/**
 * What can be done with the text of one language: sentences first, then the mentions in them. An
 * implementation holds its models, is built once and shared: it is safe for use by any number of
 * threads and gives the same result on each.
 *
 * <p>A thread that is interrupted while it works gives up soon with a {@link RuntimeException}:
 * long articles are worked on paragraph by paragraph, and between two of them the flag is looked
 * at.
 */
public interface Pipeline {

  /** The sentences of every paragraph, in text order; no sentence crosses a paragraph's end. */
  List<Sentence> sentences(Article article);

  /** The mentions in these sentences, in text order, not overlapping. */
  List<EntityMention> entities(Article article, List<Sentence> sentences);
}
