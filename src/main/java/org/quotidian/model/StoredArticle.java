package org.quotidian.model;

import java.util.List;

/**
 * An article as it is stored, with all its rows.
 *
 * @param text what the offsets of the rows count in
 */
public record StoredArticle(
    ArticleRow row,
    String text,
    List<SentenceRow> sentences,
    List<EntityRow> entities,
    List<QuoteRow> quotes) {}
