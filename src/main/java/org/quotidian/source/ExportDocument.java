package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;

/** The lines of a Word or RTF file into which a news archive may have written many articles. */
final class ExportDocument {

  /** Ends of lines in the XML of Word files, and all its tags. */
  private static final Pattern LINE_END = Pattern.compile("</w:p>|<w:(?:br|cr)\\b[^>]*+>");

  private static final Pattern TAG = Pattern.compile("<[^>]*+>");

  private final Limits limits;
  private final OfficeDocument word;
  private final OfficeDocument rtf;

  ExportDocument(Limits limits) {
    this.limits = limits;
    // The text of many articles may be as long as the file.
    Limits whole = new Limits(limits.fileBytes(), (int) Math.min(1 << 28, limits.fileBytes()));
    this.word = new OfficeDocument(new OOXMLParser(), whole);
    this.rtf = new OfficeDocument(new RTFParser(), whole);
  }

  static boolean isWord(byte[] bytes) {
    return begins(bytes, "PK\3\4");
  }

  static boolean isRtf(byte[] bytes) {
    return begins(bytes, "{\\rtf");
  }

  private static boolean begins(byte[] bytes, String start) {
    return new String(bytes, 0, Math.min(bytes.length, start.length()), StandardCharsets.ISO_8859_1)
        .equals(start);
  }

  /**
   * The main text of a Word file, roughly: without Tika, which takes longer, because every Word
   * file is asked whether it is an export.
   */
  String text(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          String xml = new String(zip.readNBytes(limits.mostBytes()), StandardCharsets.UTF_8);
          String lines = LINE_END.matcher(xml.replace('\u00A0', ' ')).replaceAll("\n");
          return TAG.matcher(lines).replaceAll("");
        }
      }
      return "";
    }
  }

  /** The lines as Tika reads them, with a blank one behind each paragraph. */
  List<String> lines(byte[] bytes) throws SourceException {
    List<String> lines = new ArrayList<>();
    for (HtmlParagraphs.HtmlParagraph p : (isWord(bytes) ? word : rtf).paragraphs(bytes)) {
      lines.addAll(NewsExport.lines(p.text()));
      lines.add("");
    }
    return lines;
  }
}
