package org.quotidian.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;
import org.quotidian.model.Token;

/**
 * One article prepared for the rules: all its tokens in one row, with their sentence, paragraph and
 * name. For one call and one thread.
 */
final class Reading {

  static final Set<String> DASHES = Set.of("-", "--", "–", "—", "―");

  private final Lexicon lexicon;
  final AnnotatedArticle annotated;
  final String text;
  final int size;
  final String[] word;
  final String[] lower;

  /** Part of speech and form, from the tags; unknown in languages whose rules use none. */
  final TokenClass[] pos;

  final int[] start;
  final int[] end;
  final int[] sentence;
  final int[] paragraph;

  /** First token of each sentence, and one more for the end. */
  final int[] sentenceStart;

  /** For each token the index in the article of the sentence with which its sentence begins. */
  private final int[] sentenceIndex;

  /** The name a token belongs to; null for most. */
  final @Nullable EntityMention[] name;

  /** Whether a token lies between quotation marks, the marks included. */
  final boolean[] marked;

  final boolean[] body;

  Reading(AnnotatedArticle annotated, Lexicon lexicon) {
    TagSet tags = lexicon.tags();
    boolean byTags = lexicon.traits().verbsByTags();
    this.lexicon = lexicon;
    this.annotated = annotated;
    this.text = annotated.article().text();
    List<Sentence> sentences = annotated.sentences();
    this.size = sentences.stream().mapToInt(s -> s.tokens().size()).sum();
    word = new String[size];
    lower = new String[size];
    pos = new TokenClass[size];
    start = new int[size];
    end = new int[size];
    sentence = new int[size];
    paragraph = new int[size];
    marked = new boolean[size];
    body = new boolean[size];
    name = new EntityMention[size];
    sentenceIndex = new int[size];
    var opens = new boolean[size + 1];
    int i = 0;
    int index = 0;
    for (Sentence sentenceHere : sentences) {
      if (i == 0
          || !FalseStops.isBetween(
              sentences.get(sentenceHere.index() - 1), sentenceHere, lexicon)) {
        opens[i] = true;
        index = sentenceHere.index();
      }
      int dateline = opens[i] ? Dateline.length(sentences, sentenceHere) : 0;
      opens[i + dateline] |= dateline > 0; // a dateline is a sentence of its own
      for (Token token : sentenceHere.tokens()) {
        word[i] = Punctuation.plain(token.text());
        lower[i] = written(word[i].toLowerCase(Locale.ROOT));
        pos[i] = byTags ? tags.of(token.tag(), lower[i]) : TokenClass.UNKNOWN;
        start[i] = token.start();
        end[i] = token.end();
        sentenceIndex[i] = index;
        paragraph[i] = sentenceHere.paragraph();
        body[i] = sentenceHere.section() == Section.BODY;
        i++;
      }
    }
    for (EntityMention mention : annotated.entities()) {
      for (int t = tokenAt(mention.start()); t < size && start[t] < mention.end(); t++) {
        name[t] = mention;
        if (isCapitalised(t) && isMistaggedName(pos[t]) || isPartOfName(mention, t)) {
          pos[t] = TokenClass.NAME;
        }
      }
    }
    sentenceStart = sentenceStarts(opens);
    for (int t = 1; t < size; t++) {
      boolean name = pos[t].isProper() && lexicon.traits().verbsHaveGroups(); // “Le Pen”
      pos[t] = name ? pos[t] : tags.contracted(lower[t], pos[t], pos[t - 1]);
    }
  }

  /** Lists with many shortened words contain them with the straight apostrophe only: <i>l'</i>. */
  private String written(String lowerCase) {
    return lexicon.traits().verbsHaveGroups() ? lowerCase.replace('’', '\'') : lowerCase;
  }

  private int[] sentenceStarts(boolean[] opens) {
    int[] starts = new int[size + 1];
    int sentences = 0;
    boolean lost = lexicon.traits().capitalsMeanNames();
    for (int t = 0; t < size; t++) {
      if (opens[t] || lost && LostStops.isBefore(t, this, lexicon)) {
        starts[sentences++] = t;
      }
      sentence[t] = sentences - 1;
    }
    starts[sentences] = size;
    return Arrays.copyOf(starts, sentences + 1);
  }

  /** “von der” in a name, where the tags of its language would part it. */
  private boolean isPartOfName(EntityMention mention, int token) {
    return lexicon.traits().verbsHaveGroups()
        && mention.type() == EntityType.PERSON
        && (pos[token].isDeterminer() || pos[token].isPreposition())
        && start[token] > mention.start()
        && isWord(token);
  }

  /** “Devine” may look like an adjective, “Husted” like a participle. */
  private static boolean isMistaggedName(TokenClass pos) {
    return pos.isAdjective() || pos.isVerb() || pos.isAdverb() || pos.isCommonNoun();
  }

  /** Position in the article of the sentence of a token. */
  int sentenceIndex(int token) {
    return sentenceIndex[token];
  }

  /** Notes which tokens lie between quotation marks. */
  void mark(List<MarkedSpan> spans) {
    for (MarkedSpan span : spans) {
      for (int i = tokenAt(span.outer().start()); i < size && start[i] < span.outer().end(); i++) {
        marked[i] = true;
      }
    }
  }

  /** Whether all these tokens lie between quotation marks. */
  boolean isMarked(int first, int limit) {
    for (int i = first; i < limit; i++) {
      if (!marked[i]) {
        return false;
      }
    }
    return true;
  }

  /** How many tokens of a range are words or numbers. */
  int wordsIn(int first, int limit) {
    int words = 0;
    for (int i = first; i < limit; i++) {
      words += isWord(i) ? 1 : 0;
    }
    return words;
  }

  /** The first token that begins at or after a position in the text. */
  int tokenAt(int position) {
    int found = Arrays.binarySearch(start, position);
    return found < 0 ? -found - 1 : found;
  }

  int sentenceEnd(int token) {
    return sentenceStart[sentence[token] + 1];
  }

  int sentenceBegin(int token) {
    return sentenceStart[sentence[token]];
  }

  /** Whether a token is a function word of a kind; none is outside the article. */
  boolean isListed(WordKind kind, int token) {
    return token >= 0 && token < size && lexicon.words(kind).of(lower[token]) != null;
  }

  /** Whether a token is a punctuation mark or a sign; words are in lists. */
  boolean is(int token, String lowerCase) {
    return token >= 0 && token < size && lower[token].equals(lowerCase);
  }

  boolean isAny(int token, String... lowerCase) {
    return token >= 0 && token < size && List.of(lowerCase).contains(lower[token]);
  }

  boolean isWord(int token) {
    return Character.isLetterOrDigit(word[token].codePointAt(0))
        || word[token].length() > 1
            && Character.isLetterOrDigit(word[token].codePointBefore(word[token].length()));
  }

  boolean isCapitalised(int token) {
    return Character.isUpperCase(word[token].codePointAt(0));
  }

  boolean isQuotationMark(int token) {
    return token >= 0 && token < size && "\"“”„«»‘’'``''「」『』".contains(word[token]);
  }

  boolean isComma(int token) {
    return token >= 0 && token < size && word[token].equals(",");
  }

  boolean isDash(int token) {
    return token >= 0 && token < size && DASHES.contains(word[token]);
  }

  Span span(Phrase phrase) {
    return new Span(start[phrase.first()], end[phrase.last()]);
  }

  String words(Phrase phrase) {
    return text.substring(start[phrase.first()], end[phrase.last()]);
  }

  /** Names whose tokens lie in a phrase, in text order. */
  List<EntityMention> namesIn(Phrase phrase) {
    var names = new ArrayList<EntityMention>();
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      EntityMention mention = name[i];
      if (mention != null && (names.isEmpty() || names.get(names.size() - 1) != mention)) {
        names.add(mention);
      }
    }
    return names;
  }

  boolean namesPerson(Phrase phrase) {
    return namesIn(phrase).stream().anyMatch(name -> name.type() == EntityType.PERSON);
  }

  boolean sameParagraph(int one, int other) {
    return paragraph[one] == paragraph[other];
  }

  /** Whether a cue may have a subject of its own: no infinitive and no present participle. */
  boolean mayHaveSubject(Cue cue) {
    return !pos[cue.first()].isPresentParticiple() && !pos[cue.first()].isInfinitive();
  }

  /** Whether a colon stands before a token. */
  boolean isAnnounced(int token) {
    return is(token - 1, ":");
  }

  /** Whether a token begins a sentence or stands behind a mark. */
  boolean opensPart(int token) {
    return token == sentenceBegin(token) || !isWord(token - 1);
  }
}
