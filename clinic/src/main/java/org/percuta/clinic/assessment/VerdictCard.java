package org.percuta.clinic.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Role;

/**
 * The verdict as it is read: its date before anything else.
 *
 * @param tone colour and icon
 * @param word the state in a word or two
 * @param lead what it means and what to do next, a paragraph each
 */
record VerdictCard(String tone, String word, String headline, List<String> lead) {

  static VerdictCard of(Verdict verdict, int open) {
    return new VerdictCard(
        tone(verdict.outcome()), word(verdict.outcome()), headline(verdict), lead(verdict, open));
  }

  static String tone(Outcome outcome) {
    return switch (outcome) {
      case PERMITTED -> "permitted";
      case PERMITTED_WITH_LIMITS -> "limits";
      case DEFERRED -> "wait";
      case CANNOT_TELL -> "unknown";
      case NEEDS_CLEARANCE -> "clearance";
      case REFUSED -> "refused";
    };
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case PERMITTED -> "Permitted";
      case PERMITTED_WITH_LIMITS -> "Permitted within limits";
      case DEFERRED -> "Wait";
      case CANNOT_TELL -> "Cannot tell yet";
      case NEEDS_CLEARANCE -> "A clinician decides first";
      case REFUSED -> "Not while this is so";
    };
  }

  private static String headline(Verdict verdict) {
    LocalDate from = verdict.from();
    LocalDate notBefore = verdict.notBefore();
    if (from != null) {
      return from.equals(verdict.on())
          ? "Permitted from today, " + unbroken(from)
          : "Permitted from " + unbroken(from);
    }
    String earliest =
        notBefore != null && notBefore.isAfter(verdict.on())
            ? "Not before " + unbroken(notBefore)
            : "";
    return switch (verdict.outcome()) {
      case CANNOT_TELL -> earliest.isEmpty() ? "No date yet: some answers are open" : earliest;
      case NEEDS_CLEARANCE ->
          earliest.isEmpty() ? "No date yet: " + clearers(verdict) + " has to agree" : earliest;
      case DEFERRED -> earliest.isEmpty() ? "No date yet: it has to settle first" : earliest;
      case REFUSED -> "No date: not while this is so";
      case PERMITTED, PERMITTED_WITH_LIMITS -> "Permitted";
    };
  }

  private static String unbroken(LocalDate date) {
    return Dates.day(date).replace(' ', '\u00a0');
  }

  private static List<String> lead(Verdict verdict, int open) {
    List<String> lead = new ArrayList<>();
    lead.add(
        switch (verdict.outcome()) {
          case PERMITTED ->
              "Nothing you told us stands against it. A clinician still looks at your skin first.";
          case PERMITTED_WITH_LIMITS -> "It can be done, with care about the points below.";
          case DEFERRED ->
              verdict.from() == null
                  ? "What stands against it has to end or heal first. When it has, answer again."
                  : "Something you told us needs time first. From that date nothing you told us stands against it.";
          case CANNOT_TELL ->
              "An open answer could still mean that you should wait, or not be treated.";
          case NEEDS_CLEARANCE ->
              "Ask " + clearers(verdict) + ". The clinic writes down who agreed, when and why.";
          case REFUSED ->
              "On what you told us it should not be done. Nobody at the clinic can set this aside.";
        });
    if (open > 0 && verdict.outcome() != Outcome.REFUSED) {
      lead.add(
          open == 1
              ? "One open answer can still change this."
              : open + " open answers can still change this.");
    }
    return lead;
  }

  private static String clearers(Verdict verdict) {
    List<Role> roles =
        verdict.reasons().stream()
            .map(Reason::rule)
            .filter(rule -> rule.effect() == Effect.CLEAR)
            .flatMap(rule -> rule.clearedBy().stream())
            .distinct()
            .toList();
    return roles.isEmpty()
        ? "a clinician"
        : roles.stream().map(VerdictCard::role).collect(Collectors.joining(" or "));
  }

  private static String role(Role role) {
    return switch (role) {
      case PRESCRIBER -> "the doctor who prescribed it";
      case PHYSICIAN -> "your doctor";
      case ONCOLOGIST -> "an oncologist";
      case CLINICIAN, DERMATOLOGIST, HAEMATOLOGIST -> "a " + role.name().toLowerCase(Locale.ROOT);
    };
  }
}
