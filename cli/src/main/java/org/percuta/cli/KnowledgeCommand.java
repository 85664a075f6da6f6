package org.percuta.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.percuta.protocol.io.CheckedKnowledge;
import org.percuta.protocol.io.LoadedKnowledge;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Coverage;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Nearest;
import org.percuta.protocol.validate.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks into the clinical content. */
@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    description = "Check, show, explain and compare the clinical content.")
final class KnowledgeCommand {

  @Spec CommandSpec spec = CommandSpec.create();

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Validate the knowledge and run its golden cases; exit 3 when it fails.")
  int check(
      @Mixin KnowledgeOption option,
      @Option(names = "--json", description = "Write percuta.check/1.") boolean json) {
    CheckedKnowledge checked = option.check();
    List<Finding> findings = checked.findings();
    if (json) {
      Json.write(out(), generator -> KnowledgeJson.check(generator, checked));
    } else {
      findings.forEach(finding -> spec.commandLine().getErr().println(finding.inOneLine()));
      Knowledge knowledge = checked.knowledge();
      out()
          .printf(
              "Knowledge %s: %d claims, %d conflicts, %d rules, %d golden cases; %d errors, %d warnings%n",
              knowledge.version(),
              knowledge.claims().size(),
              KnowledgeJson.articleConflicts(knowledge),
              knowledge.rules().size(),
              checked.cases().size(),
              findings.stream().filter(Finding::isError).count(),
              findings.stream().filter(f -> !f.isError()).count());
    }
    spec.commandLine().getErr().flush();
    return findings.stream().anyMatch(Finding::isError)
        ? ExitCode.KNOWLEDGE_INVALID
        : ExitCode.ANSWERED;
  }

  @Command(
      name = "coverage",
      mixinStandardHelpOptions = true,
      description = "How many claims are carried out, and which rules lack golden cases.")
  int coverage(
      @Mixin KnowledgeOption option,
      @Option(names = "--json", description = "Write the figures as JSON.") boolean json) {
    CheckedKnowledge checked = option.check();
    Knowledge knowledge = checked.knowledge();
    Coverage coverage = Coverage.of(knowledge);
    if (json) {
      Json.write(out(), generator -> KnowledgeJson.coverage(generator, checked, coverage));
      return ExitCode.ANSWERED;
    }
    int claims = knowledge.claims().size();
    out().printf("%-28s %5d%n", "Claims", claims);
    out().printf("%-28s %5d%n", "  carried out", KnowledgeJson.used(knowledge, coverage));
    out().printf("%-28s %5d%n", "  not modelled, with reason", coverage.notModelled().size());
    out().printf("%-28s %5d%n", "Conflicts", KnowledgeJson.articleConflicts(knowledge));
    out().printf("%-28s %5d%n", "Rules", knowledge.rules().size());
    out().printf("%-28s %5d%n", "  without golden cases", checked.rulesWithoutCases().size());
    out().printf("%-28s %5d%n", "Golden cases", checked.cases().size());
    return ExitCode.ANSWERED;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show a claim, conflict, source, literature fact or item, and what uses it.")
  int show(
      @Mixin KnowledgeOption option,
      @Parameters(paramLabel = "ID", description = "Such as S1-046, C11, retinoid-bought.")
          String id,
      @Option(names = "--json", description = "Write it as JSON.") boolean json) {
    LoadedKnowledge loaded = option.load();
    KnowledgeShow show = new KnowledgeShow(loaded);
    Map<String, String> shown = show.find(id);
    if (shown.isEmpty()) {
      throw unknown(id, show.ids());
    }
    print(shown, json);
    return ExitCode.ANSWERED;
  }

  @Command(
      name = "why",
      mixinStandardHelpOptions = true,
      description = "Why a rule is as it is: its sources, both sides of a conflict, its cases.")
  int why(
      @Mixin KnowledgeOption option,
      @Parameters(paramLabel = "RULE") String rule,
      @Option(names = "--json", description = "Write it as JSON.") boolean json) {
    LoadedKnowledge loaded = option.load();
    List<String> rules = loaded.knowledge().rules().stream().map(r -> r.id()).toList();
    if (!rules.contains(rule)) {
      throw unknown(rule, rules);
    }
    print(new KnowledgeShow(loaded).why(rule), json);
    return ExitCode.ANSWERED;
  }

  @Command(
      name = "conflicts",
      mixinStandardHelpOptions = true,
      description = "Where sources disagree, and the reading that is applied.")
  int conflicts(
      @Mixin KnowledgeOption option,
      @Option(names = "--json", description = "Write percuta.conflicts/1.") boolean json) {
    Knowledge knowledge = option.use();
    if (json) {
      Json.write(out(), generator -> KnowledgeJson.conflicts(generator, knowledge));
      return ExitCode.ANSWERED;
    }
    for (Conflict conflict : knowledge.conflicts().values()) {
      StringBuilder text = new StringBuilder();
      text.append(conflict.id()).append("  ").append(conflict.title()).append('\n');
      for (Conflict.Side side : conflict.sides()) {
        VerdictText.wrap(
            text,
            "     ",
            "· "
                + side.says()
                + " ["
                + String.join(", ", KnowledgeShow.both(side.claims(), side.literature()))
                + "]");
      }
      VerdictText.wrap(text, "     ", "Applied: " + conflict.reading());
      out().println(text);
    }
    return ExitCode.ANSWERED;
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = "What changed in meaning between two knowledge folders.")
  int diff(
      @Parameters(paramLabel = "OLD") Path old,
      @Parameters(paramLabel = "NEW") Path fresh,
      @Option(names = "--json", description = "Write percuta.diff/1.") boolean json) {
    Knowledge before = KnowledgeOption.load(old).knowledge();
    Knowledge after = KnowledgeOption.load(fresh).knowledge();
    KnowledgeDiffOutput.print(out(), before, after, json);
    return ExitCode.ANSWERED;
  }

  private void print(Map<String, String> shown, boolean json) {
    if (json) {
      Json.write(
          out(),
          generator -> {
            generator.writeStartObject();
            shown.forEach(generator::writeStringProperty);
            generator.writeEndObject();
          });
      return;
    }
    StringBuilder text = new StringBuilder();
    shown.forEach((key, value) -> {
      text.append(key).append('\n');
      value.lines().forEach(line -> VerdictText.wrap(text, "    ", line));
    });
    out().print(text);
  }

  private static StopException unknown(String id, List<String> known) {
    return new StopException(
        ExitCode.BAD_INPUT,
        List.of(
            Finding.error(
                "PX-0010",
                "Nothing has the id '" + id + "'.",
                "",
                Place.of("command line"),
                Nearest.find(id, known).map(near -> "Maybe " + near + "?").orElse(null))));
  }
}
