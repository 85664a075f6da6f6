package org.percuta.protocol.plan;

import java.util.List;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.ProcedureStep.Stage;

/**
 * The stage of a session that a limit changes, read from its key. A limit whose key names nothing
 * else limits the needling itself.
 */
final class LimitedStage {

  private static final String NO_NUMBING = "no-topical-anaesthetic";

  private static final List<String> NUMB = List.of("anaesthetic", "numbing", "prilocaine");
  private static final List<String> FINISH =
      List.of("vitamin-c", "topical", "tretinoin", "serum", "product", "active");

  private LimitedStage() {}

  static Stage of(Limit limit) {
    if (names(limit, NUMB)) {
      return Stage.NUMB;
    }
    return names(limit, FINISH) ? Stage.FINISH : Stage.NEEDLE;
  }

  static boolean forbidsNumbing(Limit limit) {
    return limit.key().equals(NO_NUMBING);
  }

  private static boolean names(Limit limit, List<String> words) {
    return words.stream().anyMatch(limit.key()::contains);
  }
}
