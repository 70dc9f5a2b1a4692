package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;
import org.quotidian.model.Token;
import org.quotidian.nlp.FullNames;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.SentenceList;

/** Vietnamese: syllables, sentences, names, dates and amounts. */
public final class VietnamesePipeline implements Pipeline {

  /** Changes with the models and rules: see {@link Pipeline#version}. */
  public static final String VERSION = "vi-1";

  private final VietnameseTokenizer tokenizer;
  private final SentenceRules sentenceRules;
  private final NameTagger names;
  private final ValueFinder values;
  private final FullNames fullNames = new FullNames(FullNames.Custom.VIETNAMESE, Syllables::normal);

  private VietnamesePipeline(
      VietnameseTokenizer tokenizer,
      SentenceRules sentenceRules,
      NameTagger names,
      ValueFinder values) {
    this.tokenizer = tokenizer;
    this.sentenceRules = sentenceRules;
    this.names = names;
    this.values = values;
  }

  /** Reads the word lists and the model; one instance serves the whole process. */
  public static VietnamesePipeline load() {
    Abbreviations abbreviations = Abbreviations.load();
    return new VietnamesePipeline(
        VietnameseTokenizer.load(abbreviations),
        new SentenceRules(abbreviations, CapitalRatios.load()),
        NameTagger.load(),
        ValueFinder.load());
  }

  @Override
  public String language() {
    return "vi";
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public List<Sentence> sentences(Article article) {
    return SentenceList.of(article, (paragraph, sink) -> split(article.text(), paragraph, sink));
  }

  private void split(String text, Paragraph paragraph, SentenceList sink) {
    List<Token> tokens = tokenizer.tokens(text, paragraph.start(), paragraph.end());
    sentenceRules.split(tokens).forEach(sink::add);
  }

  @Override
  public List<EntityMention> entities(Article article, List<Sentence> sentences) {
    var mentions = new ArrayList<EntityMention>();
    DateValues dates = values.datesFor(article.published());
    for (Sentence sentence : sentences) {
      SentenceList.giveUpIfInterrupted();
      var found = new ArrayList<EntityMention>();
      names.addMentions(sentence, found);
      List<Span> taken = found.stream().map(EntityMention::span).toList();
      found.addAll(values.find(sentence, taken, dates));
      found.sort(Comparator.comparingInt(EntityMention::start));
      mentions.addAll(found);
    }
    return fullNames.in(article.text(), mentions);
  }
}
