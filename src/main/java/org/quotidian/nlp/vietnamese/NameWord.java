package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.language.VietnameseSyllables;
import org.quotidian.model.Token;

/**
 * A token as the name model sees it.
 *
 * @param form in normal spelling, with its original case
 * @param lower the same in lower case
 */
record NameWord(Token token, String form, String lower, WordShape shape) {

  /** TP.HCM and Q.7, which are also written TP. HCM and Q. 7. */
  private static final Pattern GLUED =
      Pattern.compile("((?:TP|Tp|TX|Tx|TT)\\.(?=\\p{L}{2})|(?:Q|P|KP)\\.(?=\\d))([\\p{L}\\d]+)");

  /** U-23 and U.23 are read as U23. */
  private static final Pattern YOUTH = Pattern.compile("^U[-.](?=\\d\\d$)");

  private static final int MOST_PARTS = 3;

  private static final Pattern TORN =
      Pattern.compile(
          "U-?(?:1[5-9]|2[0-3])|(?:C|PC|PA|PX|PV)\\d\\d|\\p{Lu}['’]\\p{Lu}\\p{L}+|T[XPT]\\.");

  static NameWord of(Token token) {
    String normal = VietnameseSyllables.normal(token.text());
    String form = normal.startsWith("U") ? YOUTH.matcher(normal).replaceFirst("U") : normal;
    return new NameWord(token, form, form.toLowerCase(Locale.ROOT), WordShape.of(form));
  }

  /** The same token with another spelling. */
  NameWord spelt(String form) {
    return new NameWord(token, form, lower, WordShape.of(form));
  }

  static List<List<NameWord>> of(List<List<Token>> sentences) {
    return sentences.stream().map(NameWord::ofSentence).toList();
  }

  private static List<NameWord> ofSentence(List<Token> sentence) {
    var words = new ArrayList<NameWord>(sentence.size());
    int i = 0;
    while (i < sentence.size()) {
      Token token = sentence.get(i);
      int parts = partsOfOne(sentence, i);
      i += parts;
      if (parts > 1) {
        words.add(of(joined(sentence.subList(i - parts, i))));
        continue;
      }
      Matcher glued = GLUED.matcher(token.text());
      if (glued.matches()) {
        int cut = token.start() + glued.end(1);
        words.add(of(new Token(glued.group(1), token.tag(), token.start(), cut)));
        words.add(of(new Token(glued.group(2), token.tag(), cut, token.end())));
      } else {
        words.add(of(token));
      }
    }
    return words;
  }

  /**
   * How many tokens from {@code start} on form one word that was split: U -23, PC 02, H ' Hen, T X.
   */
  private static int partsOfOne(List<Token> sentence, int start) {
    var text = new StringBuilder(sentence.get(start).text());
    int longest = 1;
    if (text.length() > 2 || !Character.isUpperCase(text.charAt(0))) {
      return longest;
    }
    for (int end = start + 1; end < Math.min(sentence.size(), start + MOST_PARTS); end++) {
      Token part = sentence.get(end);
      if (part.start() > sentence.get(end - 1).end() + 1) {
        break;
      }
      text.append(part.text());
      if (TORN.matcher(text).matches()) {
        longest = end + 1 - start;
      }
    }
    return longest;
  }

  private static Token joined(List<Token> parts) {
    var text = new StringBuilder();
    parts.forEach(part -> text.append(part.text()));
    Token first = parts.get(0);
    return new Token(
        text.toString(), first.tag(), first.start(), parts.get(parts.size() - 1).end());
  }
}
