package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

  @Test
  void textWithSpacesIsOnePiece() {
    assertThat(Pieces.of("ein Wort ".repeat(500))).hasSize(1);
    assertThat(Pieces.of("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x-", "\u201c", "桥很安全，", "桥很安全。"})
  void piecesAreTheTextAndShort(String repeated) {
    String text = "Zuerst " + repeated.repeat(3000) + " zuletzt";
    List<Pieces.Piece> pieces = Pieces.of(text);
    assertThat(pieces.stream().map(Pieces.Piece::text).collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(pieces)
        .allSatisfy(
            piece -> {
              assertThat(piece.text().length()).isLessThan(1010);
              assertThat(text.startsWith(piece.text(), piece.start())).isTrue();
            });
  }

  @Test
  void withoutSpacesAPieceEndsWithASentence() {
    List<Pieces.Piece> pieces = Pieces.of("桥很安全，我们在等。".repeat(300));
    assertThat(pieces).allSatisfy(piece -> assertThat(piece.text()).endsWith("。"));
  }

  @Test
  void aPieceEndsWhereTheSpaceBehindASentenceWasLost() {
    assertThat(Pieces.of("Le pont est fermé.Les bus passent ailleurs."))
        .map(Pieces.Piece::text)
        .containsExactly("Le pont est fermé.", "Les bus passent ailleurs.");
    assertThat(Pieces.of("Un pont fermé  «Nous attendons»")).hasSize(2);
    assertThat(Pieces.of("Elle a dit :  «Nous attendons» sur Lindau.com et A.B. Morel")).hasSize(1);
  }
}
