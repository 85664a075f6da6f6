package org.percuta.clinic.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once from the jar.
 *
 * @param home the folder holding {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  /** Unpacks into {@code folder} unless a complete copy is there. */
  static Binaries unpackedIn(Path folder) {
    requireSupportedPlatform();
    if (Files.isExecutable(folder.resolve("bin/postgres"))) {
      return new Binaries(folder);
    }
    try {
      Files.createDirectories(folder.toAbsolutePath().getParent());
      Path partial = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "unpacking-");
      unpackTo(partial);
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
      // Renamed when complete, so that a kill half-way never leaves half a server behind.
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL into " + folder, e);
    }
    return new Binaries(folder);
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static void requireSupportedPlatform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "");
    if (!os.contains("linux") || !arch.equals("amd64")) {
      throw new PostgresStartException(
          "The bundled PostgreSQL runs on Linux amd64; this is "
              + os
              + " "
              + arch
              + ". Maybe use a server: --database jdbc:postgresql://host/percuta");
    }
  }

  private static void unpackTo(Path target) throws IOException {
    try (InputStream packed = archive();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      @Nullable TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("Entry outside the archive: " + entry.getName());
        }
        write(tar, entry, path);
      }
    }
  }

  private static InputStream archive() {
    InputStream packed = Binaries.class.getResourceAsStream(ARCHIVE);
    if (packed == null) {
      throw new PostgresStartException(
          "The PostgreSQL bundle " + ARCHIVE + " is not on the class path.");
    }
    return packed;
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
