package org.percuta.cli.skin;

import static org.percuta.cli.skin.Quantities.AREA_CM2;
import static org.percuta.cli.skin.Quantities.DEPTH_MM;
import static org.percuta.cli.skin.Quantities.RATE_S;
import static org.percuta.cli.skin.Quantities.SPEED_CM_S;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.Pressure;
import org.percuta.skin.dosimetry.Sex;
import picocli.CommandLine.Option;

/** A setting, as dose and heal are asked. */
final class DoseOptions {

  @Option(
      names = "--device",
      required = true,
      paramLabel = "DEVICE",
      description = "roller-192, pen-14, pen-12, pen-36, stamp, patch.")
  String device = "";

  @Option(
      names = "--site",
      required = true,
      paramLabel = "SITE",
      description = "Such as face, cheeks, under-eye, neck.")
  String site = "";

  @Option(
      names = "--depth",
      required = true,
      paramLabel = "DEPTH",
      description = "Setting or needle length, with its unit: 1.5mm.")
  @Nullable String depth;

  @Option(
      names = "--speed",
      paramLabel = "SPEED",
      description = "Hand speed: 2cm/s; the usual one if absent.")
  @Nullable String speed;

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      description = "Strokes of a pen: 100/s, 7000rpm; the device's if absent.")
  @Nullable String rate;

  @Option(
      names = "--passes",
      defaultValue = "1",
      paramLabel = "N",
      description = "Passes over the whole area; 1 if absent.")
  int passes = 1;

  @Option(
      names = "--overlap",
      defaultValue = "0",
      paramLabel = "SHARE",
      description = "Share of a strip that lies on its neighbour, 0 to 0.9.")
  double overlap;

  @Option(
      names = "--sex",
      defaultValue = "unknown",
      description = "female, male or unknown; the thickness tables divide by it.")
  Sex sex = Sex.UNKNOWN;

  @Option(names = "--age", paramLabel = "YEARS", description = "Age in years.")
  @Nullable Double age;

  @Option(
      names = "--phototype",
      defaultValue = "3",
      paramLabel = "1-6",
      description = "Fitzpatrick phototype; 3 if absent.")
  int phototype = 3;

  @Option(names = "--pressure", defaultValue = "usual", description = "light, usual or firm.")
  Pressure pressure = Pressure.USUAL;

  @Option(
      names = "--area",
      paramLabel = "AREA",
      description = "Area treated: 120cm2; the site's usual one if absent.")
  @Nullable String area;

  @Option(names = "--covered", description = "The skin is covered air-tight afterwards.")
  boolean covered;

  DoseRequest request(Quantities quantities) {
    OptionalDouble depth_mm = quantities.read("--depth", depth, DEPTH_MM, "mm");
    OptionalDouble speed_cm_s = quantities.read("--speed", speed, SPEED_CM_S, "cm/s");
    OptionalDouble rate_s = quantities.read("--rate", rate, RATE_S, "/s");
    OptionalDouble area_cm2 = quantities.read("--area", area, AREA_CM2, "cm2");
    Double years = age;
    return new DoseRequest(
        device,
        site,
        sex,
        years == null ? OptionalDouble.empty() : OptionalDouble.of(years),
        phototype,
        depth_mm.orElse(0),
        speed_cm_s,
        rate_s,
        passes,
        overlap,
        pressure,
        area_cm2,
        covered);
  }
}
