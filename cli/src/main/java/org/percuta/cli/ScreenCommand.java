package org.percuta.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description =
        "May this person be treated, for this goal, on this date; if not, from when and why.")
final class ScreenCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin KnowledgeOption knowledgeOption = new KnowledgeOption();
  @Mixin PersonOptions personOptions = new PersonOptions();

  @Option(names = "--json", description = "Write percuta.screening/1.")
  boolean json;

  @Override
  public Integer call() {
    Knowledge knowledge = knowledgeOption.use();
    PersonOptions.Person person = personOptions.read(knowledge);
    person.warn(spec.commandLine().getErr());
    Screening screening = new Screening(knowledge);
    List<Verdict> verdicts =
        person.goals().stream()
            .map(goal -> screening.screen(person.record(), goal, person.on()))
            .toList();
    if (json) {
      Json.write(
          spec.commandLine().getOut(),
          out -> VerdictJson.screening(out, knowledge, person, verdicts));
    } else {
      spec.commandLine().getOut().print(new VerdictText(knowledge).screening(person, verdicts));
    }
    return ExitCode.ANSWERED;
  }
}
