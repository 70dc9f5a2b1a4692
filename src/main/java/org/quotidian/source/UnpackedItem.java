package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an item, decompressed if necessary.
 *
 * @param name file name, without {@code .gz} if it was decompressed
 */
record UnpackedItem(String name, byte[] bytes) {

  /**
   * Decompresses {@code bytes} if they are compressed, up to the limits.
   *
   * @throws SourceException if they cannot be decompressed, or exceed a limit
   */
  static UnpackedItem of(String name, byte[] bytes, Limits limits) throws SourceException {
    UnpackedBytes unpacked = new UnpackedBytes(limits, bytes.length);
    UnpackedItem content = new UnpackedItem(name, bytes);
    int layers = 0;
    for (Packing packing = Packing.of(bytes);
        packing != null;
        packing = Packing.of(content.bytes())) {
      limits.checkNesting(++layers);
      content = content.unpacked(packing, limits, unpacked);
    }
    return content;
  }

  private UnpackedItem unpacked(Packing packing, Limits limits, UnpackedBytes unpacked)
      throws SourceException {
    try (InputStream in = unpacked.counted(packing.unpack(new ByteArrayInputStream(bytes)))) {
      return new UnpackedItem(packing.inside(name), limits.read(in));
    } catch (IOException e) {
      throw new SourceException(IoProblem.sentence("its compressed data", e), e);
    }
  }
}
