package org.quotidian.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Checks the text of a job file before objects are built from it. A few lines of YAML can stand for
 * more than fits into memory, because an alias ({@code *a}) repeats everything at its anchor
 * ({@code &a}).
 */
final class YamlText {

  private static final int LARGEST = 1 << 20; // bytes
  private static final int DEEPEST = 50; // nested lists and maps
  private static final int MOST_VALUES = 100_000; // an alias counts as many as it stands for

  private final Path file;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Long> sizes = new HashMap<>();

  /** A list or map that has not ended yet. */
  private static final class Open {
    private final String anchor;
    private long values = 1;

    Open(String anchor) {
      this.anchor = anchor;
    }
  }

  private YamlText(Path file) {
    this.file = file;
  }

  /**
   * @throws JobFileException if the file cannot be a job file; the message names the line
   * @throws org.yaml.snakeyaml.error.MarkedYAMLException if it is not YAML
   */
  static void check(Path file) throws IOException {
    new YamlText(file).check();
  }

  private void check() throws IOException {
    if (Files.isDirectory(file)) {
      throw new JobFileException(file + ": is a folder, not a job file");
    }
    if (!Files.isRegularFile(file)) {
      throw new JobFileException(
          file + ": there is no such job file (folder: " + Path.of("").toAbsolutePath() + ")");
    }
    if (!Files.isReadable(file)) {
      throw new JobFileException(file + ": this user has no permission to read it");
    }
    String text = text();
    try {
      ParserImpl events = new ParserImpl(new StreamReader(new StringReader(text)), limits());
      while (!events.checkEvent(Event.ID.StreamEnd)) {
        add(events.getEvent());
      }
    } catch (ReaderException e) {
      int before = Math.min(text.length(), text.offsetByCodePoints(0, e.getPosition()));
      long line = 1 + text.substring(0, before).chars().filter(c -> c == '\n').count();
      throw problem(
          line, "not a text file: it contains the character U+%04X".formatted(e.getCodePoint()));
    }
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(LARGEST);
    return limits;
  }

  private String text() throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    }
    if (bytes.length > LARGEST) {
      throw new JobFileException(file + ": is larger than 1 MB, too large for a job file");
    }
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      String text = utf8.decode(rest).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      long lines = IntStream.range(0, rest.position()).filter(i -> bytes[i] == '\n').count();
      throw problem(lines + 1, "not UTF-8 text");
    }
  }

  private void add(Event event) {
    String anchor = event instanceof NodeEvent node ? node.getAnchor() : null;
    if (event instanceof AliasEvent alias) {
      Long size = sizes.get(alias.getAnchor());
      if (open.stream().anyMatch(value -> value.anchor.equals(alias.getAnchor()))) {
        throw problem(event, "*" + anchor + " is used inside its own definition");
      }
      count(event, size == null ? 1 : size);
    } else if (event instanceof CollectionStartEvent) {
      open.push(new Open(anchor == null ? "" : anchor));
      if (open.size() > DEEPEST) {
        throw problem(event, "more than " + DEEPEST + " nested lists and maps");
      }
    } else if (event instanceof CollectionEndEvent) {
      Open ended = open.pop();
      sizes.put(ended.anchor, ended.values);
      count(event, ended.values);
    } else {
      count(event, 1);
    }
  }

  private void count(Event event, long values) {
    Open around = open.peek();
    if (around == null) {
      return;
    }
    around.values += values;
    if (around.values > MOST_VALUES) {
      throw problem(event, "expands to more than " + MOST_VALUES + " values");
    }
  }

  private JobFileException problem(Event event, String problem) {
    return problem(event.getStartMark().getLine() + 1L, problem);
  }

  private JobFileException problem(long line, String problem) {
    return new JobFileException(file + ":" + line + ": " + problem);
  }
}
