package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Reads a page that a browser saved in one file (MHTML). The first HTML part is the page. */
record MhtmlPage(HtmlPage page, TextDecoder decoder) implements Format {

  @Override
  public ArticleText read(byte[] bytes) throws SourceException {
    MimeTokenStream parts = new MimeTokenStream(MimeConfig.PERMISSIVE);
    parts.parse(new ByteArrayInputStream(bytes));
    try {
      for (EntityState state = parts.getState();
          state != EntityState.T_END_OF_STREAM;
          state = parts.next()) {
        boolean isBody = state == EntityState.T_BODY;
        if (isBody && "text/html".equals(parts.getBodyDescriptor().getMimeType())) {
          return read(parts);
        }
      }
    } catch (MimeException | IOException e) {
      throw new SourceException("it cannot be read as MHTML: " + e.getMessage(), e);
    }
    throw new SourceException("it contains no page: no part of it is text/html");
  }

  private ArticleText read(MimeTokenStream part) throws IOException, SourceException {
    String declared = part.getBodyDescriptor().getCharset();
    try (InputStream in = part.getDecodedInputStream()) {
      byte[] html = in.readAllBytes();
      // The default of mail, us-ascii, says nothing about the page.
      boolean says = declared != null && !declared.equalsIgnoreCase("us-ascii");
      return says ? page.read(decoder.decode(html, declared).text()) : page.read(html);
    }
  }
}
