package org.percuta.skin.healing;

import java.util.ArrayList;
import java.util.List;
import org.percuta.quantity.Parameter;
import org.percuta.skin.HealingParameter;
import org.percuta.skin.SkinParameters;

/**
 * What varies in an ensemble: every healing parameter that has a range, and the wounded fraction. A
 * coordinate between 0 and 1 stands for a value: half of the probability lies evenly between the
 * low end and the best estimate, half between that and the high end.
 */
public final class Uncertain {

  private static final String WOUND = "dose.wounded-fraction";

  private final SkinParameters parameters;
  private final List<HealingParameter> varying = new ArrayList<>();

  public Uncertain(SkinParameters parameters) {
    this.parameters = parameters;
    for (HealingParameter parameter : HealingParameter.values()) {
      Parameter known = parameters.get(parameter.id());
      if (known.range().low() < known.range().high()
          && parameter != HealingParameter.WOUND_ZONE_RADIUS) {
        varying.add(parameter);
      }
    }
  }

  /** Coordinates of a point. The last is that of the wounded fraction. */
  public int dimensions() {
    return varying.size() + 1;
  }

  /** Ids of the coordinates, in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>(varying.stream().map(HealingParameter::id).toList());
    names.add(WOUND);
    return names;
  }

  /** Sets the rates at a point; those that do not vary keep their best estimate. */
  void fill(Rates rates, double[] point) {
    for (HealingParameter parameter : HealingParameter.values()) {
      rates.set(parameter, parameters.get(parameter.id()).value());
    }
    for (int i = 0; i < varying.size(); i++) {
      Parameter known = parameters.get(varying.get(i).id());
      rates.set(
          varying.get(i),
          between(known.range().low(), known.value(), known.range().high(), point[i]));
    }
  }

  /** The value at a coordinate: linear from low to best to high. */
  static double between(double low, double best, double high, double at) {
    return at < 0.5 ? low + (best - low) * 2 * at : best + (high - best) * (2 * at - 1);
  }
}
