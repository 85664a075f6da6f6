package org.percuta.cli.skin;

import static org.percuta.cli.skin.Quantities.COMMAND_LINE;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.cli.ExitCode;
import org.percuta.cli.StopException;
import org.percuta.planning.ProtocolLimits;
import org.percuta.planning.Refusal;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Nearest;
import org.percuta.skin.dosimetry.DoseRequest;
import picocli.CommandLine.Option;

/** What the protocol says of a setting, to be read before what the model says of it. */
final class ProtocolFirst {

  /** No concern of the content: then only what holds for all of them binds. */
  private static final String ANY_CONCERN = "";

  @Option(
      names = "--concern",
      paramLabel = "CONCERN",
      description = "What is treated, such as acne-scars; its own limits then hold as well.")
  @Nullable String concern;

  /**
   * Says each limit that the setting is past, and what sets it; ends the command at no such
   * concern.
   */
  void say(Knowledge knowledge, DoseRequest request, PrintWriter words) {
    if (concern != null && !knowledge.concerns().containsKey(concern)) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          List.of(
              Finding.error(
                  "PX-0712",
                  "No concern '" + concern + "'.",
                  "--concern",
                  COMMAND_LINE,
                  Nearest.hint(concern, knowledge.concerns().keySet()))));
    }
    Goal goal = Goal.inClinic(concern == null ? ANY_CONCERN : concern, request.site());
    ProtocolLimits.find(knowledge, request.device(), goal)
        .map(limits -> limits.refusals(request.depth_mm(), request.passes()))
        .orElse(List.of())
        .forEach(refusal -> words.println(warning(knowledge, refusal).inOneLine()));
  }

  private static Finding warning(Knowledge knowledge, Refusal refusal) {
    double most = refusal.limit().most();
    String words =
        switch (refusal.limit().what()) {
          case DEVICE -> "The protocol does not offer this device.";
          case DEPTH ->
              say(
                  "%.2f mm is past %.2f mm, the deepest that the protocol allows.",
                  refusal.asked(), most);
          case PASSES ->
              say("%.0f passes are more than %.0f, the most over one area.", refusal.asked(), most);
        };
    return Finding.warning(
        "PX-0713",
        words + " " + source(knowledge, refusal.limit().source()),
        refusal.limit().what().name().toLowerCase(Locale.ROOT),
        COMMAND_LINE,
        null);
  }

  private static String source(Knowledge knowledge, Sourced item) {
    Stream<String> read =
        Stream.concat(
            item.claims().stream().map(id -> claim(knowledge, id)),
            item.literature().stream().map(id -> fact(knowledge, id)));
    return "Set by "
        + item.id()
        + ", grade "
        + item.grade()
        + ": "
        + String.join(" ", read.toList());
  }

  private static String claim(Knowledge knowledge, String id) {
    Claim claim = knowledge.claims().get(id);
    return claim == null ? id : id + " “" + claim.statement() + "”";
  }

  private static String fact(Knowledge knowledge, String id) {
    LiteratureFact fact = knowledge.literature().get(id);
    return fact == null ? id : id + " “" + fact.statement() + "”";
  }

  private static String say(String words, double asked, double most) {
    return String.format(Locale.ROOT, words, asked, most);
  }
}
