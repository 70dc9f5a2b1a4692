package org.quotidian.model;

/**
 * A part of an article's text that a reader sees as one block, without the line ends around it.
 * Offsets are UTF-16 units of {@link Article#text()}. Paragraphs are in text order and do not
 * overlap.
 */
public record Paragraph(Section section, int start, int end) {}
