package org.quotidian.quote;

import java.util.HashMap;
import java.util.Map;
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

  Relays(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    for (Cue cue : cues.all()) {
      if (cue.isAttribution()) {
        Phrase source = phrases.startingAt(cue.last() + 1, reading.sentenceEnd(cue.first()));
        if (source != null) {
          bySentence.putIfAbsent(reading.sentence[cue.first()], source);
        }
      } else if (lexicon.words("media-verb").longestAt(reading.lower, cue.first(), cue.last() + 1)
          != null) {
        Phrase medium = phrases.subjectBefore(cue, reading.sentenceBegin(cue.first()));
        if (medium != null) {
          bySentence.putIfAbsent(reading.sentence[cue.first()], medium);
        }
      }
    }
  }

  /** The medium that relays what a link gives to somebody else; empty when there is none. */
  String of(Link link) {
    Phrase cue = link.cue();
    Cue words = link.words();
    if (cue == null || words == null || words.isAttribution()) {
      return "";
    }
    Phrase relay = bySentence.get(reading.sentence[cue.first()]);
    if (relay == null
        || relay.first() <= link.source().last() && link.source().first() <= relay.last()) {
      return "";
    }
    var medium = lexicon.words("medium").longestAt(reading.lower, relay.first(), relay.last() + 1);
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
