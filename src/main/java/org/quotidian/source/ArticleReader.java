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
  private final Formats formats;
  private final RecordFiles recordFiles;

  public ArticleReader(Limits limits) {
    this(ReadingSettings.of(limits));
  }

  /**
   * @param settings as the {@link SourceFinder} has them
   */
  public ArticleReader(ReadingSettings settings) {
    this.limits = settings.limits();
    this.formats = new Formats(settings);
    this.recordFiles = new RecordFiles(settings, formats);
  }

  /**
   * The article, its language not yet told ({@code und}).
   *
   * @param corpus names the corpus: part of the article's identity
   * @throws SourceException if the item cannot be read or is no article: gone, too large, empty, in
   *     a format that is not read, in no encoding that can be told, or longer than allowed
   */
  public Article read(SourceItem item, String corpus) throws SourceException {
    if (item.problem() != null) {
      throw new SourceException(item.problem());
    }
    Reading reading = reading(item);
    ArticleText parts = reading.parts();
    int characters = parts.text().codePointCount(0, parts.text().length());
    if (characters > limits.characters()) {
      throw new SourceException(limits.tooLong(characters));
    }
    return new Article(
        ArticleId.of(corpus, item.source(), item.record()),
        item.source(),
        item.record(),
        parts.title(),
        parts.author(),
        parts.published(),
        "und",
        parts.text(),
        parts.paragraphs(),
        ArticleId.sha256(reading.bytes()));
  }

  /** The bytes of an item, and what they became. */
  private record Reading(byte[] bytes, ArticleText parts) {}

  private Reading reading(SourceItem item) throws SourceException {
    try {
      return item.record().isEmpty() ? file(item) : record(item);
    } catch (IOException e) {
      throw new SourceException(IoProblem.sentence("the file", e), e);
    } catch (RuntimeException | StackOverflowError e) {
      // The libraries that read formats throw what they like when a file is made to break them.
      throw new SourceException("its format is broken: " + e, e);
    }
  }

  private Reading file(SourceItem item) throws IOException, SourceException {
    byte[] bytes = bytes(item);
    Content content = Content.of(item.source(), bytes, limits);
    return new Reading(bytes, formats.of(content).read(content.bytes()));
  }

  private Reading record(SourceItem item) throws IOException, SourceException {
    RecordFile format = recordFiles.of(item.file(), item.source());
    if (format == null) {
      throw new SourceException("the file had records when the run began, and has none now");
    }
    byte[] bytes = recordFiles.bytes(format, item);
    return new Reading(bytes, format.article(item.file(), item.record(), bytes));
  }

  private byte[] bytes(SourceItem item) throws IOException, SourceException {
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
    }
  }
}
