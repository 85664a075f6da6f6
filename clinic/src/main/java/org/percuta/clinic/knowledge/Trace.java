package org.percuta.clinic.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Grade;

/**
 * Where a statement comes from, ready to show.
 *
 * @param lines the article claims and then the literature it rests on
 * @param disagreement the sources that differ on it, both sides kept; absent when they do not
 */
public record Trace(Grade grade, List<Line> lines, @Nullable Disagreement disagreement) {

  /**
   * One claim or literature fact, in our words.
   *
   * @param source title of the article or publication
   * @param address of our page about it
   */
  public record Line(String id, String words, String source, Grade grade, String address) {}

  /**
   * Sources that differ.
   *
   * @param reading what Percuta does about it
   */
  public record Disagreement(String id, String title, List<Side> sides, String reading) {}

  /** One side and who takes it. */
  public record Side(String says, List<Line> lines) {}

  /** How far it can be relied on, in words. */
  public String strength() {
    return strength(grade);
  }

  /** How far something of this grade can be relied on, in words. */
  public static String strength(Grade grade) {
    return switch (grade) {
      case A -> "Strong source: a regulation, a label or a peer-reviewed study";
      case B -> "Good source: a second-hand copy of one";
      case C -> "Weaker source: an article, not a study";
      case H -> "Clinic setting: no source gives it, so a clinician has to approve it";
    };
  }

  /** What the expander says before it is opened. */
  public String summary() {
    if (disagreement != null) {
      return "Sources differ: see both sides";
    }
    return lines.isEmpty()
        ? "Clinic setting"
        : lines.size() == 1 ? "From 1 source" : "From " + lines.size() + " sources";
  }
}
