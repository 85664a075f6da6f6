package org.percuta.clinic.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Role;

/**
 * One reason of a verdict as staff open it: what it does until when, on which facts, from where.
 *
 * @param icon name of the picture beside it
 * @param when what it does, and until when; empty for a risk that is only told
 * @param clearedBy who can lift it, in words; empty when nobody can
 */
public record ReasonCard(
    String rule,
    String icon,
    String title,
    String when,
    String because,
    @Nullable String next,
    @Nullable String limit,
    List<String> facts,
    String clearedBy,
    Trace trace) {

  /**
   * @param labels a fact's key in words
   */
  public static ReasonCard of(Reason reason, Traces traces, UnaryOperator<String> labels) {
    var limit = reason.rule().limit();
    return new ReasonCard(
        reason.rule().id(),
        icon(reason.rule().effect()),
        reason.rule().title(),
        when(reason),
        reason.because(),
        reason.rule().next(),
        limit == null ? null : limit.text(),
        reason.facts().stream().map(fact -> labelled(fact, labels)).toList(),
        roles(reason.rule().clearedBy()),
        traces.of(reason.rule()));
  }

  /** What a reason rests on, with the key it begins with in words. */
  public static String labelled(String fact, UnaryOperator<String> labels) {
    int colon = fact.indexOf(':');
    return colon < 0 ? fact : labels.apply(fact.substring(0, colon)) + fact.substring(colon);
  }

  /** For example {@code a dermatologist or an oncologist}; empty for none. */
  public static String roles(List<Role> roles) {
    return roles.stream().map(ReasonCard::role).collect(Collectors.joining(" or "));
  }

  private static String role(Role role) {
    return switch (role) {
      case PRESCRIBER -> "the doctor who prescribed it";
      case ONCOLOGIST -> "an oncologist";
      case CLINICIAN, PHYSICIAN, DERMATOLOGIST, HAEMATOLOGIST ->
          "a " + role.name().toLowerCase(Locale.ROOT);
    };
  }

  /** Name of the picture and the tone of what an effect does. */
  public static String icon(Effect effect) {
    return switch (effect) {
      case REFUSE -> "refused";
      case CLEAR -> "clearance";
      case DEFER -> "wait";
      case LIMIT -> "limits";
      case INFORM -> "info";
    };
  }

  private static String when(Reason reason) {
    if (reason.rule().effect() == Effect.INFORM) {
      return "";
    }
    String does = does(reason.rule().effect());
    if (reason.precaution()) {
      return does + ", to be safe, until it is known";
    }
    return switch (reason.until()) {
      case Until.Date(LocalDate date) -> does + ", until " + Dates.day(date);
      case Until.Resolved _ ->
          reason.rule().effect() == Effect.DEFER ? "Wait until it has settled" : does;
      case Until.Never _ -> does;
    };
  }

  static String does(Effect effect) {
    return switch (effect) {
      case REFUSE -> "Not while this is so";
      case CLEAR -> "Needs a recorded clearance";
      case DEFER -> "Wait";
      case LIMIT -> "A limit to keep to";
      case INFORM -> "A risk to tell";
    };
  }
}
