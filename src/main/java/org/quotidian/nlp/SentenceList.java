package org.quotidian.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.quotidian.model.Article;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;
import org.quotidian.model.Token;

/**
 * Numbers the sentences of an article, paragraph by paragraph. If its thread is interrupted, it
 * stops between two paragraphs.
 */
public final class SentenceList {

  /** Finds the sentences of one paragraph. */
  @FunctionalInterface
  public interface Splitter {
    void split(Paragraph paragraph, SentenceList sink);
  }

  private final List<Sentence> sentences = new ArrayList<>();
  private int paragraphIndex;
  private Paragraph paragraph;

  private SentenceList(Paragraph first) {
    this.paragraph = first;
  }

  /**
   * The sentences of all paragraphs of an article.
   *
   * @throws CancellationException if the thread is interrupted; the flag stays set
   */
  public static List<Sentence> of(Article article, Splitter splitter) {
    if (article.paragraphs().isEmpty()) {
      return List.of();
    }
    SentenceList list = new SentenceList(article.paragraphs().get(0));
    for (int i = 0; i < article.paragraphs().size(); i++) {
      giveUpIfInterrupted();
      list.paragraphIndex = i;
      list.paragraph = article.paragraphs().get(i);
      splitter.split(list.paragraph, list);
    }
    return list.sentences;
  }

  /** Adds a sentence without tokens. */
  public void add(Span span) {
    add(span.start(), span.end(), List.of());
  }

  /** Adds a sentence from its first token to its last. Without tokens, nothing is added. */
  public void add(List<Token> tokens) {
    if (!tokens.isEmpty()) {
      add(tokens.get(0).start(), tokens.get(tokens.size() - 1).end(), tokens);
    }
  }

  private void add(int start, int end, List<Token> tokens) {
    sentences.add(
        new Sentence(sentences.size(), paragraphIndex, paragraph.section(), start, end, tokens));
  }

  /**
   * To be called between paragraphs and sentences by work that may take long.
   *
   * @throws CancellationException if the thread is interrupted; the flag stays set
   */
  public static void giveUpIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted between two paragraphs");
    }
  }
}
