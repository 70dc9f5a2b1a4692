package org.quotidian.source;

import java.util.List;
import org.quotidian.model.Paragraph;

/** What a text tells about itself: title, author and date (each empty when unknown), paragraphs. */
record ArticleText(String title, String author, String published, List<Paragraph> paragraphs) {}
