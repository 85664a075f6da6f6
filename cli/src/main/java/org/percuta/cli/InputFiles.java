package org.percuta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.fhir.read.Counts;
import org.percuta.fhir.read.FhirReader;
import org.percuta.fhir.read.FhirReading;
import org.percuta.fhir.read.FileKind;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.Intake;
import org.percuta.protocol.io.IntakeReader;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Place;

/** Reads a person's files, whichever of the known forms they have. */
final class InputFiles {

  private final Knowledge knowledge;
  private final Findings findings;
  private final Map<String, Counts> records = new LinkedHashMap<>();

  InputFiles(Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
    this.findings = findings;
  }

  Optional<Intake> read(Path file) {
    String name = file.toString();
    try {
      if (Files.isDirectory(file)) {
        findings.error("PX-0009", "It is a folder, not a file.", "", Place.of(name), null);
        return Optional.empty();
      }
      long size = Files.size(file);
      if (size > FhirReader.LARGEST) {
        findings.error(
            "PX-0101",
            "The file has "
                + size / 1_000_000
                + " MB; at most "
                + FhirReader.LARGEST / 1_000_000
                + " MiB are read.",
            "",
            Place.of(name),
            "Maybe it holds many people? Split it by person.");
        return Optional.empty();
      }
      return read(name, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      findings.error("PX-0009", "There is no such file.", "", Place.of(name), near(file));
      return Optional.empty();
    } catch (IOException e) {
      findings.error(
          "PX-0009", "It cannot be read: " + e.getMessage() + ".", "", Place.of(name), null);
      return Optional.empty();
    }
  }

  private Optional<Intake> read(String name, byte[] bytes) {
    if (FileKind.of(bytes) == FileKind.INTAKE) {
      return IntakeReader.read(name, bytes, knowledge, findings);
    }
    FhirReading reading = FhirReader.of(knowledge).read(bytes, name);
    findings.addAll(reading.findings());
    records.put(name, reading.counts());
    return Optional.of(new Intake(reading.record(), List.of(), null));
  }

  /** What became of the resources of each FHIR file. */
  Map<String, Counts> records() {
    return records;
  }

  private static @org.jspecify.annotations.Nullable String near(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return null;
    }
    try (var siblings = Files.list(folder)) {
      return org.percuta.protocol.validate.Nearest.find(
              String.valueOf(file.getFileName()),
              siblings.limit(500).map(p -> String.valueOf(p.getFileName())).toList())
          .map(found -> "Maybe " + found + "?")
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }
}
