package org.percuta.cli.skin;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.percuta.cli.ExitCode;
import org.percuta.cli.Json;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.Dosimetry;
import org.percuta.skin.healing.Ensemble;
import org.percuta.skin.healing.HealingCourse;
import org.percuta.skin.healing.HealingPerson;
import org.percuta.skin.healing.Projection;
import org.percuta.skin.picture.HealingTimeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the skin heals over a course. */
@Command(
    name = "heal",
    mixinStandardHelpOptions = true,
    description = {
      "Say how the skin heals and builds collagen over a course, with 50 and 90 %% bands.",
      "A model with its uncertainty, not a promise; it overrules no limit of the protocol."
    })
public final class HealCommand implements Callable<Integer> {

  private static final int MOST_MEMBERS = 20_000;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin DoseOptions setting = new DoseOptions();
  @Mixin ParameterOption parameterOption = new ParameterOption();
  @Mixin SvgOption svg = new SvgOption();
  @Mixin ProtocolFirst protocol = new ProtocolFirst();

  @Option(names = "--json", description = "Write the curves and bands as JSON.")
  boolean json;

  @Option(
      names = "--sessions",
      defaultValue = "4",
      paramLabel = "N",
      description = "Equal sessions; 4 if absent.")
  int sessions = 4;

  @Option(
      names = "--interval",
      defaultValue = "28d",
      paramLabel = "TIME",
      description = "Between sessions: 28d, 6wk; 28d if absent.")
  @Nullable String interval;

  @Option(
      names = "--members",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Runs over what is not known; 1000 if absent.")
  int members = Ensemble.USUAL_MEMBERS;

  @Option(
      names = "--seed",
      defaultValue = "20260101",
      paramLabel = "N",
      description = "The same seed gives the same bands.")
  long seed;

  /** For picocli. */
  public HealCommand() {}

  @Override
  public Integer call() {
    Quantities quantities = new Quantities();
    DoseRequest request = setting.request(quantities);
    double days = quantities.read("--interval", interval, Quantities.INTERVAL_D, "d").orElse(28);
    if (members < 20 || members > MOST_MEMBERS) {
      quantities.wrong("--members", members + " is outside 20 to " + MOST_MEMBERS + " runs.", null);
    }
    quantities.stopIfWrong();
    SkinParameters parameters = parameterOption.read();
    Dose dose = Quantities.orStop(Dosimetry.dose(parameters, request));
    HealingPerson person =
        new HealingPerson(request.age().orElse(HealingPerson.REFERENCE.age()), request.phototype());
    HealingCourse course = Quantities.orStop(HealingCourse.of(person, dose, sessions, days));
    Projection projection = new Ensemble(parameters).project(course, dose, members, seed);
    PrintWriter out = spec.commandLine().getOut();
    protocol.say(
        parameterOption.protocol(),
        request,
        svg.toOutput() || json ? spec.commandLine().getErr() : out);
    if (svg.wanted()) {
      svg.write(out, HealingTimeline.of(projection));
    }
    if (svg.toOutput()) {
      return ExitCode.ANSWERED;
    }
    if (json) {
      Json.write(out, generator -> HealJson.write(generator, dose, projection));
    } else {
      out.print(HealText.of(dose, projection));
      out.flush();
    }
    return ExitCode.ANSWERED;
  }
}
