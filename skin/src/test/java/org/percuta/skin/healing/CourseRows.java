package org.percuta.skin.healing;

import static org.percuta.skin.healing.Row.say;

import java.util.ArrayList;
import java.util.List;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.Dosimetry;
import org.percuta.skin.dosimetry.Sex;
import org.percuta.skin.healing.Row.Half;
import org.percuta.skin.healing.Row.Result;

/** Rows on courses, redness, barrier and dose. */
final class CourseRows {

  private static final int WEEK = 7;
  private static final long SEED = 20260101;

  private final SkinParameters parameters;
  private final Dose roller;
  private final List<Row> rows = new ArrayList<>();

  CourseRows(SkinParameters parameters) {
    this.parameters = parameters;
    roller = reference(parameters);
  }

  /** The session that calibrates: 1.5 mm roller, 15 passes, a woman's cheek. */
  static Dose reference(SkinParameters parameters) {
    return dose(parameters, "roller-192", 1.5, 15);
  }

  private static Dose dose(SkinParameters parameters, String device, double depth, int passes) {
    return Dosimetry.dose(
            parameters, DoseRequest.of(device, "cheeks", depth, passes).withSex(Sex.FEMALE))
        .orThrow();
  }

  List<Row> rows() {
    redness();
    barrier();
    histology();
    spacing();
    lasting();
    depth();
    doses();
    disputed();
    return rows;
  }

  private void add(
      Half half,
      String what,
      String published,
      String ours,
      String rule,
      Result result,
      String source) {
    rows.add(new Row(half, what, published, ours, rule, result, source));
  }

  private void redness() {
    HealingCourse course = course(roller, 1, 30);
    Projection projection =
        new Ensemble(parameters).project(course, roller, Ensemble.USUAL_MEMBERS, SEED);
    double hours = Milestones.rednessGone_h(projection.best().redness());
    add(
        Half.CALIBRATION,
        "Redness gone, typical, reference session",
        "24 to 48 h",
        say("%.0f h", hours),
        "within",
        Row.of(hours >= 24 && hours <= 48),
        "SkinPen consent and manual; JDD 2024");
    add(
        Half.HELD_OUT,
        "Redness gone, upper bound, reference session",
        "at most 7 d",
        say("%.0f h at the 95th percentile", projection.rednessGone_h().p95()),
        "95th percentile at most 168 h",
        Row.of(projection.rednessGone_h().p95() <= 168),
        "Chu 2021 Dermatol Surg 47:1249");
    Dose pen = dose(parameters, "pen-14", 1.5, 3);
    Projection heavy =
        new Ensemble(parameters).project(course(pen, 1, 30), pen, Ensemble.USUAL_MEMBERS, SEED);
    add(
        Half.HELD_OUT,
        "Redness gone, upper bound, three passes of a pen at 1.5 mm",
        "at most 7 d",
        say("%.0f h at the 95th percentile", heavy.rednessGone_h().p95()),
        "95th percentile at most 168 h",
        Row.of(heavy.rednessGone_h().p95() <= 168),
        "Chu 2021 Dermatol Surg 47:1249");
    add(
        Half.HELD_OUT,
        "Redness settles \"in many\"",
        "3 to 6 h",
        say("5th percentile %.0f h, best %.0f h", projection.rednessGone_h().p05(), hours),
        "best estimate at most 6 h",
        Row.of(hours <= 6),
        "HK J Dermatol Venereol 2018");
  }

  private void barrier() {
    Dose shallow = dose(parameters, "roller-192", 0.5, 15);
    double at48 = Healing.run(parameters, course(shallow, 1, 30)).barrier()[48];
    double open = (1 - at48) / shallow.coverage().mean();
    add(
        Half.CALIBRATION,
        "Water loss at 48 h after 0.5 mm",
        "still above baseline",
        say("%.0f %% of the opening left", 100 * open),
        "between 5 and 15 % left",
        Row.of(open >= 0.05 && open <= 0.15),
        "Sasaki 2019");
    double han = back(dose(parameters, "roller-192", 0.25, 8));
    add(
        Half.HELD_OUT,
        "Barrier back after 0.15 to 0.25 mm, 5 to 10 applications",
        "at most 72 h",
        say("%.0f h", han),
        "at most 72 h",
        Row.of(han <= 72),
        "Han 2012 Dermatol Surg 38:1816");
    double deep = back(roller);
    add(
        Half.HELD_OUT,
        "Barrier back after 1.5 mm",
        "later than after 0.5 mm",
        say("%.0f h against %.0f h", deep, back(shallow)),
        "later",
        Row.of(deep > back(shallow)),
        "Sasaki 2019");
    add(
        Half.HELD_OUT,
        "Barrier back, any depth to 1.5 mm",
        "at most 72 h",
        say("%.0f h", deep),
        "at most 72 h",
        Row.of(deep <= 72),
        "bar set after Han 2012");
    Projection projection =
        new Ensemble(parameters)
            .project(course(shallow, 1, 30), shallow, Ensemble.USUAL_MEMBERS, SEED);
    add(
        Half.HELD_OUT,
        "Water loss back in rats, 0.77 mm roller",
        "4 to 5 h",
        say(
            "%.0f h (%.0f to %.0f h)",
            projection.barrierBack_h().mean(),
            projection.barrierBack_h().p05(),
            projection.barrierBack_h().p95()),
        "within the 90 % band",
        Row.of(projection.barrierBack_h().p05() <= 5),
        "Kalluri 2011; contradicts people");
  }

  private void histology() {
    HealingCourse course = course(roller, 5, 30);
    Projection projection =
        new Ensemble(parameters).project(course, roller, Ensemble.USUAL_MEMBERS, SEED);
    int day = 4 * 30 + 8 * WEEK;
    double gain = projection.best().collagen()[day] - 1;
    add(
        Half.CALIBRATION,
        "Papillary collagen 8 weeks after 5 monthly sessions (Masson)",
        "+53.2 %",
        say("%+.1f %%", 100 * gain),
        "within 5 points",
        Row.of(Math.abs(gain - 0.532) <= 0.05),
        "Lotfi 2013");
    double low = projection.collagen().p25()[day] - 1;
    double high = projection.collagen().p75()[day] - 1;
    add(
        Half.HELD_OUT,
        "The same in silver stain",
        "+65.4 %",
        say("50 %% band %+.0f to %+.0f %%", 100 * low, 100 * high),
        "within the 50 % band",
        Row.of(low <= 0.654 && high >= 0.654),
        "Lotfi 2013");
    Projection kenkel =
        new Ensemble(parameters)
            .project(course(roller, 4, 30), roller, Ensemble.USUAL_MEMBERS, SEED);
    int later = 3 * 30 + 91;
    double best = kenkel.best().collagen()[later] - 1;
    double p95 = kenkel.collagen().p95()[later] - 1;
    add(
        Half.HELD_OUT,
        "Dermis 3 months after 4 monthly sessions (ultrasound density, another quantity)",
        "+101.9 %",
        say("%+.0f %% (90 %% band to %+.0f %%)", 100 * best, 100 * p95),
        "within the 90 % band",
        Row.of(p95 >= 1.0186),
        "Wamsley 2021");
    double[] biweekly = Healing.run(parameters, course(roller, 6, 14)).collagen();
    double one = biweekly[5 * 14 + 30] - 1;
    double three = biweekly[5 * 14 + 91] - 1;
    add(
        Half.HELD_OUT,
        "Collagen 1 and 3 months after 6 sessions 2 weeks apart",
        "more than before",
        say("%+.0f %% and %+.0f %%", 100 * one, 100 * three),
        "both above baseline",
        Row.of(one > 0 && three > 0),
        "El-Domyati 2015");
  }

  private void spacing() {
    double two = gain(roller, 5, 14, 91);
    double four = gain(roller, 5, 28, 91);
    add(
        Half.HELD_OUT,
        "5 sessions 4 weeks apart against 2, 3 months after the last",
        "4 weeks better",
        say("%+.0f %% against %+.0f %%", 100 * four, 100 * two),
        "more at 4 weeks",
        Row.of(four > two),
        "Minutilli 2024");
    double most = 0;
    int best = 0;
    for (int weeks = 1; weeks <= 12; weeks++) {
      double gain = gain(roller, 5, weeks * WEEK, 91);
      if (gain > most) {
        most = gain;
        best = weeks;
      }
    }
    for (int weeks = 4; weeks <= 6; weeks++) {
      double share = gain(roller, 5, weeks * WEEK, 91) / most;
      add(
          Half.HELD_OUT,
          say("%d weeks apart is near the best of 1 to 12 weeks", weeks),
          "4 to 6 weeks recommended",
          say("%.0f %% of the best, which is %d weeks", 100 * share, best),
          "at least 90 % of the best",
          Row.of(share >= 0.9),
          "Minutilli 2024 and practice");
    }
  }

  private void lasting() {
    double[] collagen = Healing.run(parameters, course(roller, 5, 30)).collagen();
    double eight = collagen[120 + 56] - 1;
    double six = collagen[120 + 182] - 1;
    double twelve = collagen[120 + 364] - 1;
    add(
        Half.HELD_OUT,
        "Benefit 6 months after the last session",
        "still there",
        say("%.0f %% of that at 8 weeks", 100 * six / eight),
        "at least half",
        Row.of(six >= eight / 2),
        "Aust 2008 PRS 121:1421");
    add(
        Half.HELD_OUT,
        "Benefit 12 months after the last session",
        "fading",
        say("%.0f %% of that at 8 weeks", 100 * twelve / eight),
        "less than at 6 months, above none",
        Row.of(twelve < six && twelve > 0),
        "practice: upkeep every 6 to 12 months");
    add(
        Half.HELD_OUT,
        "Stratum spinosum 12 months after",
        "+40 %",
        "no epidermal thickness",
        "",
        Result.NOT_MODELLED,
        "Aust 2008 PRS 121:1421");
  }

  private void depth() {
    double shallow = gain(dose(parameters, "pen-14", 1.5, 4), 6, 14, 91);
    double deep = gain(dose(parameters, "pen-14", 2.5, 4), 6, 14, 91);
    add(
        Half.HELD_OUT,
        "Pen at 2.5 against 1.5 mm, 6 sessions 2 weeks apart",
        "2.5 mm better",
        say("%+.1f %% against %+.1f %%", 100 * deep, 100 * shallow),
        "at least 2 % better",
        Row.of(deep >= shallow * 1.02),
        "Dermapen split-face, n = 14");
    double often = gain(dose(parameters, "roller-192", 1, 15), 4, 28, 56);
    double once = gain(dose(parameters, "roller-192", 3, 15), 1, 28, 56);
    add(
        Half.HELD_OUT,
        "Roller: four times 1 mm against once 3 mm (rats)",
        "matches or surpasses",
        say("%+.0f %% against %+.0f %%", 100 * often, 100 * once),
        "at least as much",
        Row.of(often >= once),
        "Zeitter 2014");
  }

  private void doses() {
    double density = roller.density_cm2().mean();
    add(
        Half.HELD_OUT,
        "Punctures of 15 passes of the 192-needle roller",
        "about 250 per cm²",
        say("%.0f per cm²", density),
        "within 10 %",
        Row.of(Math.abs(density / 250 - 1) <= 0.1),
        "roller review; 229 follows from the geometry");
    Dose rat = dose(parameters, "roller-192", 0.77, 15);
    add(
        Half.CALIBRATION,
        "Channel of a 0.77 mm roller (rats)",
        "0.153 mm",
        say(
            "%.2f mm (%.2f to %.2f)",
            rat.penetration_mm().mean(), rat.penetration_mm().p05(), rat.penetration_mm().p95()),
        "within the 90 % band",
        Row.of(rat.penetration_mm().p05() <= 0.1525 && rat.penetration_mm().p95() >= 0.1525),
        "Kalluri 2011, which set the low end; people and rats differ");
    for (double nominal : new double[] {0.5, 1.5}) {
      Dose pen = dose(parameters, "pen-14", nominal, 1);
      add(
          Half.CALIBRATION,
          say("Channel of a pen at %.1f mm, human strips", nominal),
          "closely the needle length",
          say("%.2f mm", pen.penetration_mm().mean()),
          "within 15 %",
          Row.of(Math.abs(pen.penetration_mm().mean() / nominal - 1) <= 0.15),
          "Sasaki 2019");
    }
  }

  private void disputed() {
    HealingCurves curves = Healing.run(parameters, course(roller, 5, 30));
    add(
        Half.HELD_OUT,
        "Elastin after a course",
        "up (Aust), total down with tropoelastin up (El-Domyati), protein unchanged (Wamsley)",
        say("%+.1f %% by unsourced rates, no sign claimed", 100 * (curves.elastin()[176] - 1)),
        "",
        Result.SOURCES_DISAGREE,
        "Aust 2008; El-Domyati 2015; Wamsley 2021");
    add(
        Half.HELD_OUT,
        "Collagen III after a course",
        "up in people, down in rats",
        say("%+.1f points of all collagen 8 weeks after", 100 * curves.collagenIII()[176]),
        "",
        Result.SOURCES_DISAGREE,
        "El-Domyati 2015, Wamsley 2021; Zeitter 2014");
    add(
        Half.HELD_OUT,
        "Tensile strength",
        "3, 20, 80 % at 1 and 3 weeks and 3 months; or 50 %",
        "no strength",
        "",
        Result.NOT_MODELLED,
        "StatPearls digest; a text disagrees at 3 months");
  }

  private double gain(Dose dose, int sessions, double interval, int daysAfter) {
    double last = (sessions - 1) * interval;
    return Healing.run(parameters, course(dose, sessions, interval))
            .collagen()[(int) last + daysAfter]
        - 1;
  }

  private double back(Dose dose) {
    return Milestones.barrierBack_h(Healing.run(parameters, course(dose, 1, 30)).barrier());
  }

  private static HealingCourse course(Dose dose, int sessions, double interval) {
    return HealingCourse.of(HealingPerson.REFERENCE, dose, sessions, interval).orThrow();
  }
}
