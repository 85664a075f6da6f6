package org.percuta.planning;

import java.util.OptionalDouble;
import org.percuta.protocol.model.Goal;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.Pressure;

/**
 * A setting that is asked about, unchecked.
 *
 * @param goal what is treated and where; its site is the place of the skin
 * @param device id of a device of the skin model, such as {@code pen-14}
 * @param depth_mm setting of the device, or length of its needles
 * @param speed_cm_s hand speed; absent takes the usual one
 * @param area_cm2 area treated; absent takes the place's usual one
 */
public record DoseQuestion(
    Goal goal,
    String device,
    SkinPerson person,
    double depth_mm,
    int passes,
    OptionalDouble speed_cm_s,
    OptionalDouble area_cm2) {

  DoseRequest request() {
    return new DoseRequest(
        device,
        goal.site(),
        person.sex(),
        person.age(),
        person.list().getFirst().phototype(),
        depth_mm,
        speed_cm_s,
        OptionalDouble.empty(),
        passes,
        0,
        Pressure.USUAL,
        area_cm2,
        false);
  }

  DoseQuestion with(double depth, int count, OptionalDouble speed) {
    return new DoseQuestion(goal, device, person, depth, count, speed, area_cm2);
  }
}
