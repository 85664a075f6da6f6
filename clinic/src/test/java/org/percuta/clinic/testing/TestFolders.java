package org.percuta.clinic.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Where tests keep files. A child process may use this without starting anything. */
public final class TestFolders {

  /** The unpacked server, shared by all tests. */
  public static final Path PROGRAMS = Path.of("target/postgres-18.6.0");

  private TestFolders() {}

  /** An empty folder under {@code target}. */
  public static Path fresh(String name) {
    Path folder = Path.of("target/test-data").resolve(name);
    try {
      if (Files.exists(folder)) {
        Files.walkFileTree(folder, new Deleter());
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return folder;
  }

  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
