package org.percuta.clinic.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the data directory of a new database. */
final class Cluster {

  static final String SUPERUSER = "percuta_admin";

  private Cluster() {}

  /**
   * Creates {@code database} unless it is there. Works in a folder beside it and renames when done,
   * so that a kill half-way leaves nothing that looks like a database.
   */
  static void ensure(Path database, Binaries binaries, Unprivileged user, String password) {
    if (Files.exists(database.resolve("PG_VERSION"))) {
      return;
    }
    Path partial = database.resolveSibling(database.getFileName() + ".new");
    Path passwordFile = database.resolveSibling("initdb.password");
    try {
      deleteTree(partial);
      Files.deleteIfExists(passwordFile);
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(passwordFile, password);
      Command.run(
          user.command(
              List.of(
                  binaries.program("initdb"),
                  "--pgdata=" + partial,
                  "--username=" + SUPERUSER,
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--data-checksums",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--locale=C.UTF-8")),
          partial.resolveSibling("."));
      Files.move(partial, database, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the database in " + database, e);
    } finally {
      deleteQuietly(passwordFile);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the password file " + file, e);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
