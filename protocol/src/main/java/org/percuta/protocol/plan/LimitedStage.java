package org.percuta.protocol.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.ProcedureStep.Stage;

/**
 * The stage of a session that a limit changes, read from the words of its key. A limit whose key
 * names no stage is for the whole session: it stands on the checklist and at no step.
 */
final class LimitedStage {

  private static final String NO_NUMBING = "no-topical-anaesthetic";
  private static final String WITHOUT = "no-";

  private static final List<String> NUMB = List.of("anaesthetic", "numbing", "prilocaine");
  private static final List<String> FINISH =
      List.of("vitamin-c", "topical", "tretinoin", "serum", "product", "active");
  private static final List<String> NEEDLE =
      List.of("depth", "deep", "shallow", "pass", "zone", "leave-out", "direction", "device");

  private LimitedStage() {}

  static Optional<Stage> find(Limit limit) {
    if (names(limit, NUMB)) {
      return Optional.of(Stage.NUMB);
    }
    if (names(limit, FINISH)) {
      return Optional.of(Stage.FINISH);
    }
    return names(limit, NEEDLE) ? Optional.of(Stage.NEEDLE) : Optional.empty();
  }

  /** Whether it leaves out numbing cream altogether. */
  static boolean forbidsNumbing(Limit limit) {
    return limit.key().equals(NO_NUMBING);
  }

  /** Whether it leaves out this product, as {@code no-prilocaine} does what holds prilocaine. */
  static boolean forbids(Limit limit, Anaesthetic anaesthetic) {
    return forbidsNumbing(limit)
        || (limit.key().startsWith(WITHOUT)
            && anaesthetic
                .strength()
                .toLowerCase(Locale.ROOT)
                .contains(limit.key().substring(WITHOUT.length())));
  }

  private static boolean names(Limit limit, List<String> words) {
    return words.stream().anyMatch(limit.key()::contains);
  }
}
