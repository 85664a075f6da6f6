package org.percuta.clinic.dose;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.percuta.planning.CourseProjection;
import org.percuta.planning.DoseAnswer;
import org.percuta.planning.DosePlanner;
import org.percuta.planning.DoseQuestion;
import org.percuta.protocol.model.Knowledge;
import org.percuta.skin.Checked;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.healing.Ensemble;
import org.percuta.skin.healing.Projection;
import org.springframework.stereotype.Component;

/**
 * Runs the skin model; never call it within a transaction, since an ensemble takes its time. The
 * last projections are kept by their input.
 */
@Component
class SkinModel {

  /** A projection holds some 60 kB. */
  private static final int KEPT = 100;

  private final SkinParameters parameters;
  private final Map<Course, Checked<Projection>> projections =
      Collections.synchronizedMap(new Latest());

  SkinModel(SkinParameters parameters) {
    this.parameters = parameters;
  }

  /** Everything a projection depends on, the parameters apart, which are the same for ever. */
  private record Course(DoseQuestion setting, List<Long> days) {}

  private static final class Latest extends LinkedHashMap<Course, Checked<Projection>> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Course, Checked<Projection>> eldest) {
      return size() > KEPT;
    }
  }

  DosePlanner planner(Knowledge knowledge) {
    return new DosePlanner(knowledge, parameters);
  }

  SkinParameters parameters() {
    return parameters;
  }

  /** How the course heals; two who ask at once for the same may both wait for it. */
  Checked<Projection> project(DoseAnswer.Allowed setting, List<LocalDate> dates) {
    Course course =
        new Course(
            setting.asked(),
            dates.stream().map(date -> ChronoUnit.DAYS.between(dates.getFirst(), date)).toList());
    Checked<Projection> known = projections.get(course);
    if (known != null) {
      return known;
    }
    Checked<Projection> found =
        CourseProjection.of(parameters, setting, dates, Ensemble.USUAL_MEMBERS);
    projections.put(course, found);
    return found;
  }
}
