package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quotidian.language.PlainParagraphs;
import org.quotidian.language.VietnameseSyllables;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;
import org.quotidian.model.Token;
import org.quotidian.nlp.FullNames;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.SentenceList;
import org.quotidian.nlp.SharedPipeline;

/** Vietnamese: syllables, sentences, names, dates and amounts. */
public final class VietnamesePipeline implements Pipeline {

  /** The one of this process. The version changes with the models and rules. */
  public static final SharedPipeline SHARED =
      new SharedPipeline("vi-2026-11-29.1", VietnamesePipeline::load);

  private final VietnameseSentences text;
  private final NameTagger names;
  private final ValueFinder values;
  private final FullNames fullNames =
      new FullNames(FullNames.Custom.VIETNAMESE, VietnameseSyllables::normal);

  private VietnamesePipeline(VietnameseSentences text, NameTagger names, ValueFinder values) {
    this.text = text;
    this.names = names;
    this.values = values;
  }

  /** Reads the word lists and the model. One instance serves the whole process. */
  public static VietnamesePipeline load() {
    return new VietnamesePipeline(
        VietnameseSentences.load(), NameTagger.load(), ValueFinder.load());
  }

  /**
   * The paragraphs of plain text: one per line, unless lines were wrapped.
   *
   * @param text with {@code \n} line ends
   */
  public static List<Paragraph> paragraphs(String text) {
    return PlainParagraphs.of(text).stream()
        .map(line -> new Paragraph(Section.BODY, line.start(), line.end()))
        .toList();
  }

  @Override
  public List<Sentence> sentences(Article article) {
    return SentenceList.of(article, (paragraph, sink) -> split(article.text(), paragraph, sink));
  }

  private void split(String article, Paragraph paragraph, SentenceList sink) {
    text.sentences(article, paragraph.start(), paragraph.end()).forEach(sink::add);
  }

  @Override
  public List<EntityMention> entities(Article article, List<Sentence> sentences) {
    var mentions = new ArrayList<EntityMention>();
    List<List<Token>> tokens = sentences.stream().map(Sentence::tokens).toList();
    for (NameTagger.Found name : names.names(tokens)) {
      int sentence = sentences.get(name.sentence()).index();
      EntityType type = EntityType.valueOf(name.type());
      mentions.add(new EntityMention(sentence, type, name.start(), name.end(), "", ""));
    }
    addValues(article, sentences, mentions);
    mentions.sort(Comparator.comparingInt(EntityMention::start));
    return fullNames.in(article.text(), mentions);
  }

  private void addValues(Article article, List<Sentence> sentences, List<EntityMention> mentions) {
    DateValues dates = values.datesFor(article.published());
    var namesOf = new ArrayList<List<Span>>();
    sentences.forEach(sentence -> namesOf.add(new ArrayList<>()));
    int base = sentences.isEmpty() ? 0 : sentences.get(0).index();
    for (EntityMention mention : mentions) {
      namesOf.get(mention.sentence() - base).add(mention.span());
    }
    for (int i = 0; i < sentences.size(); i++) {
      SentenceList.giveUpIfInterrupted();
      mentions.addAll(values.find(sentences.get(i), namesOf.get(i), dates));
    }
  }
}
