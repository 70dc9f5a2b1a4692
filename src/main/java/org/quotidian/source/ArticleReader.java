package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleId;

/**
 * Reads what {@link SourceFinder} found into articles. Without state but its limits: shared by any
 * number of threads.
 */
public final class ArticleReader {

  private final Limits limits;
  private final TextDecoder decoder = new TextDecoder();
  private final PlainText plainText = new PlainText();

  public ArticleReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * The article, its language not yet told ({@code und}).
   *
   * @param corpus names the corpus: part of the article's identity
   * @throws SourceException if the item cannot be read or is no article: gone, too large, empty,
   *     binary, in no encoding that can be told, or longer than allowed
   */
  public Article read(SourceItem item, String corpus) throws SourceException {
    if (item.problem() != null) {
      throw new SourceException(item.problem());
    }
    byte[] bytes = bytes(item);
    DecodedText decoded = decoder.decode(bytes);
    String text = decoded.text();
    if (text.isBlank()) {
      throw new SourceException("it has no text");
    }
    int characters = text.codePointCount(0, text.length());
    if (characters > limits.characters()) {
      throw new SourceException(limits.tooLong(characters));
    }
    ArticleText parts = plainText.read(text);
    return new Article(
        ArticleId.of(corpus, item.source(), item.record()),
        item.source(),
        item.record(),
        parts.title(),
        parts.author(),
        parts.published(),
        "und",
        text,
        parts.paragraphs(),
        ArticleId.sha256(bytes));
  }

  private byte[] bytes(SourceItem item) throws SourceException {
    try (InputStream in = Files.newInputStream(item.file())) {
      int most = (int) Math.min(limits.fileBytes() + 1, Integer.MAX_VALUE - 16);
      byte[] bytes = in.readNBytes(most);
      if (bytes.length > limits.fileBytes()) {
        throw new SourceException(limits.tooLarge(Math.max(bytes.length, item.size())));
      }
      if (bytes.length == 0) {
        throw new SourceException("the file is empty");
      }
      return bytes;
    } catch (IOException e) {
      throw new SourceException(IoProblem.sentence("the file", e), e);
    }
  }
}
