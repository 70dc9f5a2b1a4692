package org.quotidian.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CoreNLP's models of a language. They are not part of the program: one command brings them.
 *
 * @param name as CoreNLP names them, such as {@code german}
 * @param memory MB that a job needs more with them
 */
public record CoreNlpModels(String name, int memory) {

  private static final String VERSION = "4.5.10";

  /** The others find what is not needed, or what {@link CoreNlpPipeline} finds with less memory. */
  private static final Set<String> ANNOTATORS = Set.of("tokenize", "cdc_tokenize", "ssplit", "mwt");

  /** Whether they are on the class path. */
  public boolean areInstalled() {
    return CoreNlpModels.class.getResource(resource()) != null;
  }

  /** Whether they find names; false if they are not installed. */
  public boolean findNames() {
    return areInstalled() && settings().getProperty("ner.model") != null;
  }

  /** Identifies them, without loading them. */
  String version() {
    return "corenlp-" + VERSION + "-" + name;
  }

  /** Such as {@code stanford-corenlp-4.5.10-models-german.jar}. */
  public String fileName() {
    return "stanford-corenlp-" + VERSION + "-models-" + name + ".jar";
  }

  /** The command that installs them into the folder of the program's libraries. */
  public String installation() {
    return "mvn dependency:copy -Dartifact=edu.stanford.nlp:stanford-corenlp:"
        + VERSION
        + ":jar:models-"
        + name
        + " -DoutputDirectory=target/lib";
  }

  /** The settings of their pipeline, with no other annotators than those of words and sentences. */
  Properties settings() {
    Properties settings = ownSettings();
    settings.setProperty(
        "annotators",
        Arrays.stream(settings.getProperty("annotators", "tokenize").split("[,\\s]+"))
            .filter(ANNOTATORS::contains)
            .collect(Collectors.joining(",")));
    return settings;
  }

  /**
   * The settings of their pipeline as they come.
   *
   * @throws IllegalStateException if they are not installed; the message says what to do
   */
  public Properties ownSettings() {
    var settings = new Properties();
    try (InputStream in = CoreNlpModels.class.getResourceAsStream(resource())) {
      if (in == null) {
        throw new IllegalStateException("missing models; install them with: " + installation());
      }
      // CoreNLP reads them as Latin-1, which loses the ends of Chinese sentences.
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource(), e);
    }
    return settings;
  }

  private String resource() {
    return "/StanfordCoreNLP-" + name + ".properties";
  }
}
