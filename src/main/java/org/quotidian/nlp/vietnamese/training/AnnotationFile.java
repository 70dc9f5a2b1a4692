package org.quotidian.nlp.vietnamese.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quotidian.model.Span;
import org.quotidian.nlp.vietnamese.ModelInput.Name;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads annotation stored as offsets: JSON Lines with {@code doc}, {@code entities} ({@code start},
 * {@code end} in code points, {@code type}), optionally {@code sha256} (the first hex digits of the
 * hash of the text in UTF-8) and, in the same file or another, {@code text}.
 */
public final class AnnotationFile {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private AnnotationFile() {}

  /**
   * All annotated texts, sorted by key.
   *
   * @param texts JSON Lines with {@code doc} (or {@code id}) and {@code text}; may be the same
   *     files
   * @throws IOException if a file cannot be read, an annotated text is missing, a span lies outside
   *     it, or a text is not the one that was annotated
   */
  public static List<AnnotatedText> read(List<Path> annotation, List<Path> texts)
      throws IOException {
    Map<String, List<String>> textsOf = new HashMap<>();
    for (Path file : texts) {
      for (JsonNode line : lines(file)) {
        textsOf.computeIfAbsent(key(line), k -> new ArrayList<>()).add(text(line));
      }
    }
    var result = new ArrayList<AnnotatedText>();
    for (Path file : annotation) {
      for (JsonNode line : lines(file)) {
        String doc = line.path("doc").asString();
        List<String> candidates = textsOf.getOrDefault(doc, List.of());
        if (candidates.isEmpty()) {
          throw new IOException(file + ": no text for " + doc + " in " + texts);
        }
        String text = annotated(file, doc, candidates, line.path("sha256").asString());
        result.add(
            new AnnotatedText(
                doc,
                text,
                names(file, doc, text, line),
                quotes(file, doc, text, line),
                line.path("held_out").asBoolean(false)));
      }
    }
    result.sort(Comparator.comparing(AnnotatedText::doc).thenComparing(AnnotatedText::text));
    return result;
  }

  /** The text that was annotated, because offsets are meaningless in any other. */
  private static String annotated(Path file, String doc, List<String> texts, String checksum)
      throws IOException {
    for (String text : texts) {
      if (checksum.isEmpty() || sha256(text).startsWith(checksum)) {
        return text;
      }
    }
    throw new IOException(file + ": the text of " + doc + " is not the one that was annotated");
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Texts by key, in the order of the file. */
  static Map<String, String> texts(Path file) throws IOException {
    Map<String, String> textOf = new LinkedHashMap<>();
    for (JsonNode line : lines(file)) {
      textOf.put(key(line), text(line));
    }
    return textOf;
  }

  private static String key(JsonNode line) {
    return line.path(line.has("doc") ? "doc" : "id").asString();
  }

  private static String text(JsonNode line) {
    return line.path("text").asString();
  }

  private static List<Name> names(Path file, String doc, String text, JsonNode line)
      throws IOException {
    var names = new ArrayList<Name>();
    for (JsonNode entity : line.path("entities")) {
      try {
        Span span = span(text, entity, "start", "end");
        names.add(new Name(span.start(), span.end(), entity.path("type").asString()));
      } catch (IndexOutOfBoundsException e) {
        throw new IOException(file + ": " + doc + " has a name outside its text: " + entity, e);
      }
    }
    names.sort(Comparator.comparingInt(Name::start));
    return names;
  }

  private static List<AnnotatedText.Quote> quotes(Path file, String doc, String text, JsonNode line)
      throws IOException {
    var quotes = new ArrayList<AnnotatedText.Quote>();
    for (JsonNode quote : line.path("quotes")) {
      try {
        boolean named = quote.path("speaker_start").isNumber();
        quotes.add(
            new AnnotatedText.Quote(
                quote.path("type").asString(),
                span(text, quote, "start", "end"),
                named ? span(text, quote, "speaker_start", "speaker_end") : null,
                quote.path("canonical").asString(""),
                quote.path("optional").asBoolean(false)));
      } catch (IndexOutOfBoundsException e) {
        throw new IOException(file + ": " + doc + " has a quote outside its text: " + quote, e);
      }
    }
    return quotes;
  }

  /** From code points, as in the file. */
  private static Span span(String text, JsonNode node, String start, String end) {
    int from = text.offsetByCodePoints(0, node.path(start).asInt());
    int to = text.offsetByCodePoints(from, node.path(end).asInt() - node.path(start).asInt());
    return new Span(from, to);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    var nodes = new ArrayList<JsonNode>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          nodes.add(JSON.readTree(line));
        }
      }
    }
    return nodes;
  }
}
