package org.quotidian.nlp.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.model.Span;
import org.quotidian.model.Token;
import org.quotidian.nlp.english.TimeWords.Stretch;

/**
 * A part of a sentence as it is passed to SUTime, with the position of each token in the sentence.
 */
final class TimeWindow {

  private static final Set<String> QUALIFIERS = Set.of("JJ", "RB");

  /**
   * Words that SUTime would read as one token or not at all: ranges of years and days, mid-July.
   */
  private static final Pattern JOINED =
      Pattern.compile(
          "(?:(?=\\d{4}[-–]\\d{4}$|\\d{1,2}[-–]\\d{1,2}$|(?i:mid|early|late)[-–]\\p{L}))"
              + "(\\w+)([-–])([\\p{L}\\d.]+)");

  /**
   * @param given the token for SUTime, relative to the start of the window
   * @param span its position in the article
   * @param position index of its token in the sentence
   */
  private record Part(Token given, Span span, int position) {}

  private final List<Part> parts = new ArrayList<>();

  private TimeWindow() {}

  /**
   * The window for a part of a sentence. If it ends in a number, the noun counted by it is
   * included, because a number of things is not a year. Of that noun only the part of speech
   * matters, so that windows with the same meaning are equal.
   */
  static TimeWindow of(Stretch stretch, List<Token> sentence, TimeWords words) {
    var window = new TimeWindow();
    for (int i = stretch.first(); i < stretch.end(); i++) {
      window.add(sentence.get(i), i, words);
    }
    for (int i = stretch.end(); i < counted(stretch, sentence); i++) {
      Token token = sentence.get(i);
      window.put("x", token.tag(), new Span(token.start(), token.end()), i);
    }
    return window;
  }

  /** A window with every word of the sentence, for comparison. */
  static TimeWindow ofAll(List<Token> sentence, TimeWords words) {
    return of(new Stretch(0, sentence.size()), sentence, words);
  }

  /** One past the noun that a number at the end of the stretch counts: 1500 very old houses. */
  private static int counted(Stretch stretch, List<Token> sentence) {
    int end = stretch.end();
    while (end < sentence.size() && QUALIFIERS.contains(sentence.get(end).tag())) {
      end++;
    }
    return end < sentence.size() && sentence.get(end).tag().equals("NNS") ? end + 1 : stretch.end();
  }

  private void add(Token token, int position, TimeWords words) {
    Matcher joined = JOINED.matcher(token.text());
    if (joined.matches()) {
      for (int group = 1; group <= 3; group++) {
        var span = new Span(token.start() + joined.start(group), token.start() + joined.end(group));
        // With a hyphen, SUTime would read a single duration.
        put(group == 2 ? "–" : joined.group(group), token.tag(), span, position);
      }
    } else {
      String text = words.isToBeHidden(token) ? "x" : token.text();
      put(text, token.tag(), new Span(token.start(), token.end()), position);
    }
  }

  private void put(String text, String tag, Span span, int position) {
    int start = 0;
    if (!parts.isEmpty()) {
      Part last = parts.get(parts.size() - 1);
      start = last.given().end() + (last.span().end() == span.start() ? 0 : 1);
    }
    // After a verb in the past tense, SUTime would change state that is shared between threads and
    // sentences.
    String shownTag = tag.equals("VBD") ? "VB" : tag;
    parts.add(new Part(new Token(text, shownTag, start, start + text.length()), span, position));
  }

  /** The tokens for SUTime. */
  List<Token> tokens() {
    return parts.stream().map(Part::given).toList();
  }

  /** The span in the article of the tokens from {@code first} to before {@code end}. */
  Span span(int first, int end) {
    return new Span(parts.get(first).span().start(), parts.get(end - 1).span().end());
  }

  /** The index in the sentence of a token of the window. */
  int position(int token) {
    return parts.get(token).position();
  }

  /** A key that is the same for windows for which SUTime gives the same result. */
  String key() {
    var key = new StringBuilder();
    for (Part part : parts) {
      Token token = part.given();
      key.append(token.start()).append(token.text()).append('/').append(token.tag()).append(' ');
    }
    return key.toString();
  }
}
