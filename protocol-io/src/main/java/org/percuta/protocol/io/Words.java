package org.percuta.protocol.io;

import java.util.Locale;
import java.util.Optional;
import org.percuta.protocol.model.Answer;

/** Yes, no and unknown as people write them. */
public final class Words {

  private Words() {}

  public static Optional<Boolean> yesOrNo(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "y" -> Optional.of(true);
      case "no", "false", "n" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  public static Optional<Answer> answer(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "unknown", "?", "don't know", "i don't know", "not known", "dont know" ->
          Optional.of(Answer.UNKNOWN);
      default -> yesOrNo(text).map(yes -> yes ? Answer.YES : Answer.NO);
    };
  }
}
