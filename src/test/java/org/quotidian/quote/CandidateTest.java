package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTest {

  private static final Link LINK = Link.without(new Phrase(0, 0), Rule.CLAUSE);

  private static Candidate candidate(int first, int limit, double worth) {
    return new Candidate(List.of(new Content(first, limit, LINK)), first, limit, worth);
  }

  private static List<Integer> best(Candidate... candidates) {
    return Candidate.best(List.of(candidates)).stream().map(Content::first).toList();
  }

  @Test
  void whatDoesNotOverlapIsAllTaken() {
    assertThat(best(candidate(6, 9, 0.4), candidate(0, 6, 0.5))).containsExactly(0, 6);
  }

  @Test
  void ofTwoThatOverlapTheLikelierIsTakenAlthoughItComesLater() {
    assertThat(best(candidate(0, 10, 0.5), candidate(4, 12, 0.9))).containsExactly(4);
  }

  @Test
  void twoThatAreLikelyTogetherBeatTheOneAroundThem() {
    assertThat(best(candidate(0, 20, 0.8), candidate(1, 8, 0.5), candidate(9, 19, 0.5)))
        .containsExactly(1, 9);
    assertThat(best(candidate(0, 20, 0.8), candidate(1, 8, 0.3), candidate(9, 19, 0.4)))
        .containsExactly(0);
  }

  @Test
  void thereMayBeNone() {
    assertThat(best()).isEmpty();
  }
}
