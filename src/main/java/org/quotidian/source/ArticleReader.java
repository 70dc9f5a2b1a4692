package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleId;
import org.quotidian.model.SourceItem;

/** Reads the items that {@link SourceFinder} found as articles. Immutable and thread-safe. */
public final class ArticleReader {

  private final Limits limits;
  private final ReadingSettings settings;
  private final RecordFiles recordFiles;

  public ArticleReader(Limits limits) {
    this(ReadingSettings.of(limits));
  }

  /**
   * @param settings the same as those of the {@link SourceFinder}
   */
  public ArticleReader(ReadingSettings settings) {
    this.limits = settings.limits();
    this.settings = settings;
    this.recordFiles = new RecordFiles(settings);
  }

  /**
   * Reads an article; its language is not detected yet ({@code und}). A record in a compressed file
   * is searched for from the start of the file; a {@link RecordCursor} reads many such records in
   * one pass.
   *
   * @param corpus name of the corpus: part of the article's identity
   * @throws SourceException if the item cannot be read or is not an article: gone, too large,
   *     empty, in an unsupported format or an unknown encoding, or longer than allowed
   */
  public Article read(SourceItem item, String corpus) throws SourceException {
    return read(item, null, corpus);
  }

  /**
   * Like {@link #read(SourceItem, String)}.
   *
   * @param fetched the bytes of {@code item} from a {@link RecordCursor}; null if not needed
   */
  public Article read(SourceItem item, @Nullable FetchedRecord fetched, String corpus)
      throws SourceException {
    if (item.problem() != null) {
      throw new SourceException(item.problem());
    }
    return article(item.source(), item.record(), reading(item, fetched), corpus);
  }

  /**
   * Reads a text as if it were the content of a plain text file.
   *
   * @param source the name to give it
   * @throws SourceException if it is empty, or longer than allowed
   */
  public Article readText(String text, String source) throws SourceException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return article(source, "", new Reading(bytes, recordFiles.format(".txt").read(bytes)), "");
  }

  private Article article(String source, String record, Reading reading, String corpus)
      throws SourceException {
    ArticleText parts = reading.parts();
    int characters = parts.text().codePointCount(0, parts.text().length());
    if (characters > limits.characters()) {
      throw new SourceException(limits.tooLong(characters));
    }
    return new Article(
        ArticleId.of(corpus, source, record),
        source,
        record,
        parts.title(),
        parts.author(),
        parts.published(),
        Article.UNDETERMINED,
        parts.text(),
        parts.paragraphs(),
        ArticleId.sha256(reading.bytes()));
  }

  /** The bytes of an item and the parts of the article read from them. */
  private record Reading(byte[] bytes, ArticleText parts) {}

  private Reading reading(SourceItem item, @Nullable FetchedRecord fetched) throws SourceException {
    try {
      if (fetched != null) {
        return record(fetched.record());
      }
      return item.record().isEmpty() ? file(item) : record(item);
    } catch (IOException e) {
      throw new SourceException(IoProblem.sentence("the file", e), e);
    } catch (RuntimeException | StackOverflowError e) {
      // Libraries may throw any exception on files that are crafted to break them.
      throw new SourceException("its format is broken: " + e, e);
    }
  }

  private Reading file(SourceItem item) throws IOException, SourceException {
    byte[] bytes = bytes(item);
    return new Reading(bytes, recordFiles.format(item.source()).read(bytes));
  }

  private Reading record(SourceItem item) throws IOException, SourceException {
    byte[] bytes = item.offset() < 0 ? null : slice(item);
    if (bytes != null && ArticleId.sha256(bytes).equals(item.sha256())) {
      return new Reading(bytes, recordFiles.format(item.file(), item.source()).read(bytes));
    }
    // The file has changed, or the position of the record is unknown.
    try (RecordCursor cursor = new RecordCursor(settings)) {
      FetchedRecord found = cursor.fetch(item);
      if (found == null) {
        throw new IllegalStateException("it was not asked to give up");
      }
      return record(found.record());
    }
  }

  private static Reading record(RawRecord record) throws SourceException {
    return new Reading(record.bytes(), record.format().read(record.bytes()));
  }

  private static byte @Nullable [] slice(SourceItem item) throws IOException {
    try (SeekableByteChannel channel = FoundFile.channel(item.file())) {
      if (item.offset() + item.size() > channel.size()) {
        return null;
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) item.size());
      channel.position(item.offset());
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        continue;
      }
      return bytes.array();
    }
  }

  private byte[] bytes(SourceItem item) throws IOException, SourceException {
    try (InputStream in = FoundFile.stream(item.file())) {
      byte[] bytes = in.readNBytes(limits.mostBytes());
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
