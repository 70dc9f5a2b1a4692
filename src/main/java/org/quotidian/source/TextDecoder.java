package org.quotidian.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of a text file: by the byte order mark, as UTF-8, in the encoding that the file
 * declares, and only if none of these fits by guessing. An uncertain guess is a failure. A few
 * damaged bytes in Unicode become U+FFFD. A job may set the encoding instead. Immutable and
 * thread-safe.
 */
public final class TextDecoder {

  /** Out of 100. ICU gives 10 to 20 to single-byte guesses on noise, and 30 or more on prose. */
  private static final int LEAST_CONFIDENCE = 25;

  /** Out of 100. Below this, a Vietnamese encoding set in the job gives no Vietnamese words. */
  private static final int LEAST_VIETNAMESE = 50;

  /**
   * Defaults that programs declare without knowing the encoding. They do not rule out Vietnamese
   * encodings.
   */
  private static final Set<String> SAID_BY_DEFAULT =
      Set.of("iso-8859-1", "windows-1252", "us-ascii", "x-user-defined");

  /** A file with a larger share of control characters is not text. */
  private static final double MOST_CONTROLS = 0.01;

  private static final String UTF_16_OR_32 = "(?:x-|X-)?UTF-(?:16|32).*";

  private static final String REMEDY = "set encoding in the job file, or convert the file to UTF-8";

  private record Mark(Charset charset, int... bytes) {
    boolean begins(byte[] content) {
      for (int i = 0; i < bytes.length; i++) {
        if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
          new Mark(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0x00, 0x00),
          new Mark(Charset.forName("UTF-32BE"), 0x00, 0x00, 0xFE, 0xFF),
          new Mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
          new Mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF));

  private final @Nullable Charset given;

  /** Detects the encoding of each text. */
  public TextDecoder() {
    this(null);
  }

  private TextDecoder(@Nullable Charset given) {
    this.given = given;
  }

  /**
   * Reads everything in one encoding.
   *
   * @param encoding name or alias, in any case
   * @throws IllegalArgumentException if there is no such encoding; the message suggests a similar
   *     name if possible
   */
  public static TextDecoder of(String encoding) {
    return new TextDecoder(
        Encodings.named(encoding)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'"
                            + encoding
                            + "' is not a known encoding"
                            + Encodings.nearest(encoding)
                                .map(name -> "; did you mean " + name + "?")
                                .orElse(
                                    "; known encodings include windows-1258, TCVN3, VNI, VISCII and UTF-16"))));
  }

  /**
   * Reads parts of files that were converted to UTF-8 if they were UTF-16 or UTF-32: such an
   * encoding no longer counts.
   */
  TextDecoder inUtf8() {
    return given != null && given.name().matches(UTF_16_OR_32) ? new TextDecoder() : this;
  }

  /**
   * @throws SourceException if the bytes are not text or their encoding cannot be detected; the
   *     message has the best guess
   */
  public DecodedText decode(byte[] bytes) throws SourceException {
    return decode(bytes, null);
  }

  /**
   * Like {@link #decode(byte[])}, but text that is not UTF-8 is read in the encoding that it
   * declares, if the bytes fit.
   *
   * @param declared the name of an encoding, known or not; null if none is declared
   */
  DecodedText decode(byte[] bytes, @Nullable String declared) throws SourceException {
    if (given != null) {
      return given(given, bytes);
    }
    for (Mark mark : MARKS) {
      if (mark.begins(bytes)) {
        return marked(mark, bytes);
      }
    }
    for (byte b : bytes) {
      if (b == 0) {
        return withoutMark(bytes);
      }
    }
    String text = strictly(StandardCharsets.UTF_8, bytes);
    if (text != null) {
      return checked(text, StandardCharsets.UTF_8, 100);
    }
    boolean saysUtf8 = declared != null && charset(declared) == StandardCharsets.UTF_8;
    String repaired = DamagedText.repaired(StandardCharsets.UTF_8, bytes);
    if (repaired != null && DamagedText.isUtf8(repaired, saysUtf8)) {
      return checked(repaired, StandardCharsets.UTF_8, 100);
    }
    if (declared != null && SAID_BY_DEFAULT.contains(declared.toLowerCase(Locale.ROOT))) {
      DecodedText vietnamese = VietnameseEncoding.decode(bytes);
      if (vietnamese != null) {
        return vietnamese;
      }
    }
    Charset charset = declared == null ? null : charset(declared);
    String declaredText = charset == null ? null : strictly(charset, bytes);
    return charset == null || declaredText == null
        ? guessed(bytes)
        : checked(declaredText, charset, 100);
  }

  private static DecodedText given(Charset named, byte[] bytes) throws SourceException {
    Charset charset =
        named == StandardCharsets.UTF_16 ? utf16(bytes).orElse(named) : named; // in which order
    String text = strictly(charset, bytes);
    if (text == null) {
      throw new SourceException(
          "it is not "
              + charset.name()
              + ", the encoding set in the job file: a byte does not fit; remove the key encoding to"
              + " have it detected");
    }
    int confidence =
        Encodings.VIETNAMESE.contains(charset) ? VietnameseEncoding.confidence(text) : 100;
    if (confidence < LEAST_VIETNAMESE) {
      throw new SourceException(
          "it is probably not "
              + charset.name()
              + ", the encoding set in the job file: its words are Vietnamese with a confidence of only "
              + confidence
              + " of 100");
    }
    return checked(text, charset, confidence);
  }

  /**
   * The Unicode encoding other than UTF-8 in which a file begins, by its mark or its NUL bytes;
   * empty if there is none.
   */
  static Optional<Charset> utf16(byte[] start) {
    for (Mark mark : MARKS) {
      if (mark.begins(start)) {
        String name = mark.charset().name();
        return name.equals("UTF-8")
            ? Optional.empty()
            : Optional.of(Charset.forName(name.substring(0, "UTF-16".length())));
      }
    }
    return Encodings.utf16(start);
  }

  /** Text with NUL bytes, which only UTF-16 has. */
  private static DecodedText withoutMark(byte[] bytes) throws SourceException {
    Charset charset = Encodings.utf16(bytes).orElse(null);
    String text = charset == null ? null : DamagedText.repaired(charset, bytes);
    if (charset == null || text == null) {
      throw new SourceException("it is not a text file: it contains NUL bytes");
    }
    return checked(text, charset, 100);
  }

  private static DecodedText marked(Mark mark, byte[] bytes) throws SourceException {
    byte[] content = Arrays.copyOfRange(bytes, mark.bytes().length, bytes.length);
    String text = DamagedText.repaired(mark.charset(), content);
    if (text == null) {
      throw new SourceException(
          "its byte order mark says " + mark.charset().name() + ", but its bytes are not");
    }
    return checked(text, mark.charset(), 100);
  }

  private static DecodedText guessed(byte[] bytes) throws SourceException {
    DecodedText vietnamese = VietnameseEncoding.decode(bytes);
    if (vietnamese != null) {
      return vietnamese;
    }
    CharsetMatch match = new CharsetDetector().setText(bytes).detect();
    if (match == null) {
      throw new SourceException("its encoding cannot be told; " + REMEDY);
    }
    Charset charset = charset(match.getName());
    String text = charset == null ? null : strictly(charset, bytes);
    if (charset == null || text == null || match.getConfidence() < LEAST_CONFIDENCE) {
      throw new SourceException(
          "its encoding cannot be told: the best guess is "
              + match.getName()
              + " with a confidence of "
              + match.getConfidence()
              + " of 100; "
              + REMEDY);
    }
    return checked(text, charset, match.getConfidence());
  }

  /**
   * The encoding with this name. As in browsers, ISO 8859-1 is read as windows-1252, which adds
   * curly quotation marks.
   */
  private static @Nullable Charset charset(String name) {
    return Encodings.named(name.equalsIgnoreCase("ISO-8859-1") ? "windows-1252" : name)
        .orElse(null);
  }

  private static DecodedText checked(String text, Charset charset, int confidence)
      throws SourceException {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      controls += isControl(text.charAt(i)) ? 1 : 0;
    }
    if (controls > MOST_CONTROLS * text.length()) {
      throw new SourceException(
          "it is not a text file: as "
              + charset.name()
              + " it has "
              + controls
              + " control characters");
    }
    return new DecodedText(normalized(text), charset.name(), confidence);
  }

  private static boolean isControl(int c) {
    return c < 0xA0
        && Character.getType(c) == Character.CONTROL
        && !Character.isWhitespace(c)
        && c != 0x85;
  }

  /** The form of text in which the rows count: NFC, {@code \n} line ends, no byte order mark. */
  static String normalized(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String lines = unmarked.replace("\r\n", "\n").replace('\r', '\n');
    return Normalizer.normalize(lines, Normalizer.Form.NFC);
  }

  /** The text, or null if a byte does not fit. */
  static @Nullable String strictly(Charset charset, byte[] bytes) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
