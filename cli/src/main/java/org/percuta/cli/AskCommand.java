package org.percuta.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Ask at the terminal only what can still change the verdict, then answer.")
final class AskCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin KnowledgeOption knowledgeOption = new KnowledgeOption();
  @Mixin PersonOptions personOptions = new PersonOptions();

  @Option(names = "--json", description = "Write percuta.screening/1 at the end.")
  boolean json;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Keep the answers as an intake file.")
  @Nullable Path save;

  @Override
  public Integer call() {
    Knowledge knowledge = knowledgeOption.use();
    personOptions.fileOptional = true;
    PersonOptions.Person person = personOptions.read(knowledge);
    person.warn(spec.commandLine().getErr());
    Screening screening = new Screening(knowledge);
    // With --json the dialogue goes to stderr, so that stdout holds nothing but the answer.
    PrintWriter talk = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Interview interview = new Interview(knowledge, in, talk);
    PatientRecord record = person.record();
    for (Goal goal : person.goals()) {
      record = ask(interview, screening, record, goal, person);
    }
    keep(interview);
    PatientRecord answered = record;
    PersonOptions.Person known = person.with(answered);
    List<Verdict> verdicts =
        person.goals().stream().map(g -> screening.screen(answered, g, person.on())).toList();
    if (json) {
      Json.write(
          spec.commandLine().getOut(),
          out -> VerdictJson.screening(out, knowledge, known, verdicts));
    } else {
      talk.println();
      talk.print(new VerdictText(knowledge).screening(known, verdicts));
    }
    return ExitCode.ANSWERED;
  }

  /** Asks until nothing that was not asked yet can change the verdict, or the input ends. */
  private static PatientRecord ask(
      Interview interview,
      Screening screening,
      PatientRecord record,
      Goal goal,
      PersonOptions.Person person) {
    PatientRecord known = record;
    while (true) {
      Verdict verdict = screening.screen(known, goal, person.on());
      Optional<Missing> next =
          verdict.missing().stream().filter(m -> !interview.wasAsked(m)).findFirst();
      if (next.isEmpty()) {
        return known;
      }
      Optional<PatientRecord> more = interview.ask(next.get(), known, goal);
      if (more.isEmpty()) {
        return known;
      }
      known = more.get();
    }
  }

  private void keep(Interview interview) {
    if (save == null) {
      return;
    }
    try {
      Files.writeString(save, interview.asIntake());
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          List.of(
              Finding.error(
                  "PX-0011",
                  "The answers cannot be kept: " + e.getMessage(),
                  "",
                  Place.of(save.toString()),
                  "Maybe the folder does not exist?")));
    }
  }
}
