package org.quotidian.source;

/** Reads plain text in any encoding that can be detected. */
final class TextFile implements Format {

  private final TextDecoder decoder;
  private final PlainText plainText = new PlainText();

  TextFile(TextDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public ArticleText read(byte[] bytes) throws SourceException {
    String text = decoder.decode(bytes).text();
    if (text.isBlank()) {
      throw new SourceException("it contains no text");
    }
    return plainText.read(text);
  }
}
