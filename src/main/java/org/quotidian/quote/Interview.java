package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.Line.Label;

/** Tells questions from answers in the lines of an article, and who answers. */
record Interview(Reading reading, Lexicon lexicon, Phrases phrases) {

  /** Questions; one alone may be the writer's own. */
  private static final int FEWEST_QUESTIONS = 2;

  /** Whether the lines are an interview. */
  boolean isGivenIn(List<Line> lines) {
    long questions = lines.stream().filter(this::asks).count();
    long labelled = lines.stream().filter(line -> line.kind() == Label.INTERVIEWER).count();
    return labelled >= FEWEST_QUESTIONS
        || questions >= FEWEST_QUESTIONS && answersInFirstPerson(lines);
  }

  /** Whether a line is a question to somebody. */
  boolean asks(Line line) {
    return line.kind() == Label.INTERVIEWER
        || line.kind() == Label.QUESTION
        || line.label() == null && reading.is(line.limit() - 1, "?") && isPlain(line);
  }

  /** Whether a line may be an answer: no question, and not in marks. */
  boolean mayAnswer(Line line) {
    return !asks(line) && isPlain(line);
  }

  private boolean isPlain(Line line) {
    return !reading.marked[line.words()] && !reading.marked[line.limit() - 1];
  }

  /** Whether those who answer say <i>I</i> or <i>we</i>: else the questions are the writer's. */
  private boolean answersInFirstPerson(List<Line> lines) {
    int answers = 0;
    for (int i = 1; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (asks(lines.get(i - 1)) && !asks(line)) {
        answers += line.label() != null || hasFirstPerson(line) ? 1 : 0;
      }
    }
    return answers >= FEWEST_QUESTIONS;
  }

  private boolean hasFirstPerson(Line line) {
    for (int i = line.words(); i < line.limit(); i++) {
      var pronoun = lexicon.pronounPhrases().longestAt(reading.lower, i, line.limit());
      if (pronoun != null && pronoun.value().person() == 1 && !reading.marked[i]) {
        return true;
      }
    }
    return false;
  }

  /** The one with whom the opening says that somebody talked; null when it does not. */
  @Nullable Phrase interviewee(List<Line> lines) {
    for (Line line : lines) {
      if (asks(line)) {
        return null;
      }
      boolean talk = false;
      for (int i = line.first(); i < line.limit(); i++) {
        talk |= lexicon.words(WordKind.INTERVIEW).longestAt(reading.lower, i, line.limit()) != null;
      }
      for (int i = line.first(); talk && i < line.limit(); i++) {
        Phrase person = phrases.startingAt(i, line.limit());
        if (person != null && reading.namesPerson(person)) {
          return person;
        }
      }
    }
    return null;
  }
}
