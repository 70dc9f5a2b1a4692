package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/** Finds reporting words outside quotation marks: the longest match in the word lists. */
final class CueFinder {

  /** Tokens before the cue in which a negation or refusal is looked for. */
  private static final int NEGATION_REACH = 4;

  /** Of which it is not known what it may govern. */
  private static final CueWords UNLISTED = new CueWords(CueWords.Kind.VERB, Set.of());

  private CueFinder() {}

  static List<Cue> find(Reading reading, Lexicon lexicon) {
    var cues = new ArrayList<Cue>();
    var groups = new VerbGroups(reading, lexicon);
    boolean grouped = lexicon.traits().verbsHaveGroups();
    int i = 0;
    int free = 0;
    while (i < reading.size) {
      Cue cue = reading.body[i] && !reading.marked[i] ? at(reading, lexicon, i) : null;
      if (cue == null) {
        Cue unlisted =
            lexicon.traits().complementiserShowsVerb() ? unlisted(reading, lexicon, i, free) : null;
        if (unlisted != null) {
          cues.add(unlisted);
        }
        i++;
      } else {
        Cue whole = grouped ? groups.widened(cue) : cue;
        if (whole.words().kind() != CueWords.Kind.NONE) {
          cues.add(whole);
        }
        i = cue.last() + 1;
        free = i;
      }
    }
    return cues;
  }

  /** “họ đồn thổi rằng …”: the word before a complementiser that no list knows. */
  private static @Nullable Cue unlisted(Reading reading, Lexicon lexicon, int token, int free) {
    int verb = token - 1;
    boolean found =
        verb >= free
            && verb > reading.sentenceBegin(token)
            && reading.body[token]
            && !reading.marked[token]
            && !reading.marked[verb]
            && lexicon.words(WordKind.FAR_COMPLEMENTISER).of(reading.lower[token]) != null
            && reading.isWord(verb)
            && reading.name[verb] == null
            && lexicon.pronoun(reading.lower[verb]) == null
            && lexicon.words(WordKind.AFTER_VERB).of(reading.lower[verb]) == null;
    return found ? new Cue(UNLISTED, verb, verb, refused(reading, lexicon, verb)) : null;
  }

  private static @Nullable Cue at(Reading reading, Lexicon lexicon, int token) {
    int limit = reading.sentenceEnd(token);
    TokenClass pos = reading.pos[token];
    boolean byTags = lexicon.traits().verbsByTags();
    if (lexicon.traits().capitalsMeanNames()
        && (isPartOfName(reading, lexicon, token) || isInsideBody(reading, token))) {
      WordTree.Match<CueWords> other = lexicon.cues().longestAt(reading.lower, token, limit);
      return other != null && other.value().kind() == CueWords.Kind.NONE
          ? new Cue(other.value(), token, token + other.length() - 1, false)
          : null;
    }
    boolean asNoun =
        byTags
            && pos.isNoun()
            && !startsVerb(reading, token)
            && !VerbPlaces.followsMarks(reading, lexicon, token)
            && !announces(reading, lexicon, token, limit);
    WordTree.Match<CueWords> match =
        asNoun
            ? lexicon.nominalCues().longestAt(reading.lower, token, limit)
            : lexicon.cues().longestAt(reading.lower, token, limit);
    if (!byTags) {
      WordTree.Match<CueWords> noun = lexicon.nominalCues().longestAt(reading.lower, token, limit);
      if (match == null || noun != null && noun.length() > match.length()) {
        match = noun;
      }
    }
    Cue parted = PartedCues.at(reading, lexicon, token, limit);
    if (parted != null) {
      return parted; // “fand am Montag statt” is no “fand”
    }
    if (match == null) {
      return CueAroundListener.at(reading, lexicon, token, limit);
    }
    if (match.value().kind() == CueWords.Kind.NONE) {
      match = shorterCue(match, reading, lexicon, token, limit);
    }
    if (match.value().takes(CueWords.Frame.THIS)) { // cho | đây là …
      return new Cue(match.value(), token, token, refused(reading, lexicon, token));
    }
    boolean verb = match.value().kind() == CueWords.Kind.VERB;
    if (byTags && pos.isProper() && match.value().kind() == CueWords.Kind.ATTRIBUTION) {
      return null;
    }
    int last = token + match.length() - 1;
    if (byTags
        && verb
        && !pos.isVerb()
        && !reading.pos[last].isVerb()
        && !startsVerb(reading, token)
        && !VerbPlaces.followsMarks(reading, lexicon, token)
        && !VerbPlaces.isPhrase(match, token, reading, lexicon)
        && !announces(reading, lexicon, token, limit)) {
      return null;
    }
    if (!byTags && verb) {
      if (isNounOrPassive(reading, lexicon, match.value(), token, last)) {
        return Cue.none(token, last);
      }
      // “tuyên bố khẳng định”: two verbs in a row are one cue
      WordTree.Match<CueWords> more = lexicon.cues().longestAt(reading.lower, last + 1, limit);
      if (more != null
          && more.value().kind() == CueWords.Kind.VERB
          && !reading.marked[last + 1]
          && !(more.value().takes(CueWords.Frame.NOUN)
              && !CueAroundListener.opensContent(reading, lexicon, last + 1 + more.length(), limit))
          && !isNounOrPassive(reading, lexicon, more.value(), last + 1, last + more.length())) {
        return new Cue(more.value(), token, last + more.length(), refused(reading, lexicon, token));
      }
    }
    return new Cue(match.value(), token, last, verb && refused(reading, lexicon, token));
  }

  /**
   * The shorter cue inside words that are none, where what follows shows it: “theo luật sư Hải” is
   * no “theo luật”, for the noun for a source is longer; “nói trên báo” is no “nói trên”.
   */
  private static WordTree.Match<CueWords> shorterCue(
      WordTree.Match<CueWords> none, Reading reading, Lexicon lexicon, int token, int limit) {
    for (int length = none.length() - 1; length > 0; length--) {
      var noun = lexicon.sources().longestAt(reading.lower, token + length, limit);
      var cue = lexicon.cues().longestAt(reading.lower, token, token + length);
      boolean attribution = cue != null && cue.value().kind() == CueWords.Kind.ATTRIBUTION;
      if (cue != null
          && cue.length() == length
          && (attribution
              ? noun != null && noun.length() > none.length() - length
              : CueAroundListener.isToldIn(
                  reading, lexicon, token + length, token + none.length()))) {
        return cue;
      }
    }
    return none;
  }

  /**
   * A capital inside a sentence, or right behind: no reporting word is written so. One behind a
   * caption that has no stop opens a sentence: “Ảnh: Sông Xanh Theo ông Hải, …”.
   */
  private static boolean isPartOfName(Reading reading, Lexicon lexicon, int token) {
    if (!reading.isCapitalised(token)) {
      return false;
    }
    boolean opens =
        token == reading.sentenceBegin(token)
            || !reading.isWord(token - 1)
            || reading.marked[token - 1];
    EntityMention name = reading.name[token];
    boolean goesOn =
        token + 1 < reading.sentenceEnd(token)
            && reading.isCapitalised(token + 1)
            && name != null
            && reading.name[token + 1] == name;
    if (!opens) {
      return name != null || !isAttribution(reading, lexicon, token);
    }
    return goesOn && !isAttribution(reading, lexicon, token);
  }

  private static boolean isAttribution(Reading reading, Lexicon lexicon, int token) {
    var match = lexicon.cues().longestAt(reading.lower, token, reading.sentenceEnd(token));
    return match != null && match.value().kind() == CueWords.Kind.ATTRIBUTION;
  }

  /** “báo Người Đưa tin”: a syllable of the name of an organisation. */
  private static boolean isInsideBody(Reading reading, int token) {
    EntityMention name = reading.name[token];
    return name != null
        && name.type() == EntityType.ORGANIZATION
        && token > 0
        && reading.name[token - 1] == name;
  }

  /** “những thông tin”, “được cho là”: a noun or a passive of the same sound. */
  private static boolean isNounOrPassive(
      Reading reading, Lexicon lexicon, CueWords entry, int first, int last) {
    int before = first - 1;
    if (before < reading.sentenceBegin(first) || reading.marked[before]) {
      return false;
    }
    String word = reading.lower[before];
    boolean noun =
        entry.takes(CueWords.Frame.NOUN)
            && lexicon.words(WordKind.BEFORE_NOUN).of(word) != null
            && !endsCompound(lexicon.sources(), reading, before)
            && lexicon
                    .words(WordKind.COMPLEMENTISER)
                    .of(reading.lower[Math.min(last + 1, reading.size - 1)])
                == null
            && !reading.is(last + 1, ":");
    boolean determined =
        last + 1 < reading.size
            && lexicon.words(WordKind.AFTER_NOUN).longestAt(reading.lower, last + 1, reading.size)
                != null
            && reading.name[before] == null
            && lexicon.pronoun(word) == null;
    boolean passive =
        lexicon.words(WordKind.PASSIVE).of(word) != null
            && !(reading.isCapitalised(before) && before > reading.sentenceBegin(before));
    return noun || entry.takes(CueWords.Frame.NOUN) && determined || passive;
  }

  /** Forms that taggers take for nouns though they follow a closing mark: “…,” tweets Berg. */
  private static boolean startsVerb(Reading reading, int token) {
    return token > 0 && reading.marked[token - 1] && reading.pos[token].isPluralNoun();
  }

  /** Words that are nouns as well, before the comma of what they report: 法新社报道，… */
  private static boolean announces(Reading reading, Lexicon lexicon, int token, int limit) {
    var verb =
        lexicon.traits().modifiersFirst()
            ? lexicon.cues().longestAt(reading.lower, token, limit)
            : null;
    int next = verb == null ? limit : token + verb.length();
    return next < limit
        && (reading.isComma(next) || reading.is(next, ":"))
        && token > reading.sentenceBegin(token)
        && (reading.name[token - 1] != null
            || reading.is(token - 1, "》")
            || reading.pos[token - 1].isProper()
            || reading.pos[token - 1].isAdverb()
            || lexicon.sources().of(reading.lower[token - 1]) != null);
  }

  /** “văn bản nêu rõ”: a syllable that looks like a noun of speech ends a longer word. */
  private static boolean endsCompound(WordTree<SourceNoun> nouns, Reading reading, int last) {
    for (int first = last - 1; first >= Math.max(0, last - 2); first--) {
      var match = nouns.longestAt(reading.lower, first, last + 1);
      if (match != null && match.length() == last - first + 1) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsAt(WordTree<String> words, Reading reading, int last) {
    for (int first = last; first >= Math.max(0, last - 2); first--) {
      var match = words.longestAt(reading.lower, first, last + 1);
      if (match != null && match.length() == last - first + 1) {
        return true;
      }
    }
    return false;
  }

  static boolean refused(Reading reading, Lexicon lexicon, int token) {
    int low = Math.max(reading.sentenceBegin(token), token - NEGATION_REACH);
    for (int i = token - 1; i >= low && !reading.marked[i]; i--) {
      String word = reading.lower[i];
      if (endsAt(lexicon.words(WordKind.REFUSAL), reading, i)
          || endsAt(lexicon.words(WordKind.NEGATION), reading, i)) {
        return true;
      }
      boolean between =
          reading.pos[i].isInfinitiveMarker()
              || reading.pos[i].isAdverb()
              || lexicon.words(WordKind.AUXILIARY).of(word) != null
              || lexicon.words(WordKind.BEFORE_VERB).of(word) != null;
      if (!between) {
        return false;
      }
    }
    return false;
  }
}
