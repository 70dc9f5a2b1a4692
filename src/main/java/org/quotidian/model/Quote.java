package org.quotidian.model;

import org.jspecify.annotations.Nullable;

/**
 * A quotation and its speaker.
 *
 * @param sentence index of the sentence in which it begins
 * @param span the words said, without outer quotation marks
 * @param verbatim the parts given word for word, joined by {@code … }: all of a direct quote, the
 *     parts of a mixed one in quotation marks, empty for an indirect one
 * @param speaker the nearest expression that refers to the speaker ({@code ông Stoltenberg}, {@code
 *     she}); null when unknown
 * @param canonicalSpeaker the fullest name of the speaker in the article, or the description of an
 *     unnamed one; empty when unknown
 * @param speakerType null when the speaker is unknown
 * @param cue the reporting words; null when there are none
 * @param via the medium that relays the words ({@code AP} in <i>Theo hãng tin AP, ông X nói</i>);
 *     else empty
 * @param confidence 0 to 1: how likely it is that span and speaker are right
 */
public record Quote(
    QuoteType type,
    int sentence,
    Span span,
    String verbatim,
    @Nullable Span speaker,
    String canonicalSpeaker,
    @Nullable SpeakerType speakerType,
    @Nullable Span cue,
    String via,
    double confidence) {}
