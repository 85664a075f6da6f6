package org.percuta.protocol.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;

/**
 * The rules of numbing time (conflict C14): not checked before the earliest check, usual between
 * two times, never past the longest time of the clinic or of the product label, whichever is
 * shorter. Longer is not safer.
 *
 * @param earliestCheck first check
 * @param usualFrom when it is usually numb; not before the label's shortest contact time
 * @param usualTo when it has usually been numb for a while; never before {@code usualFrom}
 * @param longest when it comes off, numb or not
 * @param findings what does not fit, for example a label that asks for longer than the clinic
 *     allows
 */
public record NumbingTimer(
    Anaesthetic anaesthetic,
    Duration earliestCheck,
    Duration usualFrom,
    Duration usualTo,
    Duration longest,
    List<Finding> findings) {

  /** Where the time on the skin stands. */
  public enum State {
    /** Nobody checks yet. */
    WAIT,
    /** May be checked; it is early. */
    CHECK,
    /** Usually numb by now. */
    USUAL,
    /** It is taking longer than it usually does. */
    LATE,
    /** The longest time is reached: it comes off. */
    REMOVE
  }

  /**
   * What to do now.
   *
   * @param message as the operator reads it
   * @param next time on the skin at which the state changes; absent after the last change
   */
  public record Reading(State state, String message, @Nullable Duration next) {}

  /**
   * The timer of a product.
   *
   * @throws IllegalArgumentException when a numbing setting does not exist; checked knowledge has
   *     them
   */
  public static NumbingTimer of(Knowledge knowledge, Anaesthetic anaesthetic) {
    Duration clinicMax = setting(knowledge, "numbing-max");
    Duration labelMax = Duration.ofMinutes(anaesthetic.maxMinutes());
    Duration labelMin = Duration.ofMinutes(anaesthetic.minMinutes());
    Duration longest = shorter(clinicMax, labelMax);
    Duration usual = longer(setting(knowledge, "numbing-normal-from"), labelMin);
    List<Finding> findings = new ArrayList<>();
    if (labelMin.compareTo(longest) > 0) {
      findings.add(
          Finding.warning(
              "PX-0511",
              anaesthetic.label()
                  + " needs "
                  + labelMin.toMinutes()
                  + " min by its label, and numbing stops at "
                  + longest.toMinutes()
                  + " min.",
              anaesthetic.id(),
              Place.of("numbing"),
              "Maybe choose a product that works within " + longest.toMinutes() + " min?"));
    }
    return new NumbingTimer(
        anaesthetic,
        shorter(setting(knowledge, "numbing-earliest-check"), longest),
        shorter(usual, longest),
        shorter(longer(setting(knowledge, "numbing-normal-to"), usual), longest),
        longest,
        List.copyOf(findings));
  }

  /**
   * What to do after a time on the skin.
   *
   * @throws IllegalArgumentException when the time is negative
   */
  public Reading at(Duration onSkin) {
    if (onSkin.isNegative()) {
      throw new IllegalArgumentException(
          "The cream has been on for " + onSkin.toMinutes() + " min. Maybe the start is wrong?");
    }
    if (onSkin.compareTo(longest) >= 0) {
      return new Reading(
          State.REMOVE,
          "Take it off completely now: "
              + longest.toMinutes()
              + " min is the longest. Longer is not"
              + " safer. Needle only where it is numb.",
          null);
    }
    if (onSkin.compareTo(usualTo) >= 0) {
      return new Reading(
          State.LATE,
          "Longer than the usual "
              + usualTo.toMinutes()
              + " min. Check now; it comes off at "
              + longest.toMinutes()
              + " min, numb or not.",
          longest);
    }
    if (onSkin.compareTo(usualFrom) >= 0) {
      return new Reading(
          State.USUAL,
          "Usually numb by now. Check, take it off completely, then start only once it is numb.",
          usualTo);
    }
    if (onSkin.compareTo(earliestCheck) >= 0) {
      return new Reading(
          State.CHECK,
          "First check. If it is numb, take it off completely and start; else leave it until "
              + usualFrom.toMinutes()
              + " min.",
          usualFrom);
    }
    return new Reading(
        State.WAIT,
        "Leave it on. The first check is at " + earliestCheck.toMinutes() + " min.",
        earliestCheck);
  }

  private static Duration setting(Knowledge knowledge, String id) {
    HouseSetting setting = knowledge.settings().get(id);
    if (setting == null) {
      throw new IllegalArgumentException("There is no setting '" + id + "'.");
    }
    return Duration.ofSeconds(Math.round(setting.value() * 60));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
