package org.quotidian.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.language.PlainParagraphs;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

/**
 * Finds the structure of an article in plain text: its paragraphs, and which of them are the title,
 * captions, or boilerplate of the page. Stateless and thread-safe.
 */
public final class PlainText {

  private static final PhraseList PAGE = PagePhrases.recogniser("boilerplate");

  private static final int MOST_TITLE_WORDS = 35;
  private static final int TITLE_WITHIN = 3; // blocks from the start
  private static final int HEAD = 5; // blocks that may contain by-line and date
  private static final int TAIL = 5; // last paragraphs of the body that may be the author's name
  private static final int DATED_PARAGRAPHS = 2;

  /**
   * In Vietnamese text, one letter in six occurs in no other language. English text has almost
   * none, even with names.
   */
  private static final double VIETNAMESE_LETTERS = 0.03;

  /**
   * The paragraphs of a text and what each of them is, for training and measuring on texts that are
   * read as a job would read them.
   *
   * @param text in NFC with {@code \n} line ends, not blank
   */
  public static List<Paragraph> paragraphs(String text) {
    return new PlainText().read(text).paragraphs();
  }

  /**
   * @param text in NFC with {@code \n} line ends, not blank
   */
  ArticleText read(String text) {
    List<Block> blocks =
        PlainParagraphs.of(text).stream().map(paragraph -> Block.of(text, paragraph)).toList();
    return new Reading(text, blocks).articleText();
  }

  /** A text while it is turned into an article. */
  private static final class Reading {

    private final String text;
    private final List<Block> blocks;
    private final Section[] sections;
    private String title = "";
    private String author = "";
    private final List<Block> headLines = new ArrayList<>();

    Reading(String text, List<Block> blocks) {
      this.text = text;
      this.blocks = blocks;
      this.sections = new Section[blocks.size()];
      Arrays.fill(sections, Section.BODY);
      markCaptions();
      markPageFurniture();
      markTitle();
      markHeadLines();
      markClosingByLines();
    }

    ArticleText articleText() {
      List<Paragraph> paragraphs = new ArrayList<>();
      for (int i = 0; i < sections.length; i++) {
        paragraphs.add(new Paragraph(sections[i], blocks.get(i).start(), blocks.get(i).end()));
      }
      return new ArticleText(text, title, author, published(), paragraphs);
    }

    private void markCaptions() {
      for (int i = 0; i < sections.length; i++) {
        if (PhotoCredit.isCaption(blocks.get(i))) {
          sections[i] = Section.CAPTION;
        }
      }
    }

    private void markPageFurniture() {
      boolean[] teasers = Teasers.in(blocks);
      for (int i = 0; i < sections.length; i++) {
        boolean furniture = teasers[i] || PAGE.matches(blocks.get(i)) || isOrnament(blocks.get(i));
        if (furniture && sections[i] == Section.BODY) {
          sections[i] = Section.BOILERPLATE;
        }
      }
    }

    private static boolean isOrnament(Block block) {
      return block.text().codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private void markTitle() {
      for (int i = 0; i < Math.min(TITLE_WITHIN, sections.length); i++) {
        Block block = blocks.get(i);
        boolean passed =
            sections[i] != Section.BODY || DateLine.is(block) || ByLine.plain(block) != null;
        if (passed) {
          continue;
        }
        if (isTitle(block)) {
          sections[i] = Section.TITLE;
          title = block.text();
        }
        return;
      }
    }

    private static boolean isTitle(Block block) {
      String text = block.text();
      return block.words() <= MOST_TITLE_WORDS
          && !block.endsWithFullStop()
          && !text.endsWith(":")
          && !text.endsWith(",");
    }

    /** Marks lines above the body that name the author or the date. */
    private void markHeadLines() {
      for (int i = 0; i < Math.min(HEAD, sections.length); i++) {
        if (sections[i] != Section.BODY) {
          continue;
        }
        Block block = blocks.get(i);
        ByLine byLine = ByLine.plain(block);
        if (byLine == null && !DateLine.is(block)) {
          return;
        }
        sections[i] = Section.BOILERPLATE;
        headLines.add(block);
        name(byLine);
      }
    }

    /** Marks the author's name after the last paragraphs. Captions and teasers may follow it. */
    private void markClosingByLines() {
      int seen = 0;
      for (int i = sections.length - 1; i > 0 && seen < TAIL; i--) {
        if (sections[i] != Section.BODY) {
          continue;
        }
        seen++;
        ByLine byLine = ByLine.closing(blocks.get(i));
        if (byLine != null) {
          sections[i] = Section.BOILERPLATE;
          name(byLine);
        }
      }
    }

    private void name(@Nullable ByLine byLine) {
      if (byLine != null && author.isEmpty()) {
        author = byLine.author();
      }
    }

    private String published() {
      List<Block> body = new ArrayList<>();
      for (int i = 0; i < sections.length && body.size() < DATED_PARAGRAPHS; i++) {
        if (sections[i] == Section.BODY) {
          body.add(blocks.get(i));
        }
      }
      return DateLine.published(headLines, body, isVietnamese());
    }

    private boolean isVietnamese() {
      int letters = 0;
      int own = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        letters += Character.isLetter(c) ? 1 : 0;
        own += VietnameseEncoding.isVietnameseOnly(c) ? 1 : 0;
      }
      return own > VIETNAMESE_LETTERS * letters;
    }
  }
}
