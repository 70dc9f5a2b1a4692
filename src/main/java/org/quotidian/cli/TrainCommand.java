package org.quotidian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quotidian.annotate.Language;
import org.quotidian.model.Article;
import org.quotidian.nlp.vietnamese.training.AnnotatedText;
import org.quotidian.nlp.vietnamese.training.AnnotationFile;
import org.quotidian.nlp.vietnamese.training.NameTraining;
import org.quotidian.nlp.vietnamese.training.WordTraining;
import org.quotidian.quote.ConfidenceTraining;
import org.quotidian.quote.QuoteTraining;
import org.quotidian.source.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: makes the models of Vietnamese names and words and the lists that they use. */
@Command(
    name = "train",
    description =
        "Makes the model of Vietnamese names or words, a list that they use, or the weights for"
            + " quotes.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer =
        "  quotidian train names --annotation names.jsonl --texts articles.jsonl --output"
            + " names.crf.ser.gz")
final class TrainCommand implements Runnable {

  /** What somebody marked, and the texts in which he or she did. */
  static final class Annotation {

    @Option(
        names = "--annotation",
        required = true,
        paramLabel = "FILE",
        description = {
          "JSON Lines: doc; entities (start and end in code points, type PERSON, LOCATION,"
              + " ORGANIZATION, or MISC for other names) for names; quotes (type, start, end,"
              + " speaker_start, speaker_end, canonical, optional) for quotes."
        })
    private List<Path> files = List.of();

    @Option(
        names = "--texts",
        paramLabel = "FILE",
        description = "JSON Lines: doc or id, and text. Default: the annotation files.")
    private @Nullable List<Path> texts;

    List<Path> texts() {
      return texts == null ? files : texts;
    }
  }

  /** What a list is counted in, and where it goes. */
  static final class RawNews {

    @Option(
        names = "--texts",
        required = true,
        paramLabel = "FILE",
        description = "JSON Lines with raw news: doc or id, and text.")
    private List<Path> texts = List.of();

    @Option(
        names = "--without",
        paramLabel = "FILE",
        description = "Keys of texts that are left out because they are measured on, one a line.")
    private @Nullable Path without;

    @Option(
        names = "--output",
        required = true,
        paramLabel = "FILE",
        description = "The file for the list; it must not exist yet.")
    private Path output = Path.of("");
  }

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to make: names, quotes, words, word-classes, word-uses or capitals");
  }

  @Command(
      name = "names",
      description = {
        "Trains a model of Vietnamese names from annotation and texts.",
        "2,900 articles take four minutes and 6 GB of memory: java -Xmx6g -jar …"
      },
      footerHeading = "%nExample:%n",
      footer =
          "  quotidian train names --annotation names.jsonl --texts articles.jsonl --output"
              + " names.crf.ser.gz")
  int names(
      @Mixin Annotation annotation,
      @Option(
              names = "--output",
              required = true,
              paramLabel = "FILE",
              description = "The file for the model; it must not exist yet.")
          Path output)
      throws IOException {
    check(annotation.files, output);
    check(annotation.texts(), output);
    NameTraining.train(annotation.files, annotation.texts(), output);
    return done(output);
  }

  @Command(
      name = "quotes",
      description = {
        "Learns from annotated articles what somebody said: *-weights.tsv of a language's folder.",
        "Articles that have held_out are left out.",
        "4,000 articles take two minutes and 3 GB of memory: java -Xmx3g -jar …"
      },
      footerHeading = "%nExample:%n",
      footer =
          "  quotidian train quotes --language vi --annotation quotes.jsonl --texts articles.jsonl"
              + " --output weights")
  int quotes(
      @Option(
              names = "--language",
              required = true,
              paramLabel = "CODE",
              description = "The language of the texts: vi, for instance.")
          String language,
      @Mixin Annotation annotation,
      @Option(
              names = "--output",
              required = true,
              paramLabel = "FOLDER",
              description = "The folder for the files; it must not exist yet.")
          Path output,
      @Option(
              names = "--confidence",
              description =
                  "Learn only how sure the quotes of the rules are: for a language whose other"
                      + " weights are not wanted.")
          boolean confidence)
      throws IOException {
    check(annotation.files, output);
    check(annotation.texts(), output);
    Language chosen = named(language);
    var articles = new ArrayList<QuoteTraining.GoldArticle>();
    for (AnnotatedText annotated : AnnotationFile.read(annotation.files, annotation.texts())) {
      if (!annotated.heldOut()) {
        articles.add(
            new QuoteTraining.GoldArticle(article(annotated, chosen.code()), annotated.quotes()));
      }
    }
    if (confidence) {
      ConfidenceTraining.train(chosen.code(), chosen.pipeline(), articles, output);
    } else {
      QuoteTraining.train(chosen.code(), chosen.pipeline(), articles, output);
    }
    return done(output);
  }

  private Language named(String name) {
    try {
      return Language.named(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** An article as a job reads its text. */
  private static Article article(AnnotatedText annotated, String language) {
    return new Article(
        annotated.doc(),
        "",
        "",
        "",
        "",
        "",
        language,
        annotated.text(),
        PlainText.paragraphs(annotated.text()),
        "");
  }

  @Command(
      name = "word-classes",
      description = {
        "Puts words that have similar neighbours in raw news into classes (word-classes.txt).",
        "40,000 articles take eight minutes and 5 GB of memory: java -Xmx5g -jar …",
        "Train the names again afterwards."
      },
      footerHeading = "%nExample:%n",
      footer = "  quotidian train word-classes --texts news.jsonl --output word-classes.txt")
  int wordClasses(@Mixin RawNews news) throws IOException {
    check(news.texts, news.output);
    NameTraining.findWordClasses(news.texts, keys(news.without), news.output);
    return done(news.output);
  }

  @Command(
      name = "capitals",
      description = {
        "Counts how often syllables have a capital inside a sentence (capital-ratios.txt).",
        "Train the names again afterwards."
      },
      footerHeading = "%nExample:%n",
      footer = "  quotidian train capitals --texts news.jsonl --output capital-ratios.txt")
  int capitals(@Mixin RawNews news) throws IOException {
    check(news.texts, news.output);
    NameTraining.countCapitals(news.texts, keys(news.without), news.output);
    return done(news.output);
  }

  @Command(
      name = "words",
      description = {
        "Trains a model of Vietnamese words and their classes from treebanks.",
        "2,500 sentences take one minute and 1 GB of memory."
      },
      footerHeading = "%nExample:%n",
      footer =
          "  quotidian train words --treebank train.conllu --treebank dev.conllu --output"
              + " words.model.gz")
  int words(
      @Option(
              names = "--treebank",
              required = true,
              paramLabel = "FILE",
              description =
                  "CoNLL-U with universal parts of speech. A form with blanks is a word of several"
                      + " syllables.")
          List<Path> treebanks,
      @Option(
              names = "--output",
              required = true,
              paramLabel = "FILE",
              description = "The file for the model; it must not exist yet.")
          Path output)
      throws IOException {
    check(treebanks, output);
    WordTraining.train(treebanks, output);
    return done(output);
  }

  @Command(
      name = "word-uses",
      description = {
        "Finds how a first model of words, trained on treebanks, reads raw news (word-uses.txt).",
        "18,000 articles take four minutes and 2 GB of memory. Train the words again afterwards."
      },
      footerHeading = "%nExample:%n",
      footer =
          "  quotidian train word-uses --treebank train.conllu --texts news.jsonl --output"
              + " word-uses.txt")
  int wordUses(
      @Option(
              names = "--treebank",
              required = true,
              paramLabel = "FILE",
              description = "CoNLL-U with universal parts of speech.")
          List<Path> treebanks,
      @Mixin RawNews news)
      throws IOException {
    check(treebanks, news.output);
    check(news.texts, news.output);
    WordTraining.findWordUses(treebanks, news.texts, keys(news.without), news.output);
    return done(news.output);
  }

  private void check(List<Path> files, Path output) {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new ParameterException(spec.commandLine(), file + ": there is no such file");
      }
    }
    if (Files.exists(output)) {
      throw new ParameterException(spec.commandLine(), output + " exists; choose another name");
    }
  }

  private Set<String> keys(@Nullable Path without) throws IOException {
    if (without == null) {
      return Set.of();
    }
    if (!Files.isRegularFile(without)) {
      throw new ParameterException(spec.commandLine(), without + ": there is no such file");
    }
    return Files.readAllLines(without).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  private int done(Path output) {
    spec.commandLine().getOut().println(output);
    return ExitCode.DONE;
  }
}
