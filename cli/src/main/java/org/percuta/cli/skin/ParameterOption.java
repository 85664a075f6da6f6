package org.percuta.cli.skin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.cli.ExitCode;
import org.percuta.cli.StopException;
import org.percuta.protocol.io.parameters.LoadedParameters;
import org.percuta.protocol.io.parameters.ParameterFiles;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;
import org.percuta.skin.SkinParameters;
import picocli.CommandLine.Option;

/** Which numbers the model runs on. */
final class ParameterOption {

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description = "Use parameters/ of this folder instead of what Percuta ships.")
  @Nullable Path folder;

  SkinParameters read() {
    LoadedParameters loaded = load();
    if (!loaded.isValid()) {
      throw new StopException(ExitCode.KNOWLEDGE_INVALID, loaded.findings());
    }
    return Quantities.orStop(SkinParameters.from(loaded.parameters()));
  }

  private LoadedParameters load() {
    Path place = folder;
    if (place == null) {
      return ParameterFiles.read();
    }
    try {
      return ParameterFiles.read(place);
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          List.of(
              Finding.error(
                  "PX-0004",
                  "The folder cannot be read: " + e.getMessage() + ".",
                  "",
                  Place.of(place.toString()),
                  null)));
    }
  }
}
