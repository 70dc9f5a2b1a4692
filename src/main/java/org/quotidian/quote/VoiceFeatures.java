package org.quotidian.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks where in an article, by the clauses that cues govern: one who is quoted beside marked
 * words has likelier said them than one who is only named.
 */
final class VoiceFeatures {

  private static final int MOST = 5;

  /** Sentences. */
  private static final int NEAR = 2;

  private final Reading reading;
  private final Cast cast;

  private final Map<Phrase, String> names = new HashMap<>();

  /** The sentences in which somebody speaks, by canonical name. */
  private final Map<String, TreeSet<Integer>> sentences = new HashMap<>();

  VoiceFeatures(Reading reading, Lexicon lexicon, List<Content> contents) {
    this.reading = reading;
    this.cast = new Cast(reading, lexicon);
    for (Content content : contents) {
      int sentence = reading.sentence[content.link().source().first()];
      sentences.computeIfAbsent(canonical(content.link()), k -> new TreeSet<>()).add(sentence);
    }
  }

  /** The fullest name of a source; empty if unknown. */
  String canonical(Link link) {
    return names.computeIfAbsent(link.source(), source -> cast.resolve(source, null).canonical());
  }

  /**
   * Adds how often and how near the source of marked words speaks, and whether another is nearer.
   */
  void add(MarkedProposal proposal, String way, List<String> features) {
    String name = canonical(proposal.link());
    TreeSet<Integer> own = name.isEmpty() ? null : sentences.get(name);
    int first = reading.sentence[proposal.first()];
    int last = reading.sentence[proposal.limit() - 1];
    @Nullable Integer floor = own == null ? null : own.floor(first);
    @Nullable Integer higher = own == null ? null : own.higher(last);
    String count = name.isEmpty() ? "unknown" : own == null ? "0" : "" + Math.min(3, own.size());
    String before = floor == null ? "none" : TokenFeatures.bucket(first - floor);
    String behind = higher == null ? "none" : TokenFeatures.bucket(higher - last);
    boolean nearer = isOtherNearer(name, first, floor);
    features.add("voice=" + count);
    features.add("voice,way=" + count + "," + way);
    features.add("voice before=" + before);
    features.add("voice behind=" + behind);
    features.add("voice around=" + before + "," + behind);
    features.add("voice before,way=" + before + "," + way);
    features.add("voice behind,way=" + behind + "," + way);
    features.add("other voice nearer=" + nearer);
    features.add("other voice nearer,way=" + nearer + "," + way);
    features.add("voices=" + Math.min(MOST, sentences.size()));
  }

  private boolean isOtherNearer(String name, int sentence, @Nullable Integer own) {
    for (Map.Entry<String, TreeSet<Integer>> other : sentences.entrySet()) {
      Integer floor = other.getKey().equals(name) ? null : other.getValue().floor(sentence);
      if (floor != null && (own == null || floor > own) && sentence - floor <= NEAR) {
        return true;
      }
    }
    return false;
  }
}
