package org.percuta.skin.healing;

import java.util.ArrayList;
import java.util.List;

/**
 * A published curve, each relative to its greatest value. Points are dealt alternately: the first,
 * third, fifth … calibrate, the others are held out.
 */
record Published(String name, double[] days, double[] values) {

  static final String SOURCE =
      "skibidy consensus CSV (punch biopsy; digitised by its author from the papers it names)";

  static final Published NEUTROPHILS =
      new Published(
          "neutrophils",
          new double[] {0.5, 1, 2, 3, 4, 5, 7},
          new double[] {0.5, 1, 0.95, 0.6, 0.3, 0.1, 0.01});
  static final Published INFLAMMATION =
      new Published(
          "inflammation",
          new double[] {0.5, 1, 2, 3, 4, 5, 7, 10, 14, 21, 28},
          new double[] {0.7, 0.95, 1, 0.85, 0.7, 0.55, 0.35, 0.18, 0.08, 0.03, 0.02});
  static final Published MACROPHAGES =
      new Published(
          "macrophages",
          new double[] {0.5, 1, 2, 3, 4, 5, 7, 10, 14, 21},
          new double[] {0.05, 0.4, 0.8, 1, 0.95, 0.85, 0.55, 0.28, 0.1, 0.03});
  static final Published MYOFIBROBLASTS =
      new Published(
          "myofibroblasts",
          new double[] {4, 6, 8, 10, 12, 15, 20, 28},
          new double[] {0.05, 0.3, 0.65, 0.9, 1, 0.95, 0.5, 0.1});
  static final Published COLLAGEN =
      new Published(
          "collagen",
          new double[] {3, 5, 7, 10, 14, 21, 28},
          new double[] {0, 0.02, 0.08, 0.18, 0.35, 0.72, 1});

  /** Indices of one half. */
  List<Integer> half(Row.Half half) {
    List<Integer> indices = new ArrayList<>();
    for (int i = half == Row.Half.CALIBRATION ? 0 : 1; i < days.length; i += 2) {
      indices.add(i);
    }
    return indices;
  }
}
