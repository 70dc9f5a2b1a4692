package org.quotidian.nlp;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
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

  private static final String KNOWN_MARK = "''";
  private static final Pattern UNKNOWN_MARK =
      Pattern.compile("(?!(?:[\"“”‘’'`]|``|'')$)[\"“”„‟«»‘’'‚‹›`]+");

  private final TokenizerFactory<CoreLabel> tokenizers;
  private final MaxentTagger tagger;
  private final NameModel names;
  private final EnglishValues values;
  private final FullNames fullNames =
      new FullNames(FullNames.Custom.WESTERN, UnaryOperator.identity());

  private EnglishPipeline(MaxentTagger tagger, NameModel names, EnglishValues values) {
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
    NameModel names = NameModel.read(NAMES);
    return new EnglishPipeline(loaded(tagger), names, loaded(values));
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

  /** The tokens, at their positions in {@code text}. */
  private List<CoreLabel> words(String text) {
    var words = new ArrayList<CoreLabel>();
    for (Pieces.Piece piece : Pieces.of(text)) {
      var reader = new StringReader(piece.text());
      for (CoreLabel word : tokenizers.getTokenizer(reader).tokenize()) {
        word.setBeginPosition(piece.start() + word.beginPosition());
        word.setEndPosition(piece.start() + word.endPosition());
        words.add(word);
      }
      SentenceList.giveUpIfInterrupted();
    }
    return words;
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
      names.addNames(sentence, mentions);
    }
    mentions.addAll(values.in(sentences, article.published(), List.copyOf(mentions)));
    mentions.sort(Comparator.comparingInt(EntityMention::start));
    return fullNames.in(article.text(), mentions);
  }
}
