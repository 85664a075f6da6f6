package org.percuta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.PriceListReader;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.ClinicPrice;
import org.percuta.protocol.plan.CoursePlan;
import org.percuta.protocol.plan.Planner;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "The whole dated course: sessions, preparation, aftercare, results, quote.")
final class PlanCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin KnowledgeOption knowledgeOption = new KnowledgeOption();
  @Mixin PersonOptions personOptions = new PersonOptions();

  @Option(names = "--prices", paramLabel = "FILE", description = "The clinic's price list (YAML).")
  @Nullable Path prices;

  @Option(names = "--ics", paramLabel = "FILE", description = "Write the calendar as iCalendar.")
  @Nullable Path ics;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a printable page.")
  @Nullable Path html;

  @Option(names = "--json", description = "Write percuta.plan/1.")
  boolean json;

  @Override
  public Integer call() {
    Knowledge knowledge = knowledgeOption.use();
    PersonOptions.Person person = personOptions.read(knowledge);
    person.warn(spec.commandLine().getErr());
    if (person.goals().size() > 1) {
      throw stop(
          "PX-0012",
          "A plan is for one goal; " + person.goals().size() + " are given.",
          "goal",
          "Maybe choose one with --goal " + person.goals().getFirst() + "?");
    }
    CoursePlan plan =
        Planner.of(knowledge)
            .plan(person.record(), person.goals().getFirst(), person.on(), prices(knowledge));
    PlanText text = new PlanText(knowledge);
    if (ics != null) {
      save(ics, PlanCalendar.write(plan, person));
    }
    if (html != null) {
      save(html, new PlanHtml(knowledge).page(person, plan));
    }
    if (json) {
      Json.write(spec.commandLine().getOut(), out -> PlanJson.plan(out, knowledge, person, plan));
    } else {
      spec.commandLine().getOut().print(text.plan(person, plan));
    }
    return ExitCode.ANSWERED;
  }

  private List<ClinicPrice> prices(Knowledge knowledge) {
    if (prices == null) {
      return List.of();
    }
    Findings findings = new Findings();
    try {
      List<ClinicPrice> list =
          PriceListReader.read(prices.toString(), Files.readAllBytes(prices), knowledge, findings);
      if (findings.hasErrors()) {
        throw new StopException(ExitCode.BAD_INPUT, findings.list());
      }
      return list;
    } catch (IOException e) {
      throw stop("PX-0009", "The price list cannot be read.", prices.toString(), null);
    }
  }

  private static void save(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw stop(
          "PX-0011",
          "It cannot be written: " + e.getMessage() + ".",
          file.toString(),
          "Maybe the folder does not exist?");
    }
  }

  private static StopException stop(
      String code, String message, String subject, @Nullable String hint) {
    return new StopException(
        ExitCode.BAD_INPUT,
        List.of(Finding.error(code, message, subject, Place.of("command line"), hint)));
  }
}
