package org.quotidian.quote;

import org.quotidian.model.SpeakerType;

/**
 * The speaker that a source refers to: the fullest name in the article, or the source's own words
 * if it is unnamed.
 */
record Speaker(String canonical, SpeakerType type) {}
