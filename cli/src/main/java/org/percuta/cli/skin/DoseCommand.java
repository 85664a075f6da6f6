package org.percuta.cli.skin;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.percuta.cli.ExitCode;
import org.percuta.cli.Json;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.Dosimetry;
import org.percuta.skin.picture.CrossSection;
import org.percuta.skin.picture.DensityPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a setting does to the skin of a site. */
@Command(
    name = "dose",
    mixinStandardHelpOptions = true,
    description = {
      "Say what a setting does: punctures per cm², the layer they reach, how long channels stay open.",
      "A model with its uncertainty; limits of the protocol that the setting is past come first."
    })
public final class DoseCommand implements Callable<Integer> {

  /** Which picture. */
  enum Picture {
    SECTION,
    DENSITY
  }

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin DoseOptions setting = new DoseOptions();
  @Mixin ParameterOption parameterOption = new ParameterOption();
  @Mixin SvgOption svg = new SvgOption();
  @Mixin ProtocolFirst protocol = new ProtocolFirst();

  @Option(names = "--json", description = "Write the numbers as JSON.")
  boolean json;

  @Option(
      names = "--picture",
      defaultValue = "section",
      description = "With --svg: section (needle and layers) or density (1 cm²).")
  Picture picture = Picture.SECTION;

  /** For picocli. */
  public DoseCommand() {}

  @Override
  public Integer call() {
    Quantities quantities = new Quantities();
    DoseRequest request = setting.request(quantities);
    quantities.stopIfWrong();
    SkinParameters parameters = parameterOption.read();
    Dose dose = Quantities.orStop(Dosimetry.dose(parameters, request));
    PrintWriter out = spec.commandLine().getOut();
    protocol.say(
        parameterOption.protocol(),
        request,
        svg.toOutput() || json ? spec.commandLine().getErr() : out);
    if (svg.wanted()) {
      svg.write(
          out,
          switch (picture) {
            case SECTION -> CrossSection.of(dose);
            case DENSITY -> DensityPicture.of(dose);
          });
    }
    if (svg.toOutput()) {
      return ExitCode.ANSWERED;
    }
    if (json) {
      Json.write(out, generator -> DoseJson.write(generator, dose));
    } else {
      out.print(DoseText.of(dose));
      out.flush();
    }
    return ExitCode.ANSWERED;
  }
}
