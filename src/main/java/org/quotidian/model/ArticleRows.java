package org.quotidian.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one article, with offsets in code points. UTF-16 offsets become code points here and
 * nowhere else.
 *
 * @param characters length of the article's text in code points
 * @param notes see {@link ArticleRow#notes()}
 * @param signature for comparing the text with others; empty if it is not compared
 */
public record ArticleRows(
    Article article,
    int characters,
    String notes,
    String signature,
    List<SentenceRow> sentences,
    List<EntityRow> entities,
    List<QuoteRow> quotes) {

  public static ArticleRows of(AnnotatedArticle annotated) {
    Article article = annotated.article();
    String text = article.text();
    CodePoints codePoints = CodePoints.of(text);
    return new ArticleRows(
        article,
        codePoints.at(text.length()),
        "",
        "",
        sentenceRows(annotated, codePoints),
        entityRows(annotated, codePoints),
        quoteRows(annotated, codePoints));
  }

  /** The same rows with the signature for comparing the text. */
  public ArticleRows withSignature(String signature) {
    return new ArticleRows(article, characters, notes, signature, sentences, entities, quotes);
  }

  /** The same rows with notes. */
  public ArticleRows withNotes(String notes) {
    return new ArticleRows(article, characters, notes, signature, sentences, entities, quotes);
  }

  private static List<SentenceRow> sentenceRows(AnnotatedArticle annotated, CodePoints at) {
    Article article = annotated.article();
    return annotated.sentences().stream()
        .map(
            sentence ->
                new SentenceRow(
                    article.id(),
                    article.source(),
                    sentence.index(),
                    sentence.paragraph(),
                    sentence.section().label(),
                    at.at(sentence.start()),
                    at.at(sentence.end()),
                    article.text().substring(sentence.start(), sentence.end())))
        .toList();
  }

  private static List<EntityRow> entityRows(AnnotatedArticle annotated, CodePoints at) {
    Article article = annotated.article();
    List<EntityRow> rows = new ArrayList<>();
    for (EntityMention mention : annotated.entities()) {
      rows.add(
          new EntityRow(
              article.id(),
              article.source(),
              mention.sentence(),
              rows.size(),
              mention.type().name(),
              at.at(mention.start()),
              at.at(mention.end()),
              mention.span().in(article.text()),
              mention.canonical(),
              mention.normalized()));
    }
    return rows;
  }

  private static List<QuoteRow> quoteRows(AnnotatedArticle annotated, CodePoints at) {
    Article article = annotated.article();
    String text = article.text();
    List<QuoteRow> rows = new ArrayList<>();
    for (Quote quote : annotated.quotes()) {
      Span speaker = quote.speaker();
      Span cue = quote.cue();
      rows.add(
          new QuoteRow(
              article.id(),
              article.source(),
              article.title(),
              article.published(),
              rows.size(),
              quote.type().label(),
              quote.sentence(),
              at.at(quote.span().start()),
              at.at(quote.span().end()),
              quote.span().in(text),
              quote.verbatim(),
              speaker == null ? "" : speaker.in(text),
              start(speaker, at),
              end(speaker, at),
              quote.canonicalSpeaker(),
              quote.speakerType() == null ? "" : quote.speakerType().name(),
              cue == null ? "" : cue.in(text),
              start(cue, at),
              end(cue, at),
              quote.via(),
              quote.confidence()));
    }
    return rows;
  }

  private static @Nullable Integer start(@Nullable Span span, CodePoints at) {
    return span == null ? null : at.at(span.start());
  }

  private static @Nullable Integer end(@Nullable Span span, CodePoints at) {
    return span == null ? null : at.at(span.end());
  }
}
