package org.percuta.protocol.validate;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Moment;
import org.percuta.protocol.model.RecoveryExpectation;
import org.percuta.protocol.model.Rule;

/** What the content says can be true, and keeps the promises Percuta makes. */
final class ContentCheck {

  private static final Pattern TELLS_TO_STOP =
      Pattern.compile(
          "(?<!not )(?<!never )(?<!n't )\\bstop (taking|using|your|it|them)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PROMISES =
      Pattern.compile(
          "\\b(guarantee[sd]?|permanently removes?|flawless|eliminates?)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Knowledge knowledge;
  private final Report report;

  ContentCheck(Knowledge knowledge, Report report) {
    this.knowledge = knowledge;
    this.report = report;
  }

  void run() {
    knowledge.settings().values().forEach(this::setting);
    knowledge.courses().forEach(this::course);
    knowledge.recovery().forEach(this::recovery);
    knowledge.rules().forEach(this::rule);
    knowledge.calendar().forEach(this::calendar);
    Set<String> planned =
        knowledge.courses().stream()
            .flatMap(c -> c.concerns().stream())
            .collect(Collectors.toSet());
    for (Concern concern : knowledge.concerns().values()) {
      if (concern.bookable() && !planned.contains(concern.id())) {
        report.error("PX-0320", concern, "id", concern.id(), "No course is planned for it.");
      }
      promise(concern, "hope", concern.id(), concern.hope());
    }
    knowledge.milestones().forEach(m -> promise(m, "text", m.id(), m.text()));
    knowledge.depths().stream()
        .filter(d -> d.low_mm() > d.high_mm())
        .forEach(d -> report.error("PX-0321", d, "low-mm", d.id(), "The range runs backwards."));
  }

  private void setting(HouseSetting setting) {
    if (setting.value() < setting.low() || setting.value() > setting.high()) {
      report.error(
          "PX-0321",
          setting,
          "value",
          setting.id(),
          setting.value() + " is outside " + setting.low() + " to " + setting.high() + ".");
    }
  }

  private void course(CourseTemplate course) {
    if (course.sessionsLow() < 1 || course.sessionsHigh() < course.sessionsLow()) {
      report.error("PX-0321", course, "sessions-low", course.id(), "The range runs backwards.");
    }
  }

  private void recovery(RecoveryExpectation expectation) {
    if (expectation.typicalTo().hours() < expectation.from().hours()
        || expectation.upperTo().hours() < expectation.typicalTo().hours()) {
      report.error(
          "PX-0321",
          expectation,
          "typical-to",
          expectation.id(),
          "from, typical-to and upper-to run backwards.");
    }
  }

  private void rule(Rule rule) {
    stop(rule, "because", rule.id(), rule.because(), isBoughtOnly(rule.when()));
    if (rule.next() != null) {
      stop(rule, "next", rule.id(), rule.next(), isBoughtOnly(rule.when()));
    }
  }

  private void calendar(CalendarItem item) {
    stop(item, "text", item.id(), item.text(), item.supply() == Condition.Supply.BOUGHT);
    Moment from = item.from().under(knowledge.settings());
    Moment to = item.to() == null ? null : item.to().under(knowledge.settings());
    if (to != null && to.isInForce() && from.isInForce() && to.hours() < from.hours()) {
      report.error("PX-0321", item, "to", item.id(), "It ends before it begins.");
    }
  }

  /** What may have been prescribed is never told to stop. */
  private void stop(Object item, String key, String subject, String text, boolean boughtOnly) {
    if (!boughtOnly && TELLS_TO_STOP.matcher(text).find()) {
      report.error(
          "PX-0330",
          item,
          key,
          subject,
          "It may tell somebody to stop a prescribed medicine.",
          "Maybe restrict it to what was bought, or say who decides?");
    }
  }

  private static boolean isBoughtOnly(Condition condition) {
    return condition instanceof Condition.Medicine medicine
        && medicine.supply() == Condition.Supply.BOUGHT;
  }

  private void promise(Object item, String key, String subject, String text) {
    if (PROMISES.matcher(text).find()) {
      report.error("PX-0331", item, key, subject, "It promises a result.");
    }
  }
}
