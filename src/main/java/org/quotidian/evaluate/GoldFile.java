package org.quotidian.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads gold annotation: a file with one JSON object per line, or a folder of {@code .json} files
 * with one object each.
 *
 * <pre>{@code
 * {"doc": "harbour", "language": "en", "text": "…",
 *  "quotes": [{"type": "direct", "start": 10, "end": 42, "speaker_start": 44, "speaker_end": 53,
 *              "speaker": "Anna Berg", "canonical": "Anna Berg", "cue": "said"}],
 *  "entities": [{"start": 44, "end": 53, "type": "PERSON"}]}
 * }</pre>
 *
 * Offsets count code points of the text, end exclusive; {@code doc} is the name of the file without
 * folder and extension; speaker fields are null for words in quotation marks that nobody said
 * ({@code scare}). {@code language}, {@code text}, {@code cue} and {@code entities} are optional,
 * and so are {@code genre} and {@code source}: documents that share one are also measured as a
 * group.
 */
public final class GoldFile {

  /** Fields by which documents are also measured in groups. */
  private static final List<String> GROUPED_BY = List.of("genre", "source");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GoldFile() {}

  /**
   * @param path a JSON Lines file, or a folder
   * @throws IOException if it cannot be read or has another format; the message names file and line
   */
  public static List<Annotation> read(Path path) throws IOException {
    var documents = new ArrayList<Annotation>();
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
          add(documents, Files.readString(file, StandardCharsets.UTF_8), file.toString());
        }
      }
    } else {
      int number = 0;
      for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
        number++;
        if (!line.isBlank()) {
          add(documents, line, path + ", line " + number);
        }
      }
    }
    return documents;
  }

  private static void add(List<Annotation> documents, String json, String where)
      throws IOException {
    try {
      JsonNode node = JSON.readTree(json);
      if (node.hasNonNull("doc")) {
        documents.add(annotation(node));
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException("not gold annotation: " + where + ": " + e.getMessage(), e);
    }
  }

  private static Annotation annotation(JsonNode node) {
    var quotes = new ArrayList<Marking>();
    for (JsonNode quote : node.path("quotes")) {
      quotes.add(
          new Marking(
              text(quote, "type"),
              new Span(quote.required("start").asInt(), quote.required("end").asInt()),
              span(quote),
              text(quote, "speaker"),
              text(quote, "canonical")));
    }
    var names = new ArrayList<Name>();
    for (JsonNode entity : node.path("entities")) {
      names.add(
          new Name(
              text(entity, "type"),
              new Span(entity.required("start").asInt(), entity.required("end").asInt())));
    }
    List<String> groups =
        GROUPED_BY.stream().filter(node::hasNonNull).map(by -> by + " " + text(node, by)).toList();
    return new Annotation(
        text(node, "doc"), text(node, "language"), text(node, "text"), quotes, names, groups);
  }

  private static @Nullable Span span(JsonNode quote) {
    return quote.hasNonNull("speaker_start") && quote.hasNonNull("speaker_end")
        ? new Span(quote.required("speaker_start").asInt(), quote.required("speaker_end").asInt())
        : null;
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.required(field).asString() : "";
  }
}
