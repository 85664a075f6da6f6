package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of an article, in our words.
 *
 * @param value as the article gives it: {@code 3..5}, {@code ..7}, {@code few}; never computed with
 * @param use the kinds of item that carry it out, checked against what refers to it
 */
public record Claim(
    String id,
    String source,
    String topic,
    String subject,
    String statement,
    @Nullable String value,
    @Nullable String unit,
    Modality modality,
    @Meaning("Kinds of knowledge item that carry the claim out; empty when not modelled.")
        List<String> use) {

  /** How strongly the article says it. */
  public enum Modality {
    FACT,
    MAY,
    SHOULD,
    SHOULD_NOT,
    MUST
  }
}
