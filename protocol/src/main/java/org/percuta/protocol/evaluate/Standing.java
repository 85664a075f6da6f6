package org.percuta.protocol.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.percuta.protocol.model.FactStatement;

/**
 * How a clause stands on a date.
 *
 * @param until when a true clause ends
 * @param evidence the statements a true clause rests on
 * @param against statements that said no to the same fact and were overruled
 * @param missing what is unknown, or would sharpen a true clause
 */
record Standing(
    Truth truth,
    Until until,
    List<FactStatement> evidence,
    List<FactStatement> against,
    List<Missing> missing) {

  static final Standing FALSE =
      new Standing(Truth.FALSE, new Until.Never(), List.of(), List.of(), List.of());

  static final Standing ALWAYS =
      new Standing(Truth.TRUE, new Until.Never(), List.of(), List.of(), List.of());

  static Standing unknown(Missing missing) {
    return new Standing(Truth.UNKNOWN, new Until.Never(), List.of(), List.of(), List.of(missing));
  }

  /** All of: false wins over unknown, unknown over true; it ends when the first of them ends. */
  static Standing allOf(List<Standing> parts) {
    Truth truth = Truth.TRUE;
    Until until = new Until.Never();
    for (Standing part : parts) {
      if (part.truth == Truth.FALSE) {
        return FALSE;
      }
      if (part.truth == Truth.UNKNOWN) {
        truth = Truth.UNKNOWN;
      }
      until = Until.sooner(until, part.until);
    }
    return join(truth, until, parts);
  }

  /** Any of: true wins over unknown, unknown over false; it ends when the last of them ends. */
  static Standing anyOf(List<Standing> parts) {
    List<Standing> standing = parts.stream().filter(p -> p.truth == Truth.TRUE).toList();
    if (!standing.isEmpty()) {
      Until until = standing.getFirst().until;
      for (Standing part : standing) {
        until = Until.later(until, part.until);
      }
      return join(Truth.TRUE, until, standing);
    }
    List<Standing> open = parts.stream().filter(p -> p.truth == Truth.UNKNOWN).toList();
    return open.isEmpty() ? FALSE : join(Truth.UNKNOWN, new Until.Never(), open);
  }

  private static Standing join(Truth truth, Until until, List<Standing> parts) {
    List<FactStatement> evidence = new ArrayList<>();
    List<FactStatement> against = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (Standing part : parts) {
      evidence.addAll(part.evidence);
      against.addAll(part.against);
      missing.addAll(part.missing);
    }
    return new Standing(truth, until, evidence, against, missing);
  }
}
