package org.quotidian.quote;

import org.quotidian.model.SpeakerType;

/**
 * Whom a source stands for: the fullest name in the article, or its own words when it is unnamed.
 */
record Speaker(String canonical, SpeakerType type) {}
