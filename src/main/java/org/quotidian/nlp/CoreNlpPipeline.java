package org.quotidian.nlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

/**
 * Any language with {@link CoreNlpModels}: CoreNLP's words, sentences, parts of speech and names,
 * and {@link CalendarDates}. Its parser, coreference and values are not used. Models without a
 * tagger or without names have words without tags or no names.
 */
public final class CoreNlpPipeline implements Pipeline {

  /** Changes with the rules for words, sentences, names and dates. */
  private static final String RULES = "-3";

  private static final int LONGEST_SENTENCE = 1000; // tokens
  private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");
  private static final String DASHES = "–—";

  /** The tag of a hyphen inside a word, which some tokenizers take apart. */
  private static final String HYPHEN = "HYPH";

  private final StanfordCoreNLP words;
  private final @Nullable MaxentTagger tagger;
  private final @Nullable NameModel names;
  private final FullNames fullNames;
  private final NameRules rules;
  private final CalendarDates dates;

  private CoreNlpPipeline(
      StanfordCoreNLP words,
      @Nullable MaxentTagger tagger,
      @Nullable NameModel names,
      NameRules rules,
      CalendarDates dates) {
    this.words = words;
    this.tagger = tagger;
    this.names = names;
    this.rules = rules;
    this.dates = dates;
    this.fullNames = rules.fullNames();
  }

  /**
   * The one of this process for a language. The version changes with the models and rules.
   *
   * @param code BCP 47
   * @param rules for its names
   */
  public static SharedPipeline shared(String code, CoreNlpModels models, NameRules rules) {
    return new SharedPipeline(models.version() + RULES, () -> load(code, models, rules));
  }

  private static CoreNlpPipeline load(String code, CoreNlpModels models, NameRules rules) {
    Silence.coreNlp();
    Properties settings = models.settings();
    String tagger = settings.getProperty("pos.model");
    String names = settings.getProperty("ner.model");
    return new CoreNlpPipeline(
        words(settings),
        tagger == null ? null : new MaxentTagger(tagger),
        names == null ? null : NameModel.read("/" + names),
        rules,
        CalendarDates.of(code));
  }

  /** CoreNLP keeps annotators for later pipelines, some by names that two languages share. */
  private static StanfordCoreNLP words(Properties settings) {
    synchronized (CoreNlpPipeline.class) {
      StanfordCoreNLP.clearAnnotatorPool();
      return new StanfordCoreNLP(settings, false);
    }
  }

  @Override
  public List<Sentence> sentences(Article article) {
    return SentenceList.of(article, (paragraph, sink) -> split(article.text(), paragraph, sink));
  }

  private void split(String text, Paragraph paragraph, SentenceList sink) {
    String part = text.substring(paragraph.start(), paragraph.end());
    for (Pieces.Piece piece : Pieces.of(readable(part))) {
      SentenceList.giveUpIfInterrupted();
      var annotation = new Annotation(piece.text() + "\n"); // statistical tokenizers need its end
      words.annotate(annotation);
      List<List<CoreLabel>> found = PlacedWords.of(annotation, piece.text());
      for (List<CoreLabel> sentence : new QuotationMarks(piece.text()).arranged(found)) {
        add(sentence, text, paragraph.start() + piece.start(), sink);
      }
    }
  }

  /**
   * The text as CoreNLP can read it, with each character in its place: models know the straight
   * apostrophe only, and tokenizers fail at half a character.
   */
  private static String readable(String text) {
    return HALF_A_CHARACTER.matcher(text.replace('’', '\'')).replaceAll("\ufffd");
  }

  private void add(List<CoreLabel> words, String text, int offset, SentenceList sink) {
    for (int from = 0; from < words.size(); from += LONGEST_SENTENCE) {
      List<CoreLabel> sentence =
          words.subList(from, Math.min(words.size(), from + LONGEST_SENTENCE));
      tag(sentence);
      var tokens = new ArrayList<Token>(sentence.size());
      for (CoreLabel word : sentence) {
        if (PlacedWords.hasPlace(word)) {
          int start = offset + word.beginPosition();
          int end = offset + word.endPosition();
          String tag = word.tag() == null ? "" : word.tag();
          tokens.add(new Token(text.substring(start, end), tag, start, end));
        }
      }
      sink.add(tokens);
    }
  }

  private void tag(List<CoreLabel> sentence) {
    if (tagger == null) {
      return;
    }
    for (CoreLabel word : sentence) {
      if (QuotationMarks.isMark(word.word())) {
        word.setWord(QuotationMarks.KNOWN);
      } else if (DASHES.contains(word.word())) {
        word.setWord("-");
      }
    }
    tagger.tagCoreLabels(sentence);
    for (int i = 1; i + 1 < sentence.size(); i++) {
      CoreLabel word = sentence.get(i);
      if (word.word().equals("-")
          && word.beginPosition() == sentence.get(i - 1).endPosition()
          && word.endPosition() == sentence.get(i + 1).beginPosition()) {
        word.setTag(HYPHEN);
      }
    }
  }

  @Override
  public List<EntityMention> entities(Article article, List<Sentence> sentences) {
    return dates.withDates(article, sentences, names(article, sentences));
  }

  private List<EntityMention> names(Article article, List<Sentence> sentences) {
    if (names == null) {
      return List.of();
    }
    var mentions = new ArrayList<EntityMention>();
    for (Sentence sentence : sentences) {
      SentenceList.giveUpIfInterrupted();
      var found = new ArrayList<EntityMention>();
      names.addNames(sentence, found);
      found.removeIf(mention -> rules.isNoName(mention.type()));
      found.forEach(mention -> rules.addTrimmed(mention, sentence.tokens(), mentions));
    }
    return fullNames.in(article.text(), mentions);
  }
}
