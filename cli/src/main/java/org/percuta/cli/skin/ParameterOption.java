package org.percuta.cli.skin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.percuta.cli.ExitCode;
import org.percuta.cli.KnowledgeOption;
import org.percuta.cli.StopException;
import org.percuta.protocol.io.parameters.LoadedParameters;
import org.percuta.protocol.io.parameters.ParameterFiles;
import org.percuta.protocol.model.Knowledge;
import org.percuta.skin.SkinParameters;
import picocli.CommandLine.Option;

/** Which numbers the model runs on. */
final class ParameterOption {

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description = "Use the knowledge in this folder instead of what Percuta ships.")
  @Nullable Path folder;

  SkinParameters read() {
    LoadedParameters loaded = load();
    if (!loaded.isValid()) {
      throw new StopException(ExitCode.KNOWLEDGE_INVALID, loaded.findings());
    }
    return Quantities.orStop(SkinParameters.from(loaded.parameters()));
  }

  /** The content whose limits bind: that of the folder, if it holds one beside its parameters. */
  Knowledge protocol() {
    Path place = folder;
    boolean holdsContent = place != null && Files.isRegularFile(place.resolve("version.yaml"));
    return KnowledgeOption.use(holdsContent ? place : null);
  }

  private LoadedParameters load() {
    Path place = folder;
    if (place == null) {
      return ParameterFiles.read();
    }
    try {
      return ParameterFiles.read(place);
    } catch (IOException e) {
      throw KnowledgeOption.unreadable(place, e);
    }
  }
}
