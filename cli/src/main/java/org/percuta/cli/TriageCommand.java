package org.percuta.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.triage.NotUnderstood;
import org.percuta.protocol.triage.Triage;
import org.percuta.protocol.triage.TriageReason;
import org.percuta.protocol.triage.TriageResult;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Nearest;
import org.percuta.protocol.validate.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

@Command(
    name = "triage",
    mixinStandardHelpOptions = true,
    description = "What a report after a session calls for: expected, watch, call or urgent.")
final class TriageCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin KnowledgeOption knowledgeOption = new KnowledgeOption();

  @Option(
      names = "--day",
      required = true,
      description = "Days after the session; 0 is the day itself.")
  int day;

  @Option(
      names = "--symptom",
      paramLabel = "KEY=SEVERITY",
      description = "Such as redness=mild; none, mild, moderate or severe. May be repeated.")
  Map<String, String> symptoms = new LinkedHashMap<>();

  @Option(names = "--worsening", description = "It got better and then worse again.")
  boolean worsening;

  @Option(names = "--json", description = "Write percuta.triage/1.")
  boolean json;

  @Override
  public Integer call() {
    Knowledge knowledge = knowledgeOption.use();
    Map<String, Severity> reported = new LinkedHashMap<>();
    symptoms.forEach((key, text) -> reported.put(key, severity(key, text)));
    return switch (Triage.of(knowledge).assess(day, reported, worsening)) {
      case TriageResult result -> {
        if (json) {
          Json.write(spec.commandLine().getOut(), out -> write(out, knowledge, result));
        } else {
          spec.commandLine().getOut().print(text(result));
        }
        yield ExitCode.ANSWERED;
      }
      case NotUnderstood not -> {
        // What was understood may already be urgent; that is said even though the rest was not.
        if (not.atLeast() != null && !not.atLeast().reasons().isEmpty()) {
          spec.commandLine().getErr().println("What was understood calls for:");
          spec.commandLine().getErr().print(text(not.atLeast()));
        }
        throw new StopException(ExitCode.BAD_INPUT, not.findings());
      }
    };
  }

  private static Severity severity(String key, String text) {
    List<String> known = Arrays.stream(Severity.values()).map(VerdictJson::lower).toList();
    for (Severity severity : Severity.values()) {
      if (VerdictJson.lower(severity).equals(text.strip().toLowerCase(Locale.ROOT))) {
        return severity;
      }
    }
    throw new StopException(
        ExitCode.BAD_INPUT,
        List.of(
            Finding.error(
                "PX-0503",
                "'" + text + "' is not a severity.",
                key,
                Place.of("--symptom"),
                Nearest.hint(text, known))));
  }

  private static String text(TriageResult result) {
    StringBuilder text = new StringBuilder();
    text.append(result.level().name()).append('\n');
    for (TriageReason reason : result.reasons()) {
      VerdictText.wrap(text, "  ", "· " + reason.because() + " [" + reason.item() + "]");
    }
    for (String act : result.act()) {
      VerdictText.wrap(text, "  ", "→ " + act);
    }
    return text.toString();
  }

  private void write(JsonGenerator out, Knowledge knowledge, TriageResult result) {
    out.writeStartObject();
    out.writeStringProperty("schema", "percuta.triage/1");
    VerdictJson.knowledge(out, knowledge);
    out.writeNumberProperty("day", day);
    out.writeStringProperty("level", VerdictJson.lower(result.level()));
    out.writeArrayPropertyStart("reasons");
    for (TriageReason reason : result.reasons()) {
      out.writeStartObject();
      out.writeStringProperty("item", reason.item());
      out.writeStringProperty("level", VerdictJson.lower(reason.level()));
      Json.nullable(out, "symptom", reason.symptom());
      out.writeStringProperty("because", reason.because());
      Json.strings(out, "claims", reason.claims());
      Json.strings(out, "literature", reason.literature());
      out.writeStringProperty("grade", reason.grade().name());
      Json.nullable(out, "conflict", reason.conflict());
      out.writeEndObject();
    }
    out.writeEndArray();
    Json.strings(out, "do", result.act());
    out.writeEndObject();
  }
}
