package org.percuta.cli.skin;

import static org.percuta.cli.skin.Quantities.COMMAND_LINE;

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

/** What the protocol says of a setting, to be read before what the model says of it. */
final class ProtocolFirst {

  /** No concern of the content: then only what holds for all of them binds. */
  private static final String ANY_CONCERN = "";

  private final Knowledge knowledge;

  ProtocolFirst(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Each limit that the setting is past, and what sets it; ends the command at no such concern. */
  List<Finding> warnings(DoseRequest request, @Nullable String concern) {
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
    return ProtocolLimits.find(knowledge, request.device(), goal)
        .map(limits -> limits.refusals(request.depth_mm(), request.passes()))
        .orElse(List.of())
        .stream()
        .map(this::finding)
        .toList();
  }

  private Finding finding(Refusal refusal) {
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
        words + " " + source(refusal.limit().source()),
        refusal.limit().what().name().toLowerCase(Locale.ROOT),
        COMMAND_LINE,
        null);
  }

  private String source(Sourced item) {
    Stream<String> read =
        Stream.concat(
            item.claims().stream().map(this::claim), item.literature().stream().map(this::fact));
    return "Set by "
        + item.id()
        + ", grade "
        + item.grade()
        + ": "
        + String.join(" ", read.toList());
  }

  private String claim(String id) {
    Claim claim = knowledge.claims().get(id);
    return claim == null ? id : id + " “" + claim.statement() + "”";
  }

  private String fact(String id) {
    LiteratureFact fact = knowledge.literature().get(id);
    return fact == null ? id : id + " “" + fact.statement() + "”";
  }

  private static String say(String words, double asked, double most) {
    return String.format(Locale.ROOT, words, asked, most);
  }
}
