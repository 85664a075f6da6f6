package org.percuta.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.Cleared;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Rule;

/** A verdict as a person reads it at a terminal: the date first, then why, then what to ask. */
final class VerdictText {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final int WIDTH = 96;
  private static final int MOST_QUESTIONS = 8;

  private final Knowledge knowledge;

  VerdictText(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  String screening(PersonOptions.Person person, List<Verdict> verdicts) {
    StringBuilder text = new StringBuilder();
    String who = person.record().patient().id();
    text.append(who == null ? "" : who + ", ").append("as of ").append(DATE.format(person.on()));
    text.append(" (knowledge ").append(knowledge.version()).append(")\n");
    person
        .records()
        .forEach((file, counts) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%s: %d resources, %d with a meaning here; what it does not say stays unknown%n",
                    file,
                    counts.resources(),
                    counts.used())));
    verdicts.forEach(verdict -> append(text, verdict));
    text.append("\nDecision support for professionals; not a diagnosis.\n");
    return text.toString();
  }

  void append(StringBuilder text, Verdict verdict) {
    text.append('\n').append(goal(verdict.goal())).append('\n');
    text.append("  ").append(headline(verdict)).append('\n');
    for (Reason reason : verdict.reasons()) {
      if (reason.rule().effect() != Effect.INFORM) {
        append(text, reason);
      }
    }
    for (Cleared cleared : verdict.cleared()) {
      var clearance = cleared.clearance();
      text.append("\n  ✓ ").append(cleared.rule().title()).append(": cleared by ");
      text.append(clearance.by()).append(" on ").append(DATE.format(clearance.on()));
      text.append(", until ").append(DATE.format(clearance.expires())).append('\n');
      wrap(text, "    ", clearance.reason());
    }
    List<Reason> inform =
        verdict.reasons().stream().filter(r -> r.rule().effect() == Effect.INFORM).toList();
    if (!inform.isEmpty()) {
      text.append('\n');
      String titles = String.join("; ", inform.stream().map(r -> r.rule().title()).toList());
      wrap(text, "  ", "For the consent talk: " + titles);
    }
    appendMissing(text, verdict);
  }

  String goal(Goal goal) {
    var concern = knowledge.concerns().get(goal.concern());
    var site = knowledge.sites().get(goal.site());
    return (concern == null ? goal.concern() : concern.label())
        + " · "
        + (site == null ? goal.site() : site.label());
  }

  private static String headline(Verdict verdict) {
    String from = verdict.from() == null ? null : DATE.format(verdict.from());
    return switch (verdict.outcome()) {
      case PERMITTED -> "● Permitted from " + from;
      case PERMITTED_WITH_LIMITS -> "◐ Permitted from " + from + ", within limits";
      case CANNOT_TELL -> "? Cannot tell yet: answers are missing" + then(from);
      case DEFERRED -> "◷ " + deferred(verdict, from);
      case NEEDS_CLEARANCE -> "✋ Needs a clinician's clearance first" + then(from);
      case REFUSED -> "✕ Refused" + then(from);
    };
  }

  private static String deferred(Verdict verdict, @Nullable String from) {
    if (from != null) {
      return "Permitted from " + from + ", not before";
    }
    LocalDate notBefore = verdict.notBefore();
    return notBefore == null
        ? "Not yet: until what is named below is resolved"
        : "Not before "
            + DATE.format(notBefore)
            + ", and only once the questions below are answered";
  }

  private static String then(@Nullable String from) {
    return from == null ? "" : "; on these facts permitted from " + from;
  }

  private void append(StringBuilder text, Reason reason) {
    Rule rule = reason.rule();
    text.append("\n  ").append(sign(rule.effect())).append(' ').append(rule.title());
    text.append(until(reason)).append('\n');
    wrap(text, "    ", reason.because());
    if (rule.limit() != null) {
      wrap(text, "    ", "Limit: " + rule.limit().text());
    }
    if (rule.next() != null) {
      wrap(text, "    ", "Next: " + rule.next());
    }
    reason.facts().forEach(fact -> wrap(text, "    ", "· " + fact));
    wrap(text, "    ", source(rule));
    Conflict conflict = rule.conflict() == null ? null : knowledge.conflicts().get(rule.conflict());
    if (conflict != null) {
      wrap(
          text,
          "    ",
          "Sources differ (" + conflict.id() + " " + conflict.title() + "): " + sides(conflict));
    }
  }

  private String source(Rule rule) {
    String grade = rule.grade() == Grade.H ? "clinic setting" : "grade " + rule.grade();
    return "Source: "
        + String.join(", ", VerdictJson.sources(knowledge, rule))
        + " ("
        + grade
        + ")";
  }

  private static String sides(Conflict conflict) {
    return String.join(" / ", conflict.sides().stream().map(Conflict.Side::says).toList());
  }

  private static String until(Reason reason) {
    if (reason.precaution()) {
      return " (as a precaution, until answered)";
    }
    return switch (reason.until()) {
      case Until.Date(LocalDate date) -> ", until " + DATE.format(date);
      case Until.Resolved resolved -> ", until resolved";
      case Until.Never never -> "";
    };
  }

  private static String sign(Effect effect) {
    return switch (effect) {
      case REFUSE -> "✕";
      case CLEAR -> "✋";
      case DEFER -> "◷";
      case LIMIT -> "◐";
      case INFORM -> "i";
    };
  }

  private static void appendMissing(StringBuilder text, Verdict verdict) {
    if (verdict.missing().isEmpty()) {
      return;
    }
    text.append("\n  Still to ask (").append(verdict.missing().size()).append("):\n");
    verdict.missing().stream()
        .limit(MOST_QUESTIONS)
        .forEach(m -> wrap(text, "    ", "· " + m.question() + " [" + m.fact() + "]"));
    int more = verdict.missing().size() - MOST_QUESTIONS;
    if (more > 0) {
      text.append("    … and ").append(more).append(" more; percuta ask asks them one by one.\n");
    }
  }

  static void wrap(StringBuilder text, String indent, String words) {
    int width = WIDTH - indent.length();
    StringBuilder line = new StringBuilder();
    for (String word : words.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        text.append(indent).append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    text.append(indent).append(line).append('\n');
  }
}
