package org.quotidian.quote;

/** What a token is, by its class and the lists that contain it. */
final class Tags {

  private final Reading reading;
  private final Lexicon lexicon;

  Tags(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
  }

  TokenClass of(int token) {
    return reading.pos[token];
  }

  boolean isSubjectPronoun(int token) {
    return of(token).isPersonalPronoun() && lexicon.pronoun(reading.lower[token]) != null;
  }

  /** Whether it is a finite verb outside quotation marks. */
  boolean isFinite(int token) {
    return !reading.marked[token] && of(token).isFinite();
  }

  boolean isAuxiliary(int token) {
    return of(token).isAuxiliary()
        || lexicon.words(WordKind.AUXILIARY).of(reading.lower[token]) != null;
  }

  /** <i>that</i> before a clause, not the pronoun. */
  boolean isComplementiser(int token) {
    return of(token).isPreposition()
        && lexicon.words(WordKind.COMPLEMENTISER).of(reading.lower[token]) != null;
  }

  /** Whether it is a form of a verb that may govern a reported clause. */
  boolean reports(int token) {
    var verb = lexicon.cues().longestAt(reading.lower, token, reading.sentenceEnd(token));
    return verb != null
        && verb.value().kind() == CueWords.Kind.VERB
        && verb.value().takes(CueWords.Frame.THAT);
  }

  boolean isTime(int token) {
    return lexicon.words(WordKind.TIME).of(reading.lower[token]) != null;
  }

  /** The last token before what belongs to a head: le porte-parole Paul Berg | de la ville. */
  int lastOfHead(Phrase phrase) {
    int last = phrase.first();
    while (last < phrase.last() && !of(last + 1).isPreposition()) {
      last++;
    }
    return last;
  }
}
