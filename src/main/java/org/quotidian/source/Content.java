package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an item as its format reads them: unpacked where they were packed.
 *
 * @param name file name, without {@code .gz} where that was unpacked
 */
record Content(String name, byte[] bytes) {

  private enum Packing {
    GZIP(".gz", 0x1F, 0x8B) {
      @Override
      InputStream unpack(InputStream in) throws IOException {
        return new GZIPInputStream(in);
      }
    },
    BZIP2(".bz2", 'B', 'Z', 'h') {
      @Override
      InputStream unpack(InputStream in) throws IOException {
        return new BZip2CompressorInputStream(in, true);
      }
    };

    private final String extension;
    private final int[] magic;

    Packing(String extension, int... magic) {
      this.extension = extension;
      this.magic = magic;
    }

    abstract InputStream unpack(InputStream in) throws IOException;

    private boolean packs(byte[] bytes) {
      for (int i = 0; i < magic.length; i++) {
        if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Unpacks {@code bytes} if they are packed, up to the size limit.
   *
   * @throws SourceException if they cannot be unpacked, or are too many then
   */
  static Content of(String name, byte[] bytes, Limits limits) throws SourceException {
    Content content = new Content(name, bytes);
    int layers = 0;
    for (Packing packing = packing(bytes); packing != null; packing = packing(content.bytes())) {
      limits.checkNesting(++layers);
      content = content.unpacked(packing, limits);
    }
    return content;
  }

  private static @Nullable Packing packing(byte[] bytes) {
    for (Packing packing : Packing.values()) {
      if (packing.packs(bytes)) {
        return packing;
      }
    }
    return null;
  }

  private Content unpacked(Packing packing, Limits limits) throws SourceException {
    int most = (int) Math.min(limits.fileBytes() + 1, Integer.MAX_VALUE - 16);
    try (InputStream in = packing.unpack(new ByteArrayInputStream(bytes))) {
      byte[] unpacked = in.readNBytes(most);
      if (unpacked.length > limits.fileBytes()) {
        throw new SourceException("unpacked, " + limits.tooLarge(unpacked.length));
      }
      boolean named = name.toLowerCase(Locale.ROOT).endsWith(packing.extension);
      String inner = named ? name.substring(0, name.length() - packing.extension.length()) : name;
      return new Content(inner, unpacked);
    } catch (EOFException e) {
      throw new SourceException("its packed data ends too early: the file is cut off", e);
    } catch (IOException e) {
      throw new SourceException("it cannot be unpacked: " + e.getMessage(), e);
    }
  }
}
