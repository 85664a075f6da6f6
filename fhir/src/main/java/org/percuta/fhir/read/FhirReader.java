package org.percuta.fhir.read;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.CodeMapping;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.Patient.Sex;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.validate.Nearest;
import org.percuta.protocol.validate.Place;

/**
 * Reads the facts of one person from FHIR R4: a Bundle or a resource in JSON, or NDJSON. It never
 * throws on what a file holds. A reader is immutable and can be shared.
 */
public final class FhirReader {

  /** The largest file that is read, in bytes. */
  public static final long LARGEST = 128L * 1024 * 1024;

  private static final Map<String, Sex> SEXES =
      Map.of("female", Sex.FEMALE, "male", Sex.MALE, "other", Sex.OTHER, "unknown", Sex.UNKNOWN);

  private final CodeIndex codes;
  private final Map<String, FactDefinition> facts;

  private FhirReader(CodeIndex codes, Map<String, FactDefinition> facts) {
    this.codes = codes;
    this.facts = facts;
  }

  /** A reader for this knowledge. */
  public static FhirReader of(Knowledge knowledge) {
    return of(knowledge.codes(), knowledge.facts(), knowledge.sites().keySet());
  }

  /**
   * @param mappings what codes stand for: facts, sites, the answers {@code yes}, {@code no} and
   *     {@code unknown}, the phototypes {@code I} to {@code VI}, or the attributes {@code weight}
   *     and {@code phototype}
   * @param facts by id
   * @param sites ids
   * @throws IllegalArgumentException when a mapping stands for something else
   */
  public static FhirReader of(
      List<CodeMapping> mappings, Map<String, FactDefinition> facts, Collection<String> sites) {
    return new FhirReader(new CodeIndex(mappings, facts, Set.copyOf(sites)), Map.copyOf(facts));
  }

  /** Reads a file or pipe; what cannot be read is said in the findings. */
  public FhirReading read(Path file) {
    String name = file.toString();
    FindingSink sink = new FindingSink();
    Optional<byte[]> bytes = Bytes.read(file, name, LARGEST, sink);
    return bytes.isPresent()
        ? read(bytes.get(), name)
        : new FhirReading(
            record(Patient.UNKNOWN, List.of()), sink.list(name), Counts.NONE, null, Map.of());
  }

  /**
   * Reads bytes already at hand.
   *
   * @param name the file's name, as findings and reasons show it
   */
  public FhirReading read(byte[] bytes, String name) {
    FindingSink sink = new FindingSink();
    DocumentReader document = new DocumentReader(codes, facts, sink);
    switch (FileKind.of(bytes)) {
      case FHIR_JSON, FHIR_NDJSON, INTAKE -> {
        int start = Bytes.afterMark(bytes);
        while (start < bytes.length && Bytes.isSpace(bytes[start]) && bytes[start] != '\n') {
          start++;
        }
        if (Bytes.isLines(bytes, start)) {
          document.lines(bytes, start, name);
        } else {
          document.document(new Slice(bytes, start, bytes.length, name, 0));
        }
      }
      case XML ->
          unreadable(sink, name, "The file is XML.", "Maybe export it as FHIR JSON instead?");
      case COMPRESSED ->
          unreadable(sink, name, "The file is compressed.", "Maybe unpack it first?");
      case NOT_UTF8 ->
          unreadable(sink, name, "The file is not in UTF-8.", "Maybe save it as UTF-8?");
      case EMPTY -> unreadable(sink, name, "The file is empty.", "Maybe the export failed?");
    }
    return interpret(document, name, sink);
  }

  private static void unreadable(FindingSink sink, String name, String message, String hint) {
    sink.error("PX-0404", message, "", Place.of(name), hint);
  }

  private FhirReading interpret(DocumentReader document, String name, FindingSink sink) {
    Subject subject = new Subject(document.drafts, name, sink);
    Interpreter interpreter = new Interpreter(facts, sink);
    if (!subject.mixed) {
      interpreter.interpret(document.drafts, subject);
    }
    if (document.drafts.isEmpty() && document.resources() > document.broken()) {
      sink.warning(
          "PX-0421",
          "The file holds nothing that is read; it holds " + document.otherTypes() + ".",
          "",
          Place.of(name),
          document.otherTypes().keySet().stream()
              .flatMap(type -> Nearest.find(type, TYPES).stream())
              .findFirst()
              .map(type -> "Maybe " + type + "?")
              .orElse(null));
    }
    Counts counts =
        new Counts(
            document.resources(),
            interpreter.used,
            subject.mixed ? document.drafts.size() : interpreter.setAside,
            interpreter.withoutMeaning,
            interpreter.uncoded,
            document.broken(),
            document.otherTypes());
    return new FhirReading(
        record(patient(subject, interpreter, sink), interpreter.statements),
        sink.list(name),
        counts,
        subject.patient == null ? null : subject.patient.humanName,
        interpreter.codes);
  }

  private static final List<String> TYPES =
      List.of(
          "Bundle",
          "Patient",
          "Condition",
          "Medication",
          "MedicationRequest",
          "MedicationStatement",
          "MedicationAdministration",
          "AllergyIntolerance",
          "Procedure",
          "Observation",
          "QuestionnaireResponse");

  private static Patient patient(Subject subject, Interpreter interpreter, FindingSink sink) {
    Draft draft = subject.patient;
    Double weight = interpreter.observations.weight_kg();
    Integer phototype = interpreter.observations.phototype();
    if (draft == null) {
      return new Patient(subject.id(), null, null, phototype, weight);
    }
    if (draft.deceased) {
      sink.warning(
          "PX-0420",
          draft.name() + " is recorded as deceased.",
          draft.path(),
          draft.place,
          "Maybe this is the wrong file?");
    }
    return new Patient(subject.id(), draft.birthDate, sex(draft, sink), phototype, weight);
  }

  private static @Nullable Sex sex(Draft draft, FindingSink sink) {
    if (draft.gender == null) {
      return null;
    }
    Sex sex = SEXES.get(draft.gender);
    if (sex == null) {
      sink.warning(
          "PX-0414",
          "'" + draft.gender + "' is no administrative gender.",
          draft.path() + ".gender",
          draft.place,
          Nearest.hint(draft.gender, SEXES.keySet()));
    }
    return sex;
  }

  private static PatientRecord record(Patient patient, List<FactStatement> statements) {
    return new PatientRecord(patient, statements, List.of(), Set.of());
  }
}
