package org.percuta.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.fhir.read.Counts;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.GoalReader;
import org.percuta.protocol.io.Intake;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Setting;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;
import org.percuta.quantity.PartialDate;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who is screened, for what, and when: shared by screen, plan and ask. */
final class PersonOptions {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "FHIR R4 Bundle (JSON), NDJSON, or intake YAML/JSON of one person.")
  List<Path> files = List.of();

  @Option(
      names = "--goal",
      paramLabel = "CONCERN@SITE",
      description = "What is asked for, such as acne-scars@cheeks; may be repeated.")
  List<String> goals = List.of();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The date to answer for; today if absent.")
  @Nullable String on;

  @Option(names = "--setting", description = "clinic or home; clinic if absent.")
  @Nullable Setting setting;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "Answers that add to the record; where both speak the riskier holds.")
  @Nullable Path answers;

  @Option(
      names = "--complete",
      split = ",",
      paramLabel = "KINDS",
      description =
          "What the record is complete for: ${COMPLETION-CANDIDATES}. Silence there means no.")
  List<FactGroup> complete = List.of();

  /** Set by a command that can begin with nothing known. */
  boolean fileOptional;

  /** One person, whole, with goals and a date. */
  record Person(
      PatientRecord record,
      List<Goal> goals,
      LocalDate on,
      Map<String, Counts> records,
      List<Finding> warnings) {

    void warn(java.io.PrintWriter err) {
      warnings.forEach(warning -> err.println(warning.inOneLine()));
      err.flush();
    }

    Person with(PatientRecord other) {
      return new Person(other, goals, on, records, warnings);
    }
  }

  /** Reads everything, or ends the command with all findings. */
  Person read(Knowledge knowledge) {
    Findings findings = new Findings();
    List<Intake> intakes = new ArrayList<>();
    InputFiles input = new InputFiles(knowledge, findings);
    if (files.isEmpty() && answers == null && !fileOptional) {
      findings.error(
          "PX-0005",
          "No FILE is named.",
          "",
          Place.of("command line"),
          "Maybe examples/intake/acne-scars.yaml?");
    }
    files.forEach(file -> input.read(file).ifPresent(intakes::add));
    if (answers != null) {
      input.read(answers).ifPresent(intakes::add);
    }
    LocalDate date = date(findings);
    Setting place = setting(intakes);
    Set<Goal> wanted = goals(knowledge, intakes, place, findings);
    PatientRecord record = Records.merge(intakes, complete, findings);
    if (findings.hasErrors()) {
      throw new StopException(ExitCode.BAD_INPUT, findings.list());
    }
    Records.checkBirth(record.patient(), date, findings);
    if (wanted.isEmpty()) {
      findings.error(
          "PX-0006",
          "No goal is given.",
          "goal",
          Place.of("command line"),
          "Maybe add --goal acne-scars@cheeks?");
    }
    if (findings.hasErrors()) {
      throw new StopException(ExitCode.BAD_INPUT, findings.list());
    }
    return new Person(record, List.copyOf(wanted), date, input.records(), findings.list());
  }

  private Setting setting(List<Intake> intakes) {
    if (setting != null) {
      return setting;
    }
    return intakes.stream()
        .map(Intake::setting)
        .filter(s -> s != null)
        .findFirst()
        .orElse(Setting.CLINIC);
  }

  private Set<Goal> goals(
      Knowledge knowledge, List<Intake> intakes, Setting place, Findings findings) {
    Set<Goal> wanted = new LinkedHashSet<>();
    GoalReader reader = new GoalReader(knowledge, findings);
    for (String goal : goals) {
      reader.read(goal, place, Place.of("--goal")).ifPresent(wanted::add);
    }
    if (goals.isEmpty()) {
      for (Intake intake : intakes) {
        intake.goals().forEach(g -> wanted.add(new Goal(g.concern(), g.site(), place)));
      }
    }
    return wanted;
  }

  private LocalDate date(Findings findings) {
    if (on == null) {
      return LocalDate.now(java.time.ZoneId.systemDefault());
    }
    try {
      PartialDate date = PartialDate.parse(on);
      if (date.isExact()) {
        return date.earliest();
      }
      findings.error(
          "PX-0216",
          "'" + on + "' is not a whole date.",
          "--on",
          Place.of("command line"),
          "Maybe " + date.earliest() + "?");
    } catch (IllegalArgumentException e) {
      findings.error(
          "PX-0216", String.valueOf(e.getMessage()), "--on", Place.of("command line"), null);
    }
    return LocalDate.EPOCH;
  }
}
