package org.quotidian.quote;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/**
 * Finds media that relay the words of others: the AP in <i>According to the AP, the minister said
 * …</i>
 */
final class Relays {

  /** The source of the attribution with which a sentence begins, by sentence. */
  private final Map<Integer, Phrase> bySentence = new HashMap<>();

  private final Reading reading;
  private final Lexicon lexicon;
  private final ListedWords words;

  Relays(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.words = new ListedWords(reading, lexicon);
    for (int i = 0; i < reading.size; i++) {
      if (words.isAny(WordKind.RELAY, i, reading.size)
          && words.isAny(
              WordKind.TEXT, words.skip(WordKind.RELAY, i, reading.size), reading.size)) {
        put(i, phrases.subjectBefore(Cue.assumedAt(i), reading.sentenceBegin(i)));
      }
    }
    for (Cue cue : cues.all()) {
      int first = cue.first();
      if (words.isAny(WordKind.MEDIA_VERB, first, cue.last() + 1)) {
        put(first, phrases.subjectBefore(cue, reading.sentenceBegin(first)));
      } else if (cue.isAttribution() && !words.isAny(WordKind.RELAY, first, cue.last() + 1)) {
        put(first, phrases.startingAt(cue.last() + 1, reading.sentenceEnd(first)));
      }
    }
  }

  private void put(int token, @Nullable Phrase medium) {
    if (medium != null) {
      bySentence.putIfAbsent(reading.sentence[token], medium);
    }
  }

  /** The medium that relays what a link gives to somebody else; empty when there is none. */
  String of(Link link) {
    Phrase cue = link.cue();
    Cue reporting = link.words();
    if (cue == null
        || reporting == null
        || reporting.isAttribution() && !words.isAny(WordKind.RELAY, cue.first(), cue.last() + 1)) {
      return "";
    }
    Phrase relay = bySentence.get(reading.sentence[cue.first()]);
    if (relay == null
        || relay.first() <= link.source().last() && link.source().first() <= relay.last()) {
      return "";
    }
    var medium =
        lexicon.words(WordKind.MEDIUM).longestAt(reading.lower, relay.first(), relay.last() + 1);
    for (EntityMention name : reading.namesIn(relay)) {
      if (name.type() == EntityType.ORGANIZATION) {
        return reading.text.substring(name.start(), name.end());
      }
    }
    return medium == null ? "" : withoutNoun(relay, medium.length());
  }

  private String withoutNoun(Phrase relay, int nouns) {
    int first = Math.min(relay.first() + nouns, relay.last());
    return reading.words(new Phrase(first, relay.last()));
  }
}
