package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("models")
class CompactClassifierTest {

  private static final String MODEL =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private static final String TEXT =
      """
      Mayor Hana Lindqvist of Ostrava told the Harbour Trust on Friday that the ferry to Qwxzland
      would sail again. "Nobody at Morrow & Sons has called me," said Tomás Ibarra-Nuñez, who runs
      the café at Pier 9. The United Nations declined to comment in Geneva.
      """;

  @Test
  void tellsWhatTheModelOfCoreNlpTells() throws Exception {
    CRFClassifier<CoreLabel> plain = CRFClassifier.getClassifier(MODEL);
    CRFClassifier<CoreLabel> compact = CompactClassifier.read("/" + MODEL, new Properties());

    assertThat(compact.classifyToString(TEXT))
        .isEqualTo(plain.classifyToString(TEXT))
        .contains("Lindqvist/PERSON", "Geneva/LOCATION");
  }

  @Test
  void aMissingModelIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CompactClassifier.read("/none.crf.ser.gz", new Properties()))
        .withMessageContaining("/none.crf.ser.gz");
  }
}
