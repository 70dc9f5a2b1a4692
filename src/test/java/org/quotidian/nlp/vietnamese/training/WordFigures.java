package org.quotidian.nlp.vietnamese.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quotidian.model.Token;
import org.quotidian.nlp.vietnamese.WordInput;
import org.quotidian.nlp.vietnamese.WordInput.Word;
import org.quotidian.nlp.vietnamese.WordModel;
import org.quotidian.nlp.vietnamese.WordTag;

/**
 * Prints how well the shipped model finds the words of a treebank and their classes, and how fast.
 * Arguments: a treebank, and others if a model trained on those without any list is to be measured
 * too.
 */
final class WordFigures {

  private static final int ROUNDS = 20;

  private WordFigures() {}

  public static void main(String[] args) throws IOException {
    List<TreebankFile.Sentence> gold = TreebankFile.read(Path.of(args[0]));
    WordInput input = WordInput.load();
    WordModel shipped = WordModel.load();
    print("shipped", gold, input, shipped);
    List<Path> others = Arrays.stream(args).skip(1).map(Path::of).toList();
    if (!others.isEmpty()) {
      WordInput plain = WordInput.withoutLists();
      print("without lists", gold, plain, WordTraining.train(others, plain));
    }
    List<List<Token>> sentences = gold.stream().map(s -> input.tokens(s.text())).toList();
    long tokens = sentences.stream().mapToLong(List::size).sum();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      sentences.forEach(sentence -> input.tags(sentence, shipped));
      best = Math.min(best, (System.nanoTime() - start) / 1e3 / tokens);
    }
    System.out.printf("speed: %.1f microseconds a token, best of %d rounds%n", best, ROUNDS);
  }

  /** Words are right if both ends are; with their class, if that is right too. */
  private static void print(
      String name, List<TreebankFile.Sentence> gold, WordInput input, WordModel model) {
    int words = 0;
    int found = 0;
    int right = 0;
    int rightWithClass = 0;
    int rightClass = 0;
    for (TreebankFile.Sentence sentence : gold) {
      List<Token> tokens = input.tokens(sentence.text());
      List<Word> guessed = words(tokens, input.tags(tokens, model));
      Set<String> places = new HashSet<>();
      sentence.words().forEach(word -> places.add(word.start() + "-" + word.end()));
      words += sentence.words().size();
      found += guessed.size();
      right +=
          (int) guessed.stream().filter(w -> places.contains(w.start() + "-" + w.end())).count();
      rightWithClass += common(sentence.words(), guessed);
      rightClass +=
          common(
              sentence.words(), words(tokens, input.tagsOfWords(tokens, sentence.words(), model)));
    }
    System.out.printf(
        "%s: words F1 %.4f, words with their class F1 %.4f, classes of given words %.4f (%d words)%n",
        name,
        2.0 * right / (words + found),
        2.0 * rightWithClass / (words + found),
        (double) rightClass / words,
        words);
  }

  private static int common(List<Word> gold, List<Word> guessed) {
    var both = new HashSet<>(gold);
    both.retainAll(new HashSet<>(guessed));
    return both.size();
  }

  private static List<Word> words(List<Token> tokens, List<WordTag> tags) {
    var words = new ArrayList<Word>();
    for (int i = 0; i < tokens.size(); ) {
      int end = i + 1;
      while (end < tokens.size() && !tags.get(end).first()) {
        end++;
      }
      words.add(
          new Word(tokens.get(i).start(), tokens.get(end - 1).end(), tags.get(i).wordClass()));
      i = end;
    }
    return words;
  }
}
