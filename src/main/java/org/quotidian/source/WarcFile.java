package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * A web archive: server responses that contain pages or text, and other records of those types that
 * a crawler kept. Their key is the address. All other records (requests, redirects, errors,
 * pictures, scripts) are skipped.
 */
final class WarcFile implements RecordFile {

  private static final byte[] BEGINNING = {'W', 'A', 'R', 'C', '/'};

  private static final Pattern TYPE =
      Pattern.compile("(?im)^WARC-Type:\\s*(response|resource|conversion)\\s*$");
  private static final Pattern ADDRESS =
      Pattern.compile("(?im)^WARC-Target-URI:\\s*<?(\\S+?)>?\\s*$");

  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  private static final int OK = 200;

  private final Limits limits;
  private final HtmlPage page;
  private final TextFile text;
  private final TextDecoder decoder;

  WarcFile(ReadingSettings settings) {
    this.limits = settings.limits();
    this.decoder = settings.decoder();
    this.page = new HtmlPage(decoder);
    this.text = new TextFile(decoder);
  }

  static boolean begins(byte[] start) {
    int length = BEGINNING.length;
    return start.length >= length && Arrays.equals(start, 0, length, BEGINNING, 0, length);
  }

  @Override
  public Records records(Part part) {
    return new Answers(part);
  }

  @Override
  public Format format(InputStream in) {
    return this::article;
  }

  private ArticleText article(byte[] bytes) throws SourceException {
    try {
      Answer answer = answer(bytes);
      if (answer == null) {
        throw new SourceException("it contains no page");
      }
      byte[] content = answer.content(bytes, limits);
      if (content.length == 0) {
        throw new SourceException("the page is empty");
      }
      if (!PAGES.contains(answer.type().base().toString())) {
        return text.read(content);
      }
      String charset = answer.type().parameters().get("charset");
      return charset == null
          ? page.read(content)
          : page.read(decoder.decode(content, charset).text());
    } catch (IOException | IllegalArgumentException e) {
      throw new SourceException("its content cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The content of a record as its headers describe it.
   *
   * @param http of the response; null if the content is stored without headers
   */
  private record Answer(MediaType type, @Nullable MessageHeaders http) {

    byte[] content(byte[] record, Limits limits) throws IOException, SourceException {
      InputStream in = new ByteArrayInputStream(record);
      WarcSplitter.header(in);
      if (http == null) {
        return in.readAllBytes();
      }
      WarcSplitter.header(in); // of the response
      return HttpBody.decoded(
          in.readAllBytes(),
          http.contains("Transfer-Encoding", "chunked"),
          http.first("Content-Encoding").orElse("").strip(),
          limits);
    }
  }

  /** The response in a record; null if it is neither a page nor text. */
  private static @Nullable Answer answer(byte[] bytes) throws IOException {
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(bytes))) {
      WarcRecord record = reader.next().orElse(null);
      if (record instanceof WarcResponse response) {
        if (!response.contentType().base().equals(MediaType.HTTP)) {
          return null;
        }
        HttpResponse http = response.http();
        return http.status() == OK && isText(http.contentType())
            ? new Answer(http.contentType(), http.headers())
            : null;
      }
      return record instanceof WarcTargetRecord kept && isText(kept.contentType())
          ? new Answer(kept.contentType(), null)
          : null;
    }
  }

  private static boolean isText(MediaType type) {
    String base = type.base().toString();
    return PAGES.contains(base) || base.equals("text/plain");
  }

  private final class Answers extends Records {

    private final Part part;
    private final WarcSplitter splitter;
    private long number;
    private boolean ended;

    Answers(Part part) {
      this.part = part;
      this.splitter = new WarcSplitter(part.in(), limits.mostBytes() - 1);
    }

    @Override
    @Nullable RawRecord read() {
      while (!ended) {
        try {
          WarcSplitter.WarcBlock block = splitter.next();
          number++;
          if (block == null) {
            ended = true;
            return splitter.gaveUp()
                ? problem(-1, "too many records have a wrong length: the rest is not read")
                : null;
          }
          RawRecord record = record(block);
          if (record != null) {
            return record;
          }
        } catch (IOException e) {
          ended = true;
          return problem(-1, IoProblem.sentence("the rest of the file", e));
        }
      }
      return null;
    }

    /** The article record in a block; null if it is not an article. */
    private @Nullable RawRecord record(WarcSplitter.WarcBlock block) {
      if (block.isWrong()) {
        return problem(
            block.offset(), "the record does not end where its Content-Length says, or has none");
      }
      if (!TYPE.matcher(block.header()).find()) {
        return null;
      }
      Matcher address = ADDRESS.matcher(block.header());
      String own = address.find() ? address.group(1) : "";
      if (block.length() > limits.fileBytes()) {
        String key = part.keys().key(own, number);
        return RawRecord.unreadable(key, block.offset(), limits.tooLarge(block.length()));
      }
      try {
        if (answer(block.bytes()) == null) {
          return null;
        }
      } catch (IOException | RuntimeException e) {
        String key = part.keys().key(own, number);
        return RawRecord.unreadable(
            key, block.offset(), "it is not the response of a web server: " + e.getMessage());
      }
      String key = part.keys().key(own, number);
      return RawRecord.readable(key, block.offset(), block.bytes(), WarcFile.this::article);
    }

    private RawRecord problem(long offset, String problem) {
      return RawRecord.unreadable(part.keys().key("", number), offset, problem);
    }

    @Override
    public void close() throws IOException {
      part.in().close();
    }
  }
}
