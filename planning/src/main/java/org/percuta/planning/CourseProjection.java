package org.percuta.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.percuta.skin.Checked;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.Spread;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.healing.Band;
import org.percuta.skin.healing.Ensemble;
import org.percuta.skin.healing.HealingCourse;
import org.percuta.skin.healing.HealingSession;
import org.percuta.skin.healing.Projection;

/** How the skin heals over dated sessions of one allowed setting, by the model. */
public final class CourseProjection {

  private static final long SEED = 20260101;
  private static final int DAYS_AFTER_LAST = 366;

  private CourseProjection() {}

  /**
   * The course with its bands. Where something about the person is not known, the bands hold those
   * of both ends of its range, so they are wider than 50 and 90 %.
   *
   * @param dates of the sessions, in order; none is possible and gives skin at rest
   * @param members runs for each person the range stands for
   */
  public static Checked<Projection> of(
      SkinParameters parameters, DoseAnswer.Allowed setting, List<LocalDate> dates, int members) {
    List<SkinPerson.One> people = setting.asked().person().list();
    List<Projection> projections = new ArrayList<>();
    Ensemble ensemble = new Ensemble(parameters);
    for (int i = 0; i < people.size(); i++) {
      Dose dose = setting.dose().all().get(i);
      switch (course(people.get(i), dose, dates)) {
        case Checked.Valid<HealingCourse>(HealingCourse course) ->
            projections.add(ensemble.project(course, dose, members, SEED));
        case Checked.Invalid<HealingCourse>(List<SkinFinding> findings) -> {
          return new Checked.Invalid<>(findings);
        }
      }
    }
    return new Checked.Valid<>(
        projections.size() == 1 ? projections.getFirst() : widest(projections));
  }

  private static Checked<HealingCourse> course(
      SkinPerson.One person, Dose dose, List<LocalDate> dates) {
    List<HealingSession> sessions = new ArrayList<>();
    for (LocalDate date : dates) {
      sessions.add(HealingSession.of(dose, ChronoUnit.DAYS.between(dates.getFirst(), date)));
    }
    double last = sessions.isEmpty() ? 0 : sessions.getLast().day();
    int days = Math.max(HealingCourse.USUAL_DAYS, (int) last + DAYS_AFTER_LAST);
    return HealingCourse.check(new HealingCourse(person.healing(), sessions, days));
  }

  private static Projection widest(List<Projection> all) {
    Projection best = all.getFirst();
    return new Projection(
        best.course(),
        best.best(),
        widest(all, Projection::redness),
        widest(all, Projection::barrier),
        widest(all, Projection::collagen),
        times(all, Projection::rednessGone_h),
        times(all, Projection::barrierBack_h),
        all.stream().mapToInt(Projection::members).sum());
  }

  private static Band widest(List<Projection> all, Function<Projection, Band> which) {
    Band first = which.apply(all.getFirst());
    double[] p05 = first.p05().clone();
    double[] p25 = first.p25().clone();
    double[] p75 = first.p75().clone();
    double[] p95 = first.p95().clone();
    for (Projection one : all) {
      Band band = which.apply(one);
      for (int t = 0; t < p05.length; t++) {
        p05[t] = Math.min(p05[t], band.p05()[t]);
        p25[t] = Math.min(p25[t], band.p25()[t]);
        p75[t] = Math.max(p75[t], band.p75()[t]);
        p95[t] = Math.max(p95[t], band.p95()[t]);
      }
    }
    return new Band(p05, p25, first.median(), p75, p95);
  }

  private static Spread times(List<Projection> all, Function<Projection, Spread> which) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Projection one : all) {
      low = Math.min(low, which.apply(one).p05());
      high = Math.max(high, which.apply(one).p95());
    }
    return new Spread(which.apply(all.getFirst()).mean(), low, high);
  }
}
