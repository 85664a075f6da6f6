package org.percuta.skin.healing;

import java.util.ArrayList;
import java.util.List;
import org.percuta.skin.Checked;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.dosimetry.Dose;

/**
 * Sessions in order, and who heals.
 *
 * @param days how long to follow, from the start
 */
public record HealingCourse(HealingPerson person, List<HealingSession> sessions, int days) {

  /** Eighteen months. */
  public static final int USUAL_DAYS = 548;

  private static final int MOST_DAYS = 3_653;
  private static final int MOST_SESSIONS = 60;

  public HealingCourse {
    sessions = List.copyOf(sessions);
  }

  /** Equal sessions at a fixed interval, followed for eighteen months or 12 past the last. */
  public static Checked<HealingCourse> of(
      HealingPerson person, Dose dose, int sessions, double intervalDays) {
    List<SkinFinding> findings = new ArrayList<>();
    if (sessions < 0 || sessions > MOST_SESSIONS) {
      findings.add(SkinFinding.outside("sessions", sessions, "sessions", 0, MOST_SESSIONS, null));
    }
    if (!(intervalDays >= 1 && intervalDays <= 365)) {
      findings.add(
          SkinFinding.outside("interval", intervalDays, "days", 1, 365, "Maybe weeks were meant?"));
    }
    if (!findings.isEmpty()) {
      return new Checked.Invalid<>(findings);
    }
    List<HealingSession> list = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      list.add(HealingSession.of(dose, i * intervalDays));
    }
    int days = Math.max(USUAL_DAYS, (int) Math.ceil((sessions - 1) * intervalDays) + 366);
    return check(new HealingCourse(person, list, Math.min(days, MOST_DAYS)));
  }

  /** The course when it is possible. */
  public static Checked<HealingCourse> check(HealingCourse course) {
    List<SkinFinding> findings = new ArrayList<>();
    HealingPerson person = course.person();
    if (!(person.age() >= 16 && person.age() <= 110)) {
      findings.add(SkinFinding.outside("age", person.age(), "years", 16, 110, null));
    }
    if (person.phototype() < 1 || person.phototype() > 6) {
      findings.add(
          SkinFinding.outside("phototype", person.phototype(), "(Fitzpatrick)", 1, 6, null));
    }
    if (course.days() < 1 || course.days() > MOST_DAYS) {
      findings.add(SkinFinding.outside("days", course.days(), "days", 1, MOST_DAYS, null));
    }
    double before = 0;
    for (HealingSession session : course.sessions()) {
      if (!(session.day() >= before && session.day() <= course.days())) {
        findings.add(
            SkinFinding.outside(
                "session day",
                session.day(),
                "days",
                before,
                course.days(),
                "Maybe the sessions are not in order?"));
      } else {
        before = session.day();
      }
      share(findings, "wounded fraction", session.woundedFraction());
      share(findings, "opened share", session.openedShare());
      if (!(session.depth_mm() >= 0 && session.depth_mm() <= 10)) {
        findings.add(SkinFinding.outside("depth", session.depth_mm(), "mm", 0, 10, null));
      }
    }
    return Checked.of(course, findings);
  }

  private static void share(List<SkinFinding> findings, String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      findings.add(SkinFinding.outside(what, value, "of 1", 0, 1, null));
    }
  }
}
