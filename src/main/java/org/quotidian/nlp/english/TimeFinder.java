package org.quotidian.nlp.english;

import edu.stanford.nlp.ie.NumberNormalizer;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.NumerizedTokensAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokenBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokenEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.CoreMapExpressionExtractor;
import edu.stanford.nlp.ling.tokensregex.MatchedExpression;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.time.GenericTimeExpressionPatterns;
import edu.stanford.nlp.time.Options;
import edu.stanford.nlp.time.SUTime.Temporal;
import edu.stanford.nlp.time.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.quotidian.model.Token;

/**
 * Finds dates, times and durations with CoreNLP's SUTime. Its rules cost three times as much as
 * tags and names together, so it gets only the parts of a sentence that {@link TimeWords} finds.
 * Its results are cached, because phrases such as <i>on Monday</i> are in every article.
 * Thread-safe.
 */
final class TimeFinder {

  private static final int MOST_KNOWN = 10_000; // cached windows; others are computed each time

  /**
   * An expression that SUTime found.
   *
   * @param first index of its first token in the window
   * @param end one past the last
   * @param meaning not yet resolved against the date of an article
   */
  record Expression(int first, int end, Temporal meaning) {}

  private final CoreMapExpressionExtractor<MatchedExpression> rules;
  private final Map<String, List<Expression>> known = new ConcurrentHashMap<>();

  private TimeFinder(CoreMapExpressionExtractor<MatchedExpression> rules) {
    this.rules = rules;
  }

  /** Reads SUTime's rules. */
  @SuppressWarnings("unchecked") // SUTime's extractor has no type
  static TimeFinder load() {
    var settings = new Properties();
    // Movable holidays need a calendar library with an outdated XML reader. Fixed holidays are in
    // the rules.
    settings.setProperty("sutime.binders", "0");
    return new TimeFinder(
        new GenericTimeExpressionPatterns(new Options("sutime", settings)).createExtractor());
  }

  /** The expressions in a window, in text order, by tokens of the window. */
  List<Expression> in(TimeWindow window) {
    String key = window.key();
    List<Expression> expressions = known.get(key);
    if (expressions == null) {
      expressions = extract(window.tokens());
      if (known.size() < MOST_KNOWN) {
        known.put(key, expressions);
      }
    }
    return expressions;
  }

  private List<Expression> extract(List<Token> tokens) {
    Annotation text = annotation(tokens);
    text.set(NumerizedTokensAnnotation.class, NumberNormalizer.findAndMergeNumbers(text));
    var expressions = new ArrayList<Expression>();
    for (MatchedExpression match : rules.extractExpressions(text)) {
      TimeExpression time = match.getAnnotation().get(TimeExpression.Annotation.class);
      if (time != null && time.getTemporal() != null) {
        int first = match.getAnnotation().get(TokenBeginAnnotation.class);
        int end = match.getAnnotation().get(TokenEndAnnotation.class);
        // In "5pm." SUTime includes the full stop of the sentence.
        boolean stop = end > first + 1 && tokens.get(end - 1).text().equals(".");
        expressions.add(new Expression(first, stop ? end - 1 : end, time.getTemporal()));
      }
    }
    return List.copyOf(expressions);
  }

  /** These tokens as a text of their own, at their original distances. */
  static Annotation annotation(List<Token> tokens) {
    var labels = new ArrayList<CoreLabel>(tokens.size());
    int base = tokens.get(0).start();
    var text = new StringBuilder();
    for (Token token : tokens) {
      text.append(" ".repeat(Math.max(0, token.start() - base - text.length())));
      var label = new CoreLabel();
      label.setWord(token.text());
      label.setValue(token.text());
      label.setOriginalText(token.text());
      label.set(edu.stanford.nlp.ling.CoreAnnotations.TextAnnotation.class, token.text());
      label.setTag(token.tag());
      label.setBeginPosition(text.length());
      text.append(token.text());
      label.setEndPosition(text.length());
      labels.add(label);
    }
    var annotation = new Annotation(text.toString());
    annotation.set(TokensAnnotation.class, labels);
    annotation.set(CharacterOffsetBeginAnnotation.class, 0);
    annotation.set(CharacterOffsetEndAnnotation.class, text.length());
    annotation.set(TokenBeginAnnotation.class, 0);
    annotation.set(TokenEndAnnotation.class, labels.size());
    return annotation;
  }
}
