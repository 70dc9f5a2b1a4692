package org.quotidian.source;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks whether words are spelled like Vietnamese syllables ({@code nghiêng}) or are the result of
 * a wrong encoding ({@code nghiÞng}). A syllable has an onset, a rhyme, and at most one tone that
 * the rhyme allows.
 */
final class VietnameseSyllables {

  private static final int LONGEST_ONSET = 3; // ngh
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final Pattern STOP = Pattern.compile(".*(?:c|ch|p|t)");
  private static final Pattern SHARP = Pattern.compile("[^\u0301\u0323]*[\u0301\u0323].*");

  private final Set<String> onsets = new HashSet<>(Set.of(""));
  private final Set<String> rhymes = new HashSet<>();

  VietnameseSyllables() {
    Set<String> under = onsets;
    for (String line : WordList.read("vietnamese-syllables.txt")) {
      if (line.startsWith("== ")) {
        under = line.equals("== onset") ? onsets : rhymes;
      } else {
        under.addAll(Arrays.asList(line.split("\\s+")));
      }
    }
  }

  /**
   * Whether {@code word} is a Vietnamese syllable.
   *
   * @param word letters only, composed or not, in any case
   */
  boolean contain(String word) {
    StringBuilder letters = new StringBuilder();
    StringBuilder tones = new StringBuilder();
    for (char c :
        Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).toCharArray()) {
      (TONES.indexOf(c) < 0 ? letters : tones).append(c);
    }
    if (tones.length() > 1) {
      return false;
    }
    String toneless = Normalizer.normalize(letters, Normalizer.Form.NFC);
    boolean sharp = SHARP.matcher(tones).matches();
    if (STOP.matcher(toneless).matches() && !sharp) {
      return false;
    }
    for (int i = Math.min(LONGEST_ONSET, toneless.length()); i >= 0; i--) {
      if (onsets.contains(toneless.substring(0, i)) && rhymes.contains(toneless.substring(i))) {
        return true;
      }
    }
    return false;
  }
}
