package org.quotidian.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Makes text safe inside {@code <script>} and {@code <style>}, where HTML has no escapes. */
final class Script {

  /** Writes JSON that cannot end its element: {@code <}, {@code >} and {@code &} are escaped. */
  static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().characterEscapes(new HtmlSafe()).build()).build();

  private Script() {}

  /**
   * The Content Security Policy (W3C CSP Level 3) of a page with these scripts and this style: it
   * allows their hashes and nothing else.
   */
  static String policy(List<String> scripts, String css) {
    return "script-src "
        + scripts.stream().map(Script::hash).collect(Collectors.joining(" "))
        + "; style-src "
        + hash(css);
  }

  /**
   * @throws IllegalArgumentException if the code would end the element that contains it
   */
  static String inline(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    if (lower.contains("</script") || lower.contains("<!--") || lower.contains("</style")) {
      throw new IllegalArgumentException("code that cannot be embedded in a page");
    }
    return code;
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static final class HtmlSafe extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

    HtmlSafe() {
      for (char c : "<>&".toCharArray()) {
        escapes[c] = CharacterEscapes.ESCAPE_STANDARD;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes;
    }

    @Override
    public tools.jackson.core.@org.jspecify.annotations.Nullable SerializableString
        getEscapeSequence(int c) {
      return null;
    }
  }
}
