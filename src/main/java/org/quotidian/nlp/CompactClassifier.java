package org.quotidian.nlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.HashIndex;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/**
 * Loads CoreNLP's conditional random fields for finding names, with a {@link FeatureIndex} in place
 * of their own index. Looking up features took a fifth of the time of a job.
 */
public final class CompactClassifier {

  private static final int BUFFER = 1 << 16; // bytes

  /** A model has about a dozen labels, but hundreds of thousands of features. */
  private static final int LABELS = 1000;

  private CompactClassifier() {}

  /**
   * Reads a model that CoreNLP wrote.
   *
   * @param resource its place on the class path, gzipped: {@code /edu/stanford/…}
   * @param settings override those that the model was trained with
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalStateException if it is missing, or is not a model for this version of CoreNLP
   */
  public static CRFClassifier<CoreLabel> read(String resource, Properties settings) {
    try (InputStream in = CompactClassifier.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + resource);
      }
      InputStream unzipped = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      return CRFClassifier.getClassifier(new ModelStream(unzipped), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model " + resource, e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not a model for this version of CoreNLP: " + resource, e);
    }
  }

  /** Replaces the index of features, which CoreNLP keeps private, while the model is read. */
  private static final class ModelStream extends ObjectInputStream {

    ModelStream(InputStream in) throws IOException {
      super(in);
      enableResolveObject(true);
    }

    @Override
    @SuppressWarnings("unchecked") // the large one contains the names
    protected Object resolveObject(Object read) {
      return read instanceof HashIndex<?> index && index.size() > LABELS
          ? new FeatureIndex((HashIndex<String>) index)
          : read;
    }
  }
}
