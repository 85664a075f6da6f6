package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Patient;
import org.percuta.quantity.PartialDate;

/**
 * A measured attribute in a range. Of a birth date known only to the month or year, the youngest
 * age counts for an upper end and the oldest for a lower one, so that the rule fires when it may.
 */
record AttributeClause(Condition.Attribute attribute) implements Clause {

  @Override
  public Standing on(LocalDate date, PreparedFacts facts, Goal goal) {
    Patient patient = facts.patient();
    return switch (attribute.of()) {
      case AGE -> age(patient.birthDate(), date);
      case PHOTOTYPE -> number("phototype", asDouble(patient.phototype()));
      case WEIGHT -> number("weight", patient.weight_kg());
    };
  }

  private Standing age(@Nullable PartialDate born, LocalDate date) {
    if (born == null) {
      return Standing.unknown(new Missing("birthDate", null, "What is your date of birth?"));
    }
    Double below = attribute.below();
    Double atLeast = attribute.atLeast();
    boolean fires =
        (below == null || Period.between(born.latest(), date).getYears() < below)
            && (atLeast == null || Period.between(born.earliest(), date).getYears() >= atLeast);
    if (!fires) {
      return Standing.FALSE;
    }
    Until until =
        below == null ? new Until.Never() : new Until.Date(birthday(born.latest(), below));
    return new Standing(Truth.TRUE, until, List.of(), List.of(), List.of());
  }

  private Standing number(String name, @Nullable Double value) {
    if (value == null) {
      return Standing.unknown(
          new Missing(
              name,
              null,
              name.equals("weight")
                  ? "What is your weight?"
                  : "How does your skin react to the sun (phototype 1 to 6)?"));
    }
    Double below = attribute.below();
    Double atLeast = attribute.atLeast();
    return (below == null || value < below) && (atLeast == null || value >= atLeast)
        ? Standing.ALWAYS
        : Standing.FALSE;
  }

  /** The day somebody turns that old; born on 29 February it is 1 March in an ordinary year. */
  private static LocalDate birthday(LocalDate born, double age) {
    LocalDate day = born.plusYears((long) Math.ceil(age));
    return day.getDayOfMonth() == born.getDayOfMonth() ? day : day.plusDays(1);
  }

  private static @Nullable Double asDouble(@Nullable Integer value) {
    return value == null ? null : value.doubleValue();
  }

  @Override
  public void turningPoints(PreparedFacts facts, Goal goal, Consumer<LocalDate> out) {
    PartialDate born = facts.patient().birthDate();
    if (attribute.of() != Condition.Measure.AGE || born == null) {
      return;
    }
    if (attribute.below() != null) {
      out.accept(birthday(born.latest(), attribute.below()));
    }
    if (attribute.atLeast() != null) {
      out.accept(birthday(born.earliest(), attribute.atLeast()));
    }
  }

  @Override
  public void facts(Set<String> out) {}
}
