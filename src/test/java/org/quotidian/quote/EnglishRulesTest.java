package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.Quote;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;

/** Who said what in single English sentences, with CoreNLP's tags and names. */
@Tag("models")
class EnglishRulesTest {

  /** All rows of a text, with “;” between them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the clause around the marked words
        "The plan, though, is “far too slow,” Anna Berg said."
            + " | mixed [The plan, though, is “far too slow,”] Anna Berg",
        "But the ferry will “never come back,” Tom Reed said."
            + " | mixed [the ferry will “never come back,”] Tom Reed",
        "“We wait for the boat,” Anna Berg told reporters as rain fell on the harbour."
            + " | direct [We wait for the boat,] Anna Berg",
        "In her book “The Long Road Home,” Anna Berg suggested selling the ferry."
            + " | indirect [selling the ferry] Anna Berg",
        // an attribution inside the sentence
        "In addition, according to Tom Reed, the bridge needs new paint."
            + " | indirect [the bridge needs new paint] Tom Reed",
        "The bridge needs new paint, according to Tom Reed."
            + " | indirect [The bridge needs new paint] Tom Reed",
        "Rents rose to 70 euros per square foot last year. |",
        // as …
        "But as Anna Berg noted, the bridge needs new paint."
            + " | indirect [the bridge needs new paint] Anna Berg",
        // the one spoken to ends the sentence
        "The bridge needs new paint, Tom Reed told the regional newspaper."
            + " | indirect [The bridge needs new paint] Tom Reed",
        // a second report behind the first
        "Tom Reed wrote that workers had not been asked, and later told the Herald: “They were"
            + " angry.” | indirect [that workers had not been asked] Tom Reed ; direct [They were"
            + " angry.] Tom Reed",
        // only a name and a colon, after another source
        "Police believe it was arson. Detective Inspector Rose Hale: “We have one suspect.” |"
            + " indirect [it was arson] Police ; direct [We have one suspect.] Detective Inspector"
            + " Rose Hale",
        // what is asked for is not said
        "One resident, who asked not to be named, called it “a toy for tourists.”"
            + " | mixed [it “a toy for tourists.”] One resident",
        // what is said of a thing goes on behind the marks
        "Tom Reed called the mayor a “liar” who had “ruined” the harbour."
            + " | mixed [the mayor a “liar” who had “ruined” the harbour] Tom Reed",
        "Anna Berg called the plan a “mess” that nobody in the town wants and left the room."
            + " | mixed [the plan a “mess” that nobody in the town wants] Anna Berg",
        "Anna Berg called the plan a “mess,” a hard word for her."
            + " | mixed [the plan a “mess,”] Anna Berg",
        "Anna Berg attacked the council for acting as “a club of friends” in its handling of the"
            + " bridge. | mixed [the council for acting as “a club of friends” in its handling of"
            + " the bridge] Anna Berg",
        "Tom Reed boasted about a plan to spend “a million crowns” digging up the past of his"
            + " rivals. | mixed [about a plan to spend “a million crowns” digging up the past of"
            + " his rivals] Tom Reed",
        "Helen Marsh denounced the “cruel” closing of the school in June, and the mayor agreed."
            + " | mixed [the “cruel” closing of the school in June] Helen Marsh",
        // words that nobody is named for are a quote only as a sentence
        "Parties that poll enough to “be counted among the larger ones” of the country get seats. |",
        // the statement is not part of what is stated
        "Tom Reed said in a statement he had asked for help."
            + " | indirect [he had asked for help] Tom Reed",
        "Tom Reed asked for help on Twitter: “Where is the plan?” She has called for help."
            + " | direct [Where is the plan?] Tom Reed",
        // the dateline is nobody's
        "ASHTON, Md. (Herald) - The bridge needs new paint, Tom Reed said."
            + " | indirect [The bridge needs new paint] Tom Reed",
        "ASHTON — The bridge needs new paint, Tom Reed said."
            + " | indirect [The bridge needs new paint] Tom Reed",
        // whose words, whose minutes, whose friend
        "“We wait for the boat,” Anna Berg said, according to the minutes."
            + " | direct [We wait for the boat,] Anna Berg",
        "A source close to the firm said: “They always pay.”"
            + " | direct [They always pay.] A source close to the firm",
        "The plan was condemned by campaigners as “a licence to pollute”."
            + " | direct [a licence to pollute] campaigners",
        "The roof fell in. His wife, Anna Berg: “We both work here.”"
            + " | direct [We both work here.] Anna Berg",
        "“We were told nothing,” said one in Leeds. | direct [We were told nothing,] one in Leeds",
        "Engineers believe up to 100 houses are at risk."
            + " | indirect [up to 100 houses are at risk] Engineers",
        // two sources
        "The bridge, engineers and residents say, needs new paint. | indirect [The bridge]"
            + " engineers and residents ; indirect [needs new paint] engineers and residents",
        // accusation
        "Anna Berg accused the council of wasting the money."
            + " | indirect [the council of wasting the money] Anna Berg",
        "She leads with 271 pledged delegates in the north. |",
        // curly apostrophes
        "Anna Berg said they’re ready to open the bridge."
            + " | indirect [they’re ready to open the bridge] Anna Berg",
        // the closing mark is missing
        "“We heard of it at the last meeting, said Anna Berg, who runs the ferry. “It is late.” |"
            + " direct [We heard of it at the last meeting] Anna Berg ; direct [It is late.] Anna"
            + " Berg",
        "\"The bridge was painted last spring, Anna Berg said. Nobody had asked her."
            + " | direct [The bridge was painted last spring] Anna Berg",
        "“Who is to pay for all this paint? asked the mayor."
            + " | direct [Who is to pay for all this paint?] the mayor",
        // names that are words, and words that are cues elsewhere
        "“We are tired of waiting,” said Sunny. | direct [We are tired of waiting,] Sunny",
        "“We are tired of waiting,” Sunny said. | direct [We are tired of waiting,] Sunny",
        "Her brother Per Lunde said the boat was late."
            + " | indirect [the boat was late] Her brother Per Lunde",
        "Per Lunde told the crew that the boat was late."
            + " | indirect [that the boat was late] Per Lunde",
        "Per Reuters, the boat will stay in the harbour."
            + " | indirect [the boat will stay in the harbour] Reuters",
        // so few words that they look like a title
        "“I am,” Anna Berg answered. | direct [I am,] Anna Berg",
        "“It is,” said Tom Reed. | direct [It is,] Tom Reed",
        // names in brackets and in lines of their own
        "“The boat was late and cold.” (Anna Berg, 41)"
            + " | direct [The boat was late and cold.] Anna Berg",
        "And from Chairwoman Anna Berg: “We wait for the boat.”"
            + " | direct [We wait for the boat.] Chairwoman Anna Berg",
        // what else is reported ends the clause
        "Anna Berg accused the council of “pure greed” and urged voters to stay at home."
            + " | mixed [the council of “pure greed”] Anna Berg ; indirect [voters to stay at home]"
            + " Anna Berg",
        "Tom Reed said the road was wet and many pilots said they were tired."
            + " | indirect [the road was wet] Tom Reed ; indirect [they were tired] many pilots",
        "Tom Reed told voters that the road was “a mess,” adding that it would be mended."
            + " | mixed [that the road was “a mess,”] Tom Reed ; indirect [that it would be mended]"
            + " Tom Reed",
        "Tom Reed claimed that the town was ready: “We are ready,” he said."
            + " | indirect [that the town was ready] Tom Reed ; direct [We are ready,] he",
        // a participle has the subject of the verb that reports, not of what is reported
        "Tom Reed added that Anna Berg was late, saying she never came before ten."
            + " | indirect [that Anna Berg was late] Tom Reed ; indirect [she never came before ten]"
            + " Tom Reed",
        "The mayor left the meeting, saying the bridge was safe but admitting that it was ugly."
            + " | indirect [the bridge was safe] The mayor ; indirect [that it was ugly] The mayor",
        "Her office sent a letter to voters saying the bridge was safe."
            + " | indirect [the bridge was safe] Her office",
        // said by doing something else
        "Tom Reed went on to say that the bridge was safe."
            + " | indirect [that the bridge was safe] Tom Reed",
        "Tom Reed took to the stage to say that the bridge was safe."
            + " | indirect [that the bridge was safe] Tom Reed",
        // behind a place, a day, a figure and a remark about the source
        "The mayor wrote in a local magazine that the bridge was safe."
            + " | indirect [that the bridge was safe] The mayor",
        "Tom Reed said Thursday's storm had closed the bridge."
            + " | indirect [Thursday's storm had closed the bridge] Tom Reed",
        "Anna Berg, 41, who leads the council, said the bridge was safe."
            + " | indirect [the bridge was safe] Anna Berg",
        // the report of a report
        "Tom Reed repeated the claim that the bridge was safe."
            + " | indirect [that the bridge was safe] Tom Reed",
        // who called it so, who put it so, and a verb that looks like a noun
        "In what Anna Berg called “a sad day,” Tom Reed left the council."
            + " | direct [a sad day,] Anna Berg",
        "The bridge is “a work of art,” as Anna Berg put it."
            + " | mixed [The bridge is “a work of art,”] Anna Berg",
        "“We wait for the boat,” the two leaders state."
            + " | direct [We wait for the boat,] the two leaders",
        "What the voters want - Anna Berg: “They want a bridge.”"
            + " | direct [They want a bridge.] Anna Berg",
        "Anna Berg called the plan “a disaster” for the town."
            + " | mixed [the plan “a disaster” for the town] Anna Berg",
        // reports between commas: of somebody else than who is named before, of one word, in marks
        "Mr. Reed, officials said, has become tired of the plan."
            + " | indirect [Mr. Reed] officials ; indirect [has become tired of the plan] officials",
        "Leeds, Anna Berg said, has never seen such a storm."
            + " | indirect [Leeds] Anna Berg ; indirect [has never seen such a storm] Anna Berg",
        "The old river, Ms. Berg said, “is a perfect example” for the council."
            + " | indirect [The old river] Ms. Berg ; direct [is a perfect example] Ms. Berg",
        "But there is a risk, some voters said, that the ferry will sink."
            + " | indirect [there is a risk] some voters ; indirect [that the ferry will sink] some"
            + " voters",
        // as …, behind the clause, and before it with an occasion
        "The ferry will close, as Tom Reed has said."
            + " | indirect [The ferry will close] Tom Reed",
        "As Tom Reed said in an interview, the ferry will close."
            + " | indirect [the ferry will close] Tom Reed",
        // where and when it was said
        "The group left the town after the vote, the Herald reported in 2014."
            + " | indirect [The group left the town after the vote] the Herald",
        "Tom Reed was for the bridge, he said Monday on the radio show “Morning Joe.”"
            + " | indirect [Tom Reed was for the bridge] he",
        "The mayor said after the meeting he would not accept the money."
            + " | indirect [he would not accept the money] The mayor",
        // more subjects
        "The voters, many of whom say the plan is unfair, are angry."
            + " | indirect [the plan is unfair] many of whom",
        "Even the loudest critics, like Reed and Berg, say the bridge should stay."
            + " | indirect [the bridge should stay] the loudest critics",
        "It is not only about money, he and Tom Reed said."
            + " | indirect [It is not only about money] he and Tom Reed",
        "Farmers have long argued that the road is too narrow."
            + " | indirect [that the road is too narrow] Farmers",
        "In 2014 the town had 115 storms, according to the most recent data from the weather office."
            + " | indirect [In 2014 the town had 115 storms] the most recent data from the weather"
            + " office",
        "Tom Reed wrote that Anna Berg was late and promised to open a new office."
            + " | indirect [that Anna Berg was late] Tom Reed ; indirect [to open a new office] Tom"
            + " Reed",
        // verbs that look like participles
        "The Ashton party chairwoman noted Friday that her friends haven't spent much on posters."
            + " | indirect [that her friends haven't spent much on posters] The Ashton party"
            + " chairwoman",
        "She has since stressed that she did not see the letter."
            + " | indirect [that she did not see the letter] She",
        // other clauses
        "“He is 17,” Tom Reed said, adding he would never vote for Anna Berg."
            + " | direct [He is 17,] Tom Reed ; indirect [he would never vote for Anna Berg] Tom"
            + " Reed",
        "Engineers believe this provides a reason to build more houses."
            + " | indirect [this provides a reason to build more houses] Engineers",
        "Engineers hoped the meeting, requested by Tom Reed, would be a success."
            + " | indirect [the meeting, requested by Tom Reed, would be a success] Engineers",
        "Tom Reed said both he and Anna Berg were ready."
            + " | indirect [both he and Anna Berg were ready] Tom Reed",
        "Tom Reed proposed closing the bridge. | indirect [closing the bridge] Tom Reed",
        "He proposed closing the bridge; she wants to paint it."
            + " | indirect [closing the bridge] He",
        "Anna Berg described how the ferry sank. | indirect [how the ferry sank] Anna Berg",
        "The minister's promise to build a bridge surprised the council."
            + " | indirect [to build a bridge] The minister",
        "Tom Reed's claim in a radio interview that the bridge is safe surprised the council."
            + " | indirect [that the bridge is safe] Tom Reed",
        "Tom Reed accused Anna Berg, who was born in Leeds, of stealing sand."
            + " | indirect [Anna Berg, who was born in Leeds, of stealing sand] Tom Reed",
        // where the clause ends: before who attributes it, before another report or statement
        "More than half of voters said that the ferry is slow, according to a survey."
            + " | indirect [that the ferry is slow] half of voters",
        "Some voters have said they will stay at home and others have said they are tired."
            + " | indirect [they will stay at home] Some voters ; indirect [they are tired] others",
        "Tom Reed said the ferry was safe, but there is growing anger in the town."
            + " | indirect [the ferry was safe] Tom Reed",
        // nested, refused, primes
        "“He told me ‘never again’ twice,” Anna Berg said."
            + " | direct [He told me ‘never again’ twice,] Anna Berg",
        "Tom Reed declined to say who would pay. |",
        "The pipe is 6' long and the beam weighs 12 pounds, workers' tools included. |",
        // a time is no content of its own
        "Five years ago, Anna Berg said, the roof was mended."
            + " | indirect [the roof was mended] Anna Berg",
        "Last night Anna Berg said the roof was mended."
            + " | indirect [the roof was mended] Anna Berg",
        // where the clause ends
        "The company vowed to keep the ferry and closed the office."
            + " | indirect [to keep the ferry] The company",
        "The union denied the charges and left the room. |",
        "When Anna Berg asked the council if it would pay, the room fell silent."
            + " | indirect [if it would pay] Anna Berg",
        "Last week, when Tom Reed asked the council if it would pay, nobody answered."
            + " | indirect [if it would pay] Tom Reed",
        "Residents who say that the bridge is safe have never seen it."
            + " | indirect [that the bridge is safe] Residents",
        "The study – which notes that the bridge is safe – was kept secret."
            + " | indirect [that the bridge is safe] The study",
        "Aides say he will run again – though it is unclear for what."
            + " | indirect [he will run again] Aides",
        "Tom Reed said the bridge was safe; the road was not."
            + " | indirect [the bridge was safe; the road was not] Tom Reed",
        "The bridge is safe, the agency reported on Monday – a finding that surprised the council."
            + " | indirect [The bridge is safe] the agency",
        "Saying that the boat was late, Anna Berg left the harbour."
            + " | indirect [that the boat was late] Anna Berg",
        "Anna Berg condemned the “sad” state of the road."
            + " | mixed [the “sad” state of the road] Anna Berg",
        // the larger of two clauses
        "Firms which asked the council to help are closed now, Anna Berg said."
            + " | indirect [Firms which asked the council to help are closed now] Anna Berg",
        // a clause of time is not what was said
        "When the boat came in, Anna Berg said, “We wait no longer.”"
            + " | direct [We wait no longer.] Anna Berg",
        // the clause of a noun, and of a verb that only intends
        "Anna Berg regretted the law that she had written. |",
        "To confirm a report that the mayor liked took a year. |",
        // programmes
        "On the network's “Breakfast,” Anna Berg said the bridge was safe."
            + " | indirect [the bridge was safe] Anna Berg",
        "Anna Berg, host of the show “Breakfast,” suggested the bridge was safe."
            + " | indirect [the bridge was safe] Anna Berg",
        // a past that looks like a participle
        "The mayor, a former nurse, called on firms to help. | indirect [firms to help] The mayor",
        // a nickname is part of the name
        "Joseph “Joey” Martin said the roof was mended."
            + " | indirect [the roof was mended] Joseph “Joey” Martin",
        "The girl, who asked to be called “Tess”, left the room. |",
        "The boy, identified only as “T.”, left the room. |",
      })
  void sentences(String text, String expected) {
    assertThat(quotes(text).stream().map(quote -> line(quote, text)).toList())
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ; ")));
  }

  @Test
  void aNicknameInsideANameMakesNoSecondPerson() {
    assertThat(quotes("“The carts are old,” said Joseph “Joey” Martin. “I am tired,” Martin said."))
        .extracting(Quote::canonicalSpeaker)
        .containsExactly("Joseph “Joey” Martin", "Joseph “Joey” Martin");
  }

  @Test
  void aRelativeClauseIsNoApposition() {
    assertThat(quotes("The pilot, Nora Fern, whom the agency said it had warned, left."))
        .extracting(Quote::canonicalSpeaker)
        .containsExactly("the agency");
  }

  @Test
  void aLineBelowOrAboveWordsInMarksNamesTheirSpeaker() {
    String text =
        "Tom Reed, 34, nurse:\n“I walk to work.”\n“The boat is late every day.”\n"
            + "— Anna Berg, head of the school";
    assertThat(quotes(text))
        .extracting(Quote::canonicalSpeaker)
        .containsExactly("Tom Reed", "Anna Berg");
  }

  @Test
  void theNameSetBehindADescriptionIsTheSpeakers() {
    assertThat(quotes("The city's mayor, Anna Berg, said the bridge needs new paint."))
        .extracting(Quote::canonicalSpeaker)
        .containsExactly("Anna Berg");
  }

  @Test
  void aFamilyNameThatTheNameModelMissedIsKnownToPronouns() {
    assertThat(
            quotes(
                "Nobody came, said 72-year-old Ivor Brand. Mr. Sykes rejected the claim."
                    + " Brand says he wants the road closed. He thinks it is too loud."))
        .extracting(Quote::canonicalSpeaker)
        .containsExactly("Ivor Brand", "Ivor Brand", "Ivor Brand");
  }

  private static List<Quote> quotes(String text) {
    Article article = Corpus.body("sentence", text, "en");
    Pipeline pipeline = Language.of("en").pipeline();
    List<Sentence> sentences = pipeline.sentences(article);
    return QuoteFinder.forLanguage("en")
        .find(
            new AnnotatedArticle(
                article, sentences, pipeline.entities(article, sentences), List.of()));
  }

  private static String line(Quote quote, String text) {
    return quote.type().label()
        + " ["
        + quote.span().in(text)
        + "] "
        + (quote.speaker() == null ? "?" : quote.speaker().in(text));
  }
}
