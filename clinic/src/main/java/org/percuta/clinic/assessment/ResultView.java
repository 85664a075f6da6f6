package org.percuta.clinic.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.CoursePlan;
import org.percuta.protocol.plan.MoneyRange;
import org.percuta.protocol.plan.Page;
import org.percuta.protocol.plan.PlannedSession;
import org.percuta.protocol.plan.Quote;

/**
 * Everything a result page may show; each page takes its part.
 *
 * @param open what is still unknown and can change the verdict, by name with its address
 * @param hope the possible improvement, never promised
 */
record ResultView(
    ResultPart part,
    String goal,
    String asked,
    VerdictCard card,
    List<ReasonLine> reasons,
    List<Open> open,
    String hope,
    Trace hopeTrace,
    CoursePlan plan,
    Timeline timeline,
    Traces traces) {

  /** Puts together what the answers come to, for pages and for paper. */
  static ResultView of(Assessment now, Goal goal, ResultPart part) {
    CoursePlan plan = now.interview().plan(now.answers(), goal);
    Concern concern = Objects.requireNonNull(now.knowledge().concerns().get(goal.concern()));
    List<Open> open =
        Stream.concat(
                plan.verdict().missing().stream().map(Missing::fact),
                now.interview().begun(now.answers(), goal).stream())
            .distinct()
            .map(key ->
                new Open(
                    now.words().label(key), Steps.question(key), now.answers().isAnswered(key)))
            .toList();
    return new ResultView(
        part,
        now.words().goal(goal),
        Dates.day(plan.course().asked()),
        VerdictCard.of(plan.verdict(), open.size()),
        plan.verdict().reasons().stream()
            .map(reason -> ReasonLine.of(reason, now.traces()))
            .toList(),
        open,
        concern.hope(),
        now.traces().of(concern),
        plan,
        Timeline.of(plan),
        now.traces());
  }

  /** A question whose answer can still change the verdict. */
  record Open(String label, String address, boolean asked) {}

  /** A line of a list, with when and where it comes from. */
  record Line(String text, String when, Trace trace) {}

  /** Instructions around one session. */
  record Around(String title, List<Line> dos, List<Line> donts, List<Line> asks) {}

  List<ResultPart> parts() {
    return List.of(ResultPart.values());
  }

  /** What decides or limits, without what is only for the talk. */
  List<ReasonLine> deciding() {
    return reasons.stream().filter(reason -> !reason.tone().equals("info")).toList();
  }

  List<ReasonLine> forTheTalk() {
    return reasons.stream().filter(reason -> reason.tone().equals("info")).toList();
  }

  boolean hasCourse() {
    return !plan.course().sessions().isEmpty();
  }

  @Nullable String stop() {
    var stop = plan.course().stop();
    return stop == null ? null : stop.because();
  }

  List<PlannedSession> sessions() {
    return plan.course().sessions();
  }

  String day(LocalDate date) {
    return Dates.day(date);
  }

  String weekday(LocalDate date) {
    return Dates.weekday(date);
  }

  Trace trace(Sourced item) {
    return traces.of(item);
  }

  /** Preparation and aftercare of the planned sessions, in order; the first session in full. */
  List<Around> preparation() {
    return around(Phase.PREPARATION, "Before session ");
  }

  List<Around> aftercare() {
    return around(Phase.AFTERCARE, "After session ");
  }

  private List<Around> around(Phase phase, String title) {
    Map<Integer, List<CalendarEntry>> bySession =
        plan.calendar().stream()
            .filter(entry -> entry.phase() == phase)
            .collect(
                Collectors.groupingBy(
                    CalendarEntry::session, LinkedHashMap::new, Collectors.toList()));
    List<Around> around = new ArrayList<>();
    bySession.forEach((session, entries) ->
        around.add(
            new Around(
                title + session + ", " + sessionDay(session),
                lines(entries, Kind.DO),
                lines(entries, Kind.DONT),
                lines(entries, Kind.ASK))));
    return around;
  }

  private String sessionDay(int number) {
    return sessions().stream()
        .filter(session -> session.number() == number)
        .map(session -> Dates.day(session.date()))
        .findFirst()
        .orElse("");
  }

  private List<Line> lines(List<CalendarEntry> entries, Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).map(this::line).toList();
  }

  private Line line(CalendarEntry entry) {
    String when = Dates.span(entry.date(), entry.to());
    return new Line(
        entry.text(),
        capital(when) + (entry.untilHealed() ? ", and until the skin is calm and closed" : ""),
        traces.of(entry));
  }

  /** How the skin usually heals after the first session. */
  List<Line> healing() {
    return recovery().filter(entry -> entry.kind() != Kind.ASK).map(this::line).toList();
  }

  /** When to tell or call the clinic after it, which is no part of what is expected. */
  List<Line> toTell() {
    return recovery().filter(entry -> entry.kind() == Kind.ASK).map(this::line).toList();
  }

  private Stream<CalendarEntry> recovery() {
    return plan.calendar().stream()
        .filter(entry -> entry.phase() == Phase.RECOVERY && entry.session() == 1);
  }

  /** Whether a question is open that was not asked yet, so that going on leads to one. */
  boolean canGoOn() {
    return open.stream().anyMatch(one -> !one.asked());
  }

  List<Line> results() {
    return plan.listResults().stream().map(this::line).toList();
  }

  List<Line> maintenance() {
    return plan.listMaintenance().stream().map(this::line).toList();
  }

  List<Quote> quotes() {
    return plan.quotes();
  }

  String money(MoneyRange range) {
    String low = range.low().stripTrailingZeros().toPlainString();
    String high = range.high().stripTrailingZeros().toPlainString();
    return low.equals(high)
        ? low + " " + range.currency()
        : low + " to " + high + " " + range.currency();
  }

  String money(double low, double high, String currency) {
    return low == high
        ? (long) low + " " + currency
        : (long) low + " to " + (long) high + " " + currency;
  }

  String topic(String topic) {
    return switch (topic) {
      case "radiofrequency-needling" -> "Needling with radiofrequency (RF)";
      case "peel-and-surgery" -> "Peels and surgery";
      case "home-roller" -> "A roller at home";
      case "roller" -> "Pen or roller in the clinic";
      default -> capital(topic.replace('-', ' '));
    };
  }

  /** Statements of a page by topic; risk always comes first. */
  Map<String, List<Statement>> topics(Page page) {
    Map<String, List<Statement>> ordered = new LinkedHashMap<>();
    List<Statement> risk = page.topics().get("risk");
    if (risk != null) {
      ordered.put("risk", risk);
    }
    page.topics().forEach(ordered::putIfAbsent);
    return ordered;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
