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
 * Dates, times and lengths of time by CoreNLP's SUTime. Its rules cost three times as much as tags
 * and names together, so it is given the stretches that {@link TimeWords} finds, and what it said
 * of a stretch is kept: <i>on Monday</i> is in every article. Safe for use by any number of
 * threads.
 */
final class TimeFinder {

  private static final int MOST_KNOWN = 10_000; // stretches; further ones are worked on anew

  /**
   * What SUTime read.
   *
   * @param first first token, counted from that of the stretch
   * @param end one past the last
   * @param meaning not yet set against the day of an article
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
    // Holidays that move need a calendar library whose XML reader is of another age; the others are
    // in the rules.
    settings.setProperty("sutime.binders", "0");
    return new TimeFinder(
        new GenericTimeExpressionPatterns(new Options("sutime", settings)).createExtractor());
  }

  /** What a window holds, in text order, by tokens of the window. */
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
        // 5pm. is read with the full stop of the sentence
        boolean stop = end > first + 1 && tokens.get(end - 1).text().equals(".");
        expressions.add(new Expression(first, stop ? end - 1 : end, time.getTemporal()));
      }
    }
    return List.copyOf(expressions);
  }

  /** These tokens as a text of their own, as far apart as they stand. */
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
