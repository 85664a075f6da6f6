package org.percuta.clinic.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.io.CheckedKnowledge;
import org.percuta.protocol.io.KnowledgeFiles;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.io.LoadedKnowledge;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Finding;

/**
 * The clinical content that this program was started with: what it ships, or a folder that the
 * operator names. A clinic works by it once it has accepted it.
 *
 * @param asWritten the content under its own settings, compiled
 * @param files bytes by path, as they are kept for a clinic that works by them
 */
public record ProgramContent(InForce asWritten, SortedMap<String, byte[]> files) {

  private static final int SAID = 3;

  /** Every application of one process ships the same. */
  private static final FutureTask<ProgramContent> SHIPPED =
      new FutureTask<>(ProgramContent::shipped);

  /** Begins to read what the program ships, beside whatever the caller does next. */
  public static void readAhead() {
    Thread.ofPlatform().daemon().name("content").start(SHIPPED);
  }

  static ProgramContent of(@Nullable Path folder) {
    if (folder != null) {
      return brought(folder);
    }
    // Reads it here unless another thread does already.
    SHIPPED.run();
    try {
      return SHIPPED.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while reading the shipped knowledge", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  Knowledge knowledge() {
    return asWritten.knowledge();
  }

  private static ProgramContent shipped() {
    SortedMap<String, byte[]> files = KnowledgeFiles.shipped();
    LoadedKnowledge loaded = KnowledgeReader.read(files, "knowledge/");
    refuse("The shipped knowledge", loaded.findings());
    return new ProgramContent(InForce.of(loaded.knowledge(), 0), files);
  }

  /** What the build has checked of the shipped content is checked here, golden cases too. */
  private static ProgramContent brought(Path folder) {
    String named = "percuta.knowledge=" + folder;
    if (!Files.isRegularFile(folder.resolve("version.yaml"))) {
      throw new IllegalStateException(
          named
              + " holds no version.yaml. Maybe name the folder knowledge/ of a Percuta checkout?");
    }
    try {
      SortedMap<String, byte[]> files = KnowledgeFiles.fromFolder(folder);
      LoadedKnowledge loaded = KnowledgeReader.read(files, folder + "/");
      refuse(named, loaded.findings());
      refuse(named, CheckedKnowledge.of(loaded, folder).findings());
      return new ProgramContent(InForce.of(loaded.knowledge(), 0), files);
    } catch (IOException e) {
      throw new UncheckedIOException(named + " cannot be read", e);
    }
  }

  private static void refuse(String what, List<Finding> findings) {
    List<Finding> errors = findings.stream().filter(Finding::isError).toList();
    if (!errors.isEmpty()) {
      throw new IllegalStateException(
          what
              + " cannot be used, it has "
              + errors.size()
              + " errors. percuta knowledge check lists them; the first are: "
              + errors.stream().limit(SAID).toList());
    }
  }
}
