package org.percuta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.io.CheckedKnowledge;
import org.percuta.protocol.io.KnowledgeFiles;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.io.LoadedKnowledge;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;
import picocli.CommandLine.Option;

/** Which knowledge a command uses. */
public final class KnowledgeOption {

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description = "Use the knowledge in this folder instead of what Percuta ships.")
  @Nullable Path folder;

  /** Knowledge that can be used; otherwise the command ends with its findings. */
  Knowledge use() {
    return use(folder);
  }

  /** The same of a folder, or of what Percuta ships without one. */
  public static Knowledge use(@Nullable Path folder) {
    LoadedKnowledge loaded = orShipped(folder);
    if (!loaded.isValid()) {
      throw new StopException(ExitCode.KNOWLEDGE_INVALID, loaded.findings());
    }
    return loaded.knowledge();
  }

  LoadedKnowledge load() {
    return orShipped(folder);
  }

  private static LoadedKnowledge orShipped(@Nullable Path folder) {
    return folder == null ? KnowledgeReader.shipped() : load(folder);
  }

  /** The knowledge with everything that can be found wrong with it. */
  CheckedKnowledge check() {
    return folder == null ? CheckedKnowledge.shipped() : CheckedKnowledge.of(load(folder), folder);
  }

  static LoadedKnowledge load(Path folder) {
    if (!Files.isRegularFile(folder.resolve("version.yaml"))) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          List.of(
              Finding.error(
                  "PX-0003",
                  "The folder holds no version.yaml, so it is not a knowledge folder.",
                  "",
                  Place.of(folder.toString()),
                  "Maybe name the folder knowledge/ of a Percuta checkout?")));
    }
    try {
      return KnowledgeReader.read(KnowledgeFiles.fromFolder(folder), folder + "/");
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** What ends a command that cannot read a folder it was given. */
  public static StopException unreadable(Path folder, IOException e) {
    return new StopException(
        ExitCode.BAD_INPUT,
        List.of(
            Finding.error(
                "PX-0004",
                "The folder cannot be read: " + e.getMessage() + ".",
                "",
                Place.of(folder.toString()),
                null)));
  }
}
