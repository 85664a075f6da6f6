package org.percuta.clinic.dose;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percuta.planning.DoseQuestion;
import org.percuta.planning.SkinPerson;
import org.percuta.protocol.model.Goal;

/**
 * The setting with which the healing of a course is drawn. It is no order to treat with it.
 *
 * @param number counts what was kept for this course; 0 when nothing was
 * @param speed_cm_s absent takes the usual one
 * @param area_cm2 absent takes the place's usual one
 */
record KeptSetting(
    int number,
    String site,
    String device,
    double depth_mm,
    int passes,
    @Nullable Double speed_cm_s,
    @Nullable Double area_cm2,
    String by) {

  DoseQuestion question(String concern, SkinPerson person) {
    return new DoseQuestion(
        Goal.inClinic(concern, site),
        device,
        person,
        depth_mm,
        passes,
        optional(speed_cm_s),
        optional(area_cm2));
  }

  static KeptSetting of(DoseQuestion setting, int number, String by) {
    return new KeptSetting(
        number,
        setting.goal().site(),
        setting.device(),
        setting.depth_mm(),
        setting.passes(),
        nullable(setting.speed_cm_s()),
        nullable(setting.area_cm2()),
        by);
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static @Nullable Double nullable(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }
}
