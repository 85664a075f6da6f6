package org.percuta.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.Intake;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.validate.Place;

/** Puts what several files say about one person together. */
final class Records {

  private Records() {}

  /** All statements are kept: the engine lets the riskier hold. */
  static PatientRecord merge(List<Intake> intakes, List<FactGroup> complete, Findings findings) {
    List<FactStatement> statements = new ArrayList<>();
    List<Clearance> clearances = new ArrayList<>();
    Set<FactGroup> groups = EnumSet.noneOf(FactGroup.class);
    groups.addAll(complete);
    for (Intake intake : intakes) {
      statements.addAll(intake.record().statements());
      clearances.addAll(intake.record().clearances());
      groups.addAll(intake.record().complete());
    }
    List<Patient> patients = intakes.stream().map(i -> i.record().patient()).toList();
    Patient patient =
        new Patient(
            agreed(patients, Patient::id, "id", findings),
            agreed(patients, Patient::birthDate, "birthDate", findings),
            agreed(patients, Patient::sex, "sex", findings),
            agreed(patients, Patient::phototype, "phototype", findings),
            agreed(patients, Patient::weight_kg, "weight", findings));
    return new PatientRecord(patient, statements, clearances, groups);
  }

  /** The one value given; two different ones mean two people or a mistake. */
  private static <T> @Nullable T agreed(
      List<Patient> patients, Function<Patient, @Nullable T> part, String name, Findings findings) {
    List<T> values =
        patients.stream()
            .map(part)
            .filter(Objects::nonNull)
            .flatMap(Stream::ofNullable)
            .distinct()
            .toList();
    if (values.size() > 1) {
      findings.error(
          "PX-0007",
          "The files disagree: " + values.get(0) + " and " + values.get(1) + ".",
          "patient." + name,
          Place.of("command line"),
          "Maybe the files are of two people?");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  static void checkBirth(Patient patient, LocalDate on, Findings findings) {
    if (patient.birthDate() != null && patient.birthDate().earliest().isAfter(on)) {
      findings.error(
          "PX-0008",
          "Born on " + patient.birthDate() + ", after the date asked for, " + on + ".",
          "patient.birthDate",
          Place.of("command line"),
          "Maybe a year is mistyped?");
    }
  }
}
