package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quotidian.language.WordList;
import org.quotidian.model.Token;

class SentenceRulesTest {

  private static final Abbreviations ABBREVIATIONS = Abbreviations.load();
  private static final VietnameseTokenizer TOKENIZER = VietnameseTokenizer.load(ABBREVIATIONS);
  private static final SentenceRules RULES = new SentenceRules(ABBREVIATIONS, CapitalRatios.load());

  @Test
  void splitsTheGoldAsAReaderWould() {
    int right = 0;
    int gold = 0;
    int found = 0;
    var mistakes = new ArrayList<String>();
    for (String line : WordList.read(SentenceRulesTest.class, "sentences-gold.txt")) {
      Set<Integer> expected = expectedEnds(line);
      Set<Integer> actual = ends(line.replace("‖", ""));
      gold += expected.size();
      found += actual.size();
      int before = right;
      right += (int) actual.stream().filter(expected::contains).count();
      if (right - before != Math.max(expected.size(), actual.size())) {
        mistakes.add(line);
      }
    }
    assertThat(gold).isGreaterThanOrEqualTo(300);
    double f1 = 2.0 * right / (gold + found);
    assertThat(f1)
        .as("%d of %d, %d found; wrong: %s", right, gold, found, mistakes)
        .isGreaterThan(0.99);
  }

  @Test
  void keepsEveryTokenOnce() {
    List<Token> tokens = TOKENIZER.tokens("A. B! C? “D.” E… f. G", 0, 21);
    List<Token> kept = RULES.split(tokens).stream().flatMap(List::stream).toList();
    assertThat(kept).isEqualTo(tokens);
  }

  /**
   * Ends of sentences, counted in characters other than white space, so that spaces do not matter.
   */
  private static Set<Integer> expectedEnds(String line) {
    var ends = new TreeSet<Integer>();
    int count = 0;
    for (char c : line.toCharArray()) {
      if (c == '‖') {
        ends.add(count);
      } else if (!Character.isWhitespace(c)) {
        count++;
      }
    }
    ends.add(count);
    return ends;
  }

  private static Set<Integer> ends(String text) {
    var ends = new TreeSet<Integer>();
    int count = 0;
    for (List<Token> sentence : RULES.split(TOKENIZER.tokens(text, 0, text.length()))) {
      count += sentence.stream().mapToInt(token -> token.text().length()).sum();
      ends.add(count);
    }
    return ends;
  }
}
