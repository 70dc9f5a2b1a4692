package org.quotidian.nlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.TokenizerFactory;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;
import org.quotidian.nlp.english.EnglishValues;

/**
 * English with the fast models of CoreNLP: tokens, sentences, parts of speech, and names of
 * persons, places and organisations, and with dates and amounts where a sentence may contain some.
 * CoreNLP's parser, coreference and fine-grained names cost sixty times as much and are not used.
 */
public final class EnglishPipeline implements Pipeline {

  /** The one of this process. The version changes with the models and rules. */
  public static final SharedPipeline SHARED =
      new SharedPipeline("corenlp-4.5.10-3class-values-1", EnglishPipeline::load);

  private static final String TAGGER =
      "edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger";
  private static final String NAMES =
      "/edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private static final int LONGEST_SENTENCE = 1000; // tokens

  /** Characters without a space. Longer strings are not words of an article. */
  private static final int LONGEST_STRETCH = 1000;

  private static final String KNOWN_MARK = "''";
  private static final Pattern UNKNOWN_MARK =
      Pattern.compile("(?!(?:[\"“”‘’'`]|``|'')$)[\"“”„‟«»‘’'‚‹›`]+");

  private final TokenizerFactory<CoreLabel> tokenizers;
  private final MaxentTagger tagger;
  private final CRFClassifier<CoreLabel> names;
  private final EnglishValues values;
  private final FullNames fullNames =
      new FullNames(FullNames.Custom.WESTERN, UnaryOperator.identity());

  private EnglishPipeline(
      MaxentTagger tagger, CRFClassifier<CoreLabel> names, EnglishValues values) {
    this.tokenizers =
        PTBTokenizer.factory(
            new CoreLabelTokenFactory(),
            "invertible=true,splitHyphenated=false,untokenizable=noneKeep");
    this.tagger = tagger;
    this.names = names;
    this.values = values;
  }

  /** Reads the models in parallel. Each takes about a second. */
  static EnglishPipeline load() {
    Silence.coreNlp();
    var tagger = CompletableFuture.supplyAsync(() -> new MaxentTagger(TAGGER));
    var values = CompletableFuture.supplyAsync(EnglishValues::load);
    CRFClassifier<CoreLabel> names = names();
    return new EnglishPipeline(loaded(tagger), names, loaded(values));
  }

  private static CRFClassifier<CoreLabel> names() {
    var settings = new Properties();
    // Words learnt while tagging would make results depend on the articles read before.
    settings.setProperty("maxAdditionalKnownLCWords", "0");
    return CompactClassifier.read(NAMES, settings);
  }

  private static <T> T loaded(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public List<Sentence> sentences(Article article) {
    return SentenceList.of(article, (paragraph, sink) -> split(article.text(), paragraph, sink));
  }

  private void split(String text, Paragraph paragraph, SentenceList sink) {
    String part = text.substring(paragraph.start(), paragraph.end());
    for (List<CoreLabel> sentence : sentences(words(part))) {
      SentenceList.giveUpIfInterrupted();
      nameRunsOfMarks(sentence);
      tagger.tagCoreLabels(sentence);
      var tokens = new ArrayList<Token>(sentence.size());
      for (CoreLabel word : sentence) {
        int start = paragraph.start() + word.beginPosition();
        int end = paragraph.start() + word.endPosition();
        tokens.add(new Token(text.substring(start, end), word.tag(), start, end));
      }
      sink.add(tokens);
    }
  }

  /**
   * The tokens, at their positions in {@code text}. At each of several adjacent punctuation marks
   * the tokenizer looks ahead to the next space, so text without spaces is passed to it in pieces.
   */
  private List<CoreLabel> words(String text) {
    var words = new ArrayList<CoreLabel>();
    int start = 0;
    while (start < text.length()) {
      int end = endOfPiece(text, start);
      String piece = text.substring(start, end);
      for (CoreLabel word : tokenizers.getTokenizer(new StringReader(piece)).tokenize()) {
        word.setBeginPosition(start + word.beginPosition());
        word.setEndPosition(start + word.endPosition());
        words.add(word);
      }
      SentenceList.giveUpIfInterrupted();
      start = end;
    }
    return words;
  }

  private static int endOfPiece(String text, int start) {
    int stretch = start;
    for (int i = start; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        stretch = i + 1;
      } else if (i - stretch == LONGEST_STRETCH) {
        int end = i;
        while (end > stretch && Character.isLetterOrDigit(text.charAt(end - 1))) {
          end--;
        }
        return end > stretch ? end : i;
      }
    }
    return text.length();
  }

  /**
   * Tags quotation marks in advance. The tagger takes unknown quotation marks for words with any
   * tag and tries each combination with the marks before it, which costs milliseconds for each mark
   * in a row.
   */
  private static void nameRunsOfMarks(List<CoreLabel> sentence) {
    boolean before = false;
    for (int i = 0; i < sentence.size(); i++) {
      boolean unknown = isUnknownMark(sentence, i);
      if (unknown && (before || isUnknownMark(sentence, i + 1))) {
        sentence.get(i).setWord(KNOWN_MARK);
      }
      before = unknown;
    }
  }

  private static boolean isUnknownMark(List<CoreLabel> sentence, int index) {
    return index < sentence.size() && UNKNOWN_MARK.matcher(sentence.get(index).word()).matches();
  }

  /** The sentences as CoreNLP splits them, but none so long that the models become slow. */
  private static List<List<CoreLabel>> sentences(List<CoreLabel> words) {
    var sentences = new ArrayList<List<CoreLabel>>();
    for (List<CoreLabel> sentence : new WordToSentenceProcessor<CoreLabel>().process(words)) {
      for (int start = 0; start < sentence.size(); start += LONGEST_SENTENCE) {
        int end = Math.min(sentence.size(), start + LONGEST_SENTENCE);
        sentences.add(sentence.subList(start, end));
      }
    }
    return sentences;
  }

  @Override
  public List<EntityMention> entities(Article article, List<Sentence> sentences) {
    var mentions = new ArrayList<EntityMention>();
    for (Sentence sentence : sentences) {
      SentenceList.giveUpIfInterrupted();
      addMentions(sentence, mentions);
    }
    mentions.addAll(values.in(sentences, article.published(), List.copyOf(mentions)));
    mentions.sort(Comparator.comparingInt(EntityMention::start));
    return fullNames.in(article.text(), mentions);
  }

  private void addMentions(Sentence sentence, List<EntityMention> mentions) {
    List<CoreLabel> words = names.classifySentence(labels(sentence.tokens()));
    int i = 0;
    while (i < words.size()) {
      String label = words.get(i).get(AnswerAnnotation.class);
      int end = i + 1;
      while (end < words.size() && label.equals(words.get(end).get(AnswerAnnotation.class))) {
        end++;
      }
      if (!label.equals(names.flags.backgroundSymbol)) {
        mentions.add(
            new EntityMention(
                sentence.index(),
                EntityType.valueOf(label),
                sentence.tokens().get(i).start(),
                sentence.tokens().get(end - 1).end(),
                "",
                ""));
      }
      i = end;
    }
  }

  private static List<CoreLabel> labels(List<Token> tokens) {
    var labels = new ArrayList<CoreLabel>(tokens.size());
    for (Token token : tokens) {
      var label = new CoreLabel();
      label.setWord(token.text());
      label.setValue(token.text());
      label.setTag(token.tag());
      label.set(CharacterOffsetBeginAnnotation.class, token.start());
      label.set(CharacterOffsetEndAnnotation.class, token.end());
      labels.add(label);
    }
    return labels;
  }
}
