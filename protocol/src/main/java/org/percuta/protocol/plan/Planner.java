package org.percuta.protocol.plan;

import java.time.LocalDate;
import java.util.List;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.SiteMap;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.model.Topical;

/**
 * The one way in to a plan. Same knowledge, record, goal, date and prices give the same plan, for
 * ever. Thread-safe.
 */
public final class Planner {

  private final Knowledge knowledge;
  private final CoursePlanner courses;
  private final Quotes quotes;
  private final SiteMap sites;

  private Planner(Knowledge knowledge, Screening screening) {
    this.knowledge = knowledge;
    this.courses = new CoursePlanner(knowledge, screening);
    this.quotes = Quotes.of(knowledge);
    this.sites = new SiteMap(knowledge.sites());
  }

  public static Planner of(Knowledge knowledge) {
    return new Planner(knowledge, new Screening(knowledge));
  }

  /**
   * Plans a course from the first permitted date on or after {@code on}.
   *
   * @param prices the clinic's price list; the sources' estimate stands where it is empty
   */
  public CoursePlan plan(PatientRecord record, Goal goal, LocalDate on, List<ClinicPrice> prices) {
    Course course = courses.plan(record, goal, on);
    Verdict first =
        course.sessions().isEmpty() ? course.verdict() : course.sessions().getFirst().verdict();
    return new CoursePlan(
        knowledge.version(),
        knowledge.digest(),
        course,
        CourseCalendar.of(knowledge, record, course),
        quotes.quote(course, prices),
        Checklist.of(knowledge, first),
        anaesthetics(first),
        knowledge.topicals().stream()
            .filter(topical -> topical.status() != Topical.Status.NOT_OFFERED)
            .toList(),
        depths(goal),
        ConsentContent.of(knowledge, record, first),
        Page.of(knowledge, Statement.Kind.EVIDENCE, goal, record),
        Page.of(knowledge, Statement.Kind.COMPARISON, goal, record),
        Page.of(knowledge, Statement.Kind.HOME_USE, goal, record),
        Page.of(knowledge, Statement.Kind.PRACTITIONER, goal, record));
  }

  private List<Anaesthetic> anaesthetics(Verdict verdict) {
    if (!verdict.outcome().isPermitted()) {
      return List.of();
    }
    return knowledge.anaesthetics().stream()
        .filter(product ->
            verdict.limits().stream().noneMatch(limit -> LimitedStage.forbids(limit, product)))
        .toList();
  }

  private List<DepthWindow> depths(Goal goal) {
    return knowledge.depths().stream()
        .filter(window -> DepthAdvice.isFor(window, goal, sites))
        .toList();
  }
}
