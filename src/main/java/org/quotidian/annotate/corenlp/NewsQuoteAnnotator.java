package org.quotidian.annotate.corenlp;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Quote;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;
import org.quotidian.model.Token;
import org.quotidian.quote.QuoteFinder;

/**
 * A CoreNLP annotator that finds quotes and speakers, for use in other pipelines, on CoreNLP's
 * command line and in its server:
 *
 * <pre>{@code
 * annotators = tokenize,pos,lemma,ner,newsquote
 * customAnnotatorClass.newsquote = org.quotidian.annotate.corenlp.NewsQuoteAnnotator
 * newsquote.language = en
 * }</pre>
 *
 * It fills CoreNLP's own {@link CoreAnnotations.QuotationsAnnotation} and the mention, speaker and
 * canonical mention of its quote attribution, so that CoreNLP's outputs show them. Type, cue,
 * medium and confidence are stored under keys of this class. Unlike CoreNLP's {@code quote}, it
 * needs neither parser nor coreference, finds indirect speech, and is thread-safe. Paragraphs end
 * at blank lines or, if there are none, at line ends.
 */
public final class NewsQuoteAnnotator implements Annotator {

  /** {@code direct}, {@code mixed} or {@code indirect}. */
  public static final class TypeAnnotation implements CoreAnnotation<String> {
    @Override
    public Class<String> getType() {
      return String.class;
    }
  }

  /** The reporting words; absent when there are none. */
  public static final class CueAnnotation implements CoreAnnotation<String> {
    @Override
    public Class<String> getType() {
      return String.class;
    }
  }

  /** The medium that relays the words; absent when there is none. */
  public static final class ViaAnnotation implements CoreAnnotation<String> {
    @Override
    public Class<String> getType() {
      return String.class;
    }
  }

  /** 0 to 1. */
  public static final class ConfidenceAnnotation implements CoreAnnotation<Double> {
    @Override
    public Class<Double> getType() {
      return Double.class;
    }
  }

  private final String language;
  private final QuoteFinder finder;

  /** As CoreNLP makes its custom annotators. */
  public NewsQuoteAnnotator(String name, Properties properties) {
    language = properties.getProperty(name + ".language", "en");
    finder = QuoteFinder.forLanguage(language);
  }

  @Override
  public void annotate(Annotation annotation) {
    String text = annotation.get(CoreAnnotations.TextAnnotation.class);
    List<CoreMap> sentences = annotation.get(CoreAnnotations.SentencesAnnotation.class);
    if (text == null || sentences == null) {
      return;
    }
    List<Paragraph> paragraphs = paragraphs(text);
    var article = new Article("", "", "", "", "", "", language, text, paragraphs, "");
    var read = new ArrayList<Sentence>();
    var names = new ArrayList<EntityMention>();
    for (CoreMap sentence : sentences) {
      List<CoreLabel> tokens = sentence.get(CoreAnnotations.TokensAnnotation.class);
      read.add(sentence(read.size(), paragraphs, text, tokens));
      addNames(read.size() - 1, tokens, names);
    }
    int[] tokensBefore = tokensBefore(read);
    var quotes = new ArrayList<CoreMap>();
    for (var quote : finder.find(new AnnotatedArticle(article, read, names, List.of()))) {
      quotes.add(coreMap(quote, text, quotes.size(), read, tokensBefore));
    }
    annotation.set(CoreAnnotations.QuotationsAnnotation.class, quotes);
  }

  /** For each sentence how many tokens the document has before it. */
  private static int[] tokensBefore(List<Sentence> sentences) {
    int[] before = new int[sentences.size()];
    for (int i = 1; i < before.length; i++) {
      before[i] = before[i - 1] + sentences.get(i - 1).tokens().size();
    }
    return before;
  }

  private static List<Paragraph> paragraphs(String text) {
    String end = text.contains("\n\n") ? "\n\n" : "\n";
    var paragraphs = new ArrayList<Paragraph>();
    int start = 0;
    while (start < text.length()) {
      int next = text.indexOf(end, start);
      int limit = next < 0 ? text.length() : next;
      if (!text.substring(start, limit).isBlank()) {
        paragraphs.add(new Paragraph(Section.BODY, start, limit));
      }
      start = limit + end.length();
    }
    return paragraphs;
  }

  private static Sentence sentence(
      int index, List<Paragraph> paragraphs, String text, List<CoreLabel> labels) {
    var tokens = new ArrayList<Token>(labels.size());
    for (CoreLabel label : labels) {
      tokens.add(
          new Token(
              text.substring(label.beginPosition(), label.endPosition()),
              label.tag() == null ? "" : label.tag(),
              label.beginPosition(),
              label.endPosition()));
    }
    int start = labels.get(0).beginPosition();
    int end = labels.get(labels.size() - 1).endPosition();
    return new Sentence(index, paragraphAt(paragraphs, start), Section.BODY, start, end, tokens);
  }

  private static int paragraphAt(List<Paragraph> paragraphs, int position) {
    int low = 0;
    int high = paragraphs.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (paragraphs.get(middle).start() <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static void addNames(int sentence, List<CoreLabel> labels, List<EntityMention> names) {
    int i = 0;
    while (i < labels.size()) {
      @Nullable String label = labels.get(i).ner();
      int end = i + 1;
      while (end < labels.size() && label != null && label.equals(labels.get(end).ner())) {
        end++;
      }
      EntityType type = label == null ? null : type(label);
      if (type != null) {
        names.add(
            new EntityMention(
                sentence,
                type,
                labels.get(i).beginPosition(),
                labels.get(end - 1).endPosition(),
                "",
                ""));
      }
      i = end;
    }
  }

  private static @Nullable EntityType type(String label) {
    return switch (label) {
      case "PERSON" -> EntityType.PERSON;
      case "ORGANIZATION" -> EntityType.ORGANIZATION;
      case "LOCATION", "CITY", "COUNTRY", "STATE_OR_PROVINCE" -> EntityType.LOCATION;
      default -> null;
    };
  }

  private static CoreMap coreMap(
      Quote quote, String text, int index, List<Sentence> sentences, int[] tokensBefore) {
    var map = new ArrayCoreMap(20);
    Span span = quote.span();
    map.set(CoreAnnotations.TextAnnotation.class, span.in(text));
    map.set(CoreAnnotations.CharacterOffsetBeginAnnotation.class, span.start());
    map.set(CoreAnnotations.CharacterOffsetEndAnnotation.class, span.end());
    map.set(CoreAnnotations.QuotationIndexAnnotation.class, index);
    map.set(TypeAnnotation.class, quote.type().label());
    map.set(ConfidenceAnnotation.class, quote.confidence());
    Tokens tokens = Tokens.of(span, sentences, tokensBefore);
    map.set(CoreAnnotations.TokenBeginAnnotation.class, tokens.first());
    map.set(CoreAnnotations.TokenEndAnnotation.class, tokens.last());
    map.set(CoreAnnotations.SentenceBeginAnnotation.class, tokens.firstSentence());
    map.set(CoreAnnotations.SentenceEndAnnotation.class, tokens.lastSentence());
    Span speaker = quote.speaker();
    if (speaker != null) {
      Tokens mention = Tokens.of(speaker, sentences, tokensBefore);
      map.set(QuoteAttributionAnnotator.MentionAnnotation.class, speaker.in(text));
      map.set(QuoteAttributionAnnotator.MentionBeginAnnotation.class, mention.first());
      map.set(QuoteAttributionAnnotator.MentionEndAnnotation.class, mention.last());
      map.set(QuoteAttributionAnnotator.SpeakerAnnotation.class, quote.canonicalSpeaker());
      map.set(QuoteAttributionAnnotator.CanonicalMentionAnnotation.class, quote.canonicalSpeaker());
    }
    Span cue = quote.cue();
    if (cue != null) {
      map.set(CueAnnotation.class, cue.in(text));
    }
    if (!quote.via().isEmpty()) {
      map.set(ViaAnnotation.class, quote.via());
    }
    return map;
  }

  /** The beginning and end of a span, in tokens of the document and in sentences. */
  private record Tokens(int first, int last, int firstSentence, int lastSentence) {

    static Tokens of(Span span, List<Sentence> sentences, int[] tokensBefore) {
      int low = 0;
      int high = sentences.size() - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sentences.get(middle).end() <= span.start()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      int token = tokensBefore[low];
      int first = -1;
      int last = token;
      int lastSentence = low;
      for (int s = low; s < sentences.size() && sentences.get(s).start() < span.end(); s++) {
        for (Token t : sentences.get(s).tokens()) {
          if (t.start() < span.end() && span.start() < t.end()) {
            first = first < 0 ? token : first;
            last = token;
            lastSentence = s;
          }
          token++;
        }
      }
      return new Tokens(first < 0 ? last : first, last, low, lastSentence);
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // as CoreNLP declares it
  public Set<Class<? extends CoreAnnotation>> requires() {
    Set<Class<? extends CoreAnnotation>> needed = new HashSet<>();
    needed.add(CoreAnnotations.TextAnnotation.class);
    needed.add(CoreAnnotations.TokensAnnotation.class);
    needed.add(CoreAnnotations.SentencesAnnotation.class);
    needed.add(CoreAnnotations.NamedEntityTagAnnotation.class);
    if (finder.needsTags()) {
      needed.add(CoreAnnotations.PartOfSpeechAnnotation.class);
    }
    return needed;
  }

  @Override
  @SuppressWarnings("rawtypes") // as CoreNLP declares it
  public Set<Class<? extends CoreAnnotation>> requirementsSatisfied() {
    return Set.of(
        CoreAnnotations.QuotationsAnnotation.class,
        QuoteAttributionAnnotator.MentionAnnotation.class,
        QuoteAttributionAnnotator.SpeakerAnnotation.class,
        QuoteAttributionAnnotator.CanonicalMentionAnnotation.class,
        TypeAnnotation.class,
        CueAnnotation.class,
        ViaAnnotation.class,
        ConfidenceAnnotation.class);
  }
}
