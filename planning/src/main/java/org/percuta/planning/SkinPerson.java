package org.percuta.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.Sex;
import org.percuta.skin.healing.HealingPerson;

/**
 * Whose skin it is. What is not known is taken over its range: the model is run for the middle and
 * for both ends.
 *
 * @param sex unknown takes the thickness tables of both
 * @param age years; absent takes 16 to 110
 * @param phototype Fitzpatrick; absent takes 1 to 6
 */
public record SkinPerson(Sex sex, OptionalDouble age, OptionalInt phototype) {

  public static final SkinPerson UNKNOWN =
      new SkinPerson(Sex.UNKNOWN, OptionalDouble.empty(), OptionalInt.empty());

  private static final double YOUNGEST = 16;
  private static final double OLDEST = 110;
  private static final int MIDDLE_PHOTOTYPE = 3;

  /** One person the model can be run for; an absent age leaves the thickness tables as they are. */
  record One(Sex sex, OptionalDouble age, int phototype) {

    DoseRequest apply(DoseRequest asked) {
      return new DoseRequest(
          asked.device(),
          asked.site(),
          sex,
          age,
          phototype,
          asked.depth_mm(),
          asked.speed_cm_s(),
          asked.rate_s(),
          asked.passes(),
          asked.overlap(),
          asked.pressure(),
          asked.area_cm2(),
          asked.covered());
    }

    HealingPerson healing() {
      return new HealingPerson(age.orElse(HealingPerson.REFERENCE.age()), phototype);
    }
  }

  public boolean isWhollyKnown() {
    return sex != Sex.UNKNOWN && age.isPresent() && phototype.isPresent();
  }

  /** The middle first, then the ends of what is not known. */
  List<One> list() {
    List<One> people = new ArrayList<>();
    people.add(new One(sex, age, phototype.orElse(MIDDLE_PHOTOTYPE)));
    if (age.isPresent() && phototype.isPresent()) {
      return people;
    }
    double[] ages =
        age.isPresent() ? new double[] {age.getAsDouble()} : new double[] {YOUNGEST, OLDEST};
    int[] types = phototype.isPresent() ? new int[] {phototype.getAsInt()} : new int[] {1, 6};
    for (double years : ages) {
      for (int type : types) {
        people.add(new One(sex, OptionalDouble.of(years), type));
      }
    }
    return people;
  }
}
