package org.quotidian.duplicate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The signatures of many articles, kept on disk (1.3 GB for ten million). All must be added before
 * any is read.
 */
public final class Signatures implements AutoCloseable {

  private static final int IN_A_PART = 1 << 23; // signatures in a mapped part of the file: 1 GB

  private final TemporaryFile file = new TemporaryFile();
  private final BitSet empty = new BitSet();
  private final List<ByteBuffer> parts = new ArrayList<>();
  private int size;

  /** Adds the signature of the next article. */
  public void add(TextSignature signature) {
    if (signature.isEmpty()) {
      empty.set(size);
      file.write(new byte[TextSignature.LENGTH]);
    } else {
      file.write(signature.values());
    }
    size++;
  }

  boolean isEmpty(int article) {
    return empty.get(article);
  }

  /** As {@link TextSignature#band}. */
  int band(int article, int first) {
    return part(article).getInt(offset(article) + first);
  }

  TextSignature get(int article) {
    byte[] values = new byte[isEmpty(article) ? 0 : TextSignature.LENGTH];
    part(article).get(offset(article), values);
    return TextSignature.of(values);
  }

  private ByteBuffer part(int article) {
    if (parts.isEmpty()) {
      for (int first = 0; first < size; first += IN_A_PART) {
        long bytes = (long) Math.min(IN_A_PART, size - first) * TextSignature.LENGTH;
        parts.add(file.map((long) first * TextSignature.LENGTH, bytes));
      }
    }
    return parts.get(article / IN_A_PART);
  }

  private static int offset(int article) {
    return article % IN_A_PART * TextSignature.LENGTH;
  }

  @Override
  public void close() {
    file.close();
  }
}
