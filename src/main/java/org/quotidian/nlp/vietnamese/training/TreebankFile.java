package org.quotidian.nlp.vietnamese.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.quotidian.nlp.vietnamese.WordInput.Word;

/**
 * Reads the words and their classes from a treebank in CoNLL-U (<a
 * href="https://universaldependencies.org/format.html">Universal Dependencies</a>).
 */
final class TreebankFile {

  private static final int COLUMNS = 10;
  private static final int FORM = 1;
  private static final int WORD_CLASS = 3;

  /** Lines of parts of a word or of words that were not written have another number. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /** How the Vietnamese treebank writes brackets. */
  private static final Map<String, String> BRACKETS = Map.of("LBKT", "(", "RBKT", ")");

  private TreebankFile() {}

  /**
   * A sentence of a treebank.
   *
   * @param text its words with blanks between them, in NFC
   */
  record Sentence(String text, List<Word> words) {}

  /**
   * All sentences of a file.
   *
   * @throws IOException if it cannot be read, or a line has not ten columns or no form or class
   */
  static List<Sentence> read(Path file) throws IOException {
    var sentences = new ArrayList<Sentence>();
    var text = new StringBuilder();
    var words = new ArrayList<Word>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        end(text, words, sentences);
      } else if (!line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS
            || columns[FORM].isBlank()
            || columns[WORD_CLASS].equals("_") && NUMBER.matcher(columns[0]).matches()) {
          throw new IOException(file + ", line " + number + ": no word with its class in CoNLL-U");
        }
        if (NUMBER.matcher(columns[0]).matches()) {
          add(columns, text, words);
        }
      }
    }
    end(text, words, sentences);
    return sentences;
  }

  private static void add(String[] columns, StringBuilder text, List<Word> words) {
    String form = BRACKETS.getOrDefault(columns[FORM], columns[FORM]).strip();
    text.append(text.isEmpty() ? "" : " ");
    int start = text.length();
    text.append(Normalizer.normalize(form, Normalizer.Form.NFC));
    words.add(new Word(start, text.length(), columns[WORD_CLASS]));
  }

  private static void end(StringBuilder text, List<Word> words, List<Sentence> sentences) {
    if (!words.isEmpty()) {
      sentences.add(new Sentence(text.toString(), List.copyOf(words)));
    }
    text.setLength(0);
    words.clear();
  }
}
