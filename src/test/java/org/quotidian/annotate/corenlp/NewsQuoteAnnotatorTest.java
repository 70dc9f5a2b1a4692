package org.quotidian.annotate.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The annotator inside CoreNLP's own pipeline and command line. */
@Tag("models")
class NewsQuoteAnnotatorTest {

  @Test
  void coreNlpsCommandLinePrintsQuotesAndSpeakers(@TempDir Path folder) throws Exception {
    Path text = folder.resolve("harbour.txt");
    Files.writeString(
        text,
        "“The harbour is too shallow,” Anna Berg said on Monday. She said the ferries would stay"
            + " away.");
    Path settings = folder.resolve("settings.properties");
    Files.writeString(
        settings,
        """
        annotators = tokenize,pos,lemma,ner,newsquote
        customAnnotatorClass.newsquote = org.quotidian.annotate.corenlp.NewsQuoteAnnotator
        ner.model = edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz
        ner.applyFineGrained = false
        ner.applyNumericClassifiers = false
        ner.useSUTime = false
        ner.buildEntityMentions = false
        """);
    StanfordCoreNLP.main(
        new String[] {
          "-props", settings.toString(),
          "-file", text.toString(),
          "-outputFormat", "json",
          "-outputDirectory", folder.toString()
        });
    JsonNode quotes =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(folder.resolve("harbour.txt.json")))
            .get("quotes");
    assertThat(quotes).hasSize(2);
    assertThat(quotes.get(0).get("text").asString()).isEqualTo("The harbour is too shallow,");
    assertThat(quotes.get(0).get("speaker").asString()).isEqualTo("Anna Berg");
    assertThat(quotes.get(1).get("text").asString()).isEqualTo("the ferries would stay away");
    assertThat(quotes.get(1).get("canonicalSpeaker").asString()).isEqualTo("Anna Berg");
  }

  @Test
  void aLanguageWithListsOnlyUsesTheTokensOfCoreNlp() {
    var vietnamese = new Properties();
    vietnamese.setProperty("newsquote.language", "vi");
    var tokens = new Properties();
    tokens.setProperty("annotators", "tokenize");
    var text = new Annotation("“Bến cảng quá nông cho tàu lớn”, ông Hải nói hôm qua.");
    new StanfordCoreNLP(tokens).annotate(text);

    new NewsQuoteAnnotator("newsquote", vietnamese).annotate(text);

    assertThat(text.get(CoreAnnotations.QuotationsAnnotation.class))
        .singleElement()
        .satisfies(
            quote -> {
              assertThat(quote.get(CoreAnnotations.TextAnnotation.class))
                  .isEqualTo("Bến cảng quá nông cho tàu lớn");
              assertThat(quote.get(QuoteAttributionAnnotator.SpeakerAnnotation.class))
                  .isEqualTo("ông Hải");
            });
  }

  @Test
  void statesWhatItNeedsByLanguage() {
    var properties = new Properties();
    properties.setProperty("newsquote.language", "vi");
    var vietnamese = new NewsQuoteAnnotator("newsquote", properties);
    var english = new NewsQuoteAnnotator("newsquote", new Properties());
    assertThat(vietnamese.requires())
        .containsExactlyInAnyOrder(
            CoreAnnotations.TextAnnotation.class,
            CoreAnnotations.TokensAnnotation.class,
            CoreAnnotations.SentencesAnnotation.class,
            CoreAnnotations.NamedEntityTagAnnotation.class);
    var tagged = new HashSet<>(vietnamese.requires());
    tagged.add(CoreAnnotations.PartOfSpeechAnnotation.class);
    assertThat(english.requires()).isEqualTo(tagged);
    properties.setProperty("newsquote.language", "de");
    assertThat(new NewsQuoteAnnotator("newsquote", properties).requires()).isEqualTo(tagged);
    assertThat(vietnamese.requirementsSatisfied())
        .contains(CoreAnnotations.QuotationsAnnotation.class);
  }
}
