package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an item as its format reads them: unpacked where they were packed.
 *
 * @param name file name, without {@code .gz} where that was unpacked
 */
record UnpackedItem(String name, byte[] bytes) {

  /**
   * Unpacks {@code bytes} if they are packed, up to the limits.
   *
   * @throws SourceException if they cannot be unpacked, or are too many then
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
      throw new SourceException(IoProblem.sentence("its packed data", e), e);
    }
  }
}
