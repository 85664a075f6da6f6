package org.percuta.protocol.plan;

import java.util.List;
import java.util.Optional;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Topical;

/**
 * Everything planned for one goal.
 *
 * @param knowledgeVersion version of the knowledge it was planned with
 * @param knowledgeDigest SHA-256 of that knowledge, in hex
 * @param calendar entries by date, then phase, then item
 * @param quotes one a currency; empty without sessions
 * @param checklist of the first session
 * @param anaesthetics products the limits of the first session leave; empty when it has none
 * @param topicals products for the end of a session, those not offered left out
 * @param depths sourced depth windows for the goal, whatever the device
 */
public record CoursePlan(
    String knowledgeVersion,
    String knowledgeDigest,
    Course course,
    List<CalendarEntry> calendar,
    List<Quote> quotes,
    Checklist checklist,
    List<Anaesthetic> anaesthetics,
    List<Topical> topicals,
    List<DepthWindow> depths,
    ConsentContent consent,
    Page evidence,
    Page comparisons,
    Page homeUse,
    Page practitioners) {

  public Goal goal() {
    return course.goal();
  }

  /** The verdict as of the date that was asked for. */
  public Verdict verdict() {
    return course.verdict();
  }

  /** When results may show, and how long they may last. */
  public List<CalendarEntry> listResults() {
    return inPhase(Phase.RESULTS);
  }

  /** What keeps the result, from the end of healing on. */
  public List<CalendarEntry> listMaintenance() {
    return inPhase(Phase.MAINTENANCE);
  }

  /** The quote, where all prices are in one currency. */
  public Optional<Quote> findQuote() {
    return quotes.size() == 1 ? Optional.of(quotes.getFirst()) : Optional.empty();
  }

  private List<CalendarEntry> inPhase(Phase phase) {
    return calendar.stream().filter(entry -> entry.phase() == phase).toList();
  }
}
