package org.percuta.skin.dosimetry;

/**
 * Where the needles of one pass go. A pass lays parallel strips; along a strip every needle column
 * punctures at a fixed spacing.
 *
 * @param across_cm distance of each column from the strip's middle line
 * @param along_cm how far each column's first puncture is along the strip
 * @param spacing_cm distance of a column's punctures along the strip
 * @param pitch_cm distance of neighbouring strips
 * @param speedCv spread of the spacing between strips, relative; 0 when geometry fixes it
 */
record StripPattern(
    double[] across_cm, double[] along_cm, double spacing_cm, double pitch_cm, double speedCv) {

  /** Punctures per cm² of one pass: columns / (spacing · pitch), for a pen N·f/(v·w). */
  double density() {
    return across_cm.length / (spacing_cm * pitch_cm);
  }

  double halfWidth_cm() {
    double widest = 0;
    for (double across : across_cm) {
      widest = Math.max(widest, Math.abs(across));
    }
    return widest;
  }

  static StripPattern of(DoseSetting setting, double speedCv) {
    double spread = 1 - setting.overlap();
    return switch (setting.device()) {
      case Device.Pen pen -> ring(pen, setting, spread, speedCv);
      case Device.Roller roller -> drum(roller, spread);
      case Device.Stamp stamp -> plate(stamp.needles(), stamp.area_cm2(), spread);
      case Device.Patch patch -> plate(patch.needles(), patch.area_cm2(), spread);
    };
  }

  private static StripPattern ring(
      Device.Pen pen, DoseSetting setting, double spread, double speedCv) {
    int n = pen.needles();
    double radius = pen.ringDiameter_cm() / 2;
    double[] across = new double[n];
    double[] along = new double[n];
    for (int i = 0; i < n; i++) {
      // Turned by a third of a step, so that no two needles run in one track.
      double angle = 2 * Math.PI * (i + 1 / 3.0) / n;
      across[i] = radius * Math.cos(angle);
      along[i] = radius * Math.sin(angle);
    }
    return new StripPattern(
        across,
        along,
        setting.speed_cm_s() / setting.rate_s(),
        pen.ringDiameter_cm() * spread,
        speedCv);
  }

  private static StripPattern drum(Device.Roller roller, double spread) {
    int rows = roller.rows();
    double[] across = new double[rows];
    double[] along = new double[rows];
    double spacing = Math.PI * roller.drumDiameter_cm() * rows / roller.needles();
    for (int i = 0; i < rows; i++) {
      across[i] = roller.drumWidth_cm() * ((i + 0.5) / rows - 0.5);
      along[i] = i % 2 == 0 ? 0 : spacing / 2;
    }
    return new StripPattern(across, along, spacing, roller.drumWidth_cm() * spread, 0);
  }

  private static StripPattern plate(int needles, double area, double spread) {
    double side = Math.sqrt(area);
    int columns = (int) Math.max(1, Math.round(Math.sqrt(needles)));
    double[] across = new double[columns];
    double[] along = new double[columns];
    for (int i = 0; i < columns; i++) {
      across[i] = side * ((i + 0.5) / columns - 0.5);
    }
    return new StripPattern(across, along, side * spread * columns / needles, side * spread, 0);
  }
}
