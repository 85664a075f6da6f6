package org.percuta.clinic.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.documents.DocumentRepository.Document;
import org.percuta.clinic.documents.DocumentRepository.Withdrawn;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.Sha256;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.Upload;
import org.percuta.clinic.platform.web.View;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A patient's documents: add, list, save to the reader's own machine, withdraw. */
@Controller
@RequestMapping("/patients/{patientId}/documents")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class DocumentController {

  private static final String LIST = "documents/list";
  private static final int LARGEST_MB = 10;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_REASON = 1000;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private static final String DAMAGED =
      "Its content does not have the hash it was added with, so it is not handed out. The hash at"
          + " that time is in the audit.";

  private final Patients patients;
  private final Documents documents;
  private final DocumentRepository repository;
  private final Examiner examiner;
  private final Notices notices;
  private final Clock clock;

  DocumentController(
      Patients patients,
      Documents documents,
      DocumentRepository repository,
      Examiner examiner,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.documents = documents;
    this.repository = repository;
    this.examiner = examiner;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * @param withdrawn when, by whom and why; absent while it counts
   */
  record Line(
      UUID id,
      String title,
      String kind,
      String size,
      String added,
      String sha256,
      @Nullable String withdrawn) {}

  /** Why a document is not handed out. */
  record NotGiven(String what, String why) {}

  record ListPage(PatientBanner banner, List<Line> lines, Form form, @Nullable NotGiven notGiven) {}

  @GetMapping
  ModelAndView list(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "documents",
        patient -> View.of(LIST, page(actor, patient, Form.empty(), null)));
  }

  @PostMapping
  ModelAndView add(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    Optional<Upload> upload = Upload.read(form, file, LARGEST_MB);
    String typedTitle = form.optionalText("title", "a title", LONGEST_TITLE);
    Optional<DocumentKind> kind = upload.flatMap(one -> kind(form, one));
    return patients.open(
        actor,
        patientId,
        "documents",
        patient -> {
          if (!form.isValid() || upload.isEmpty() || kind.isEmpty()) {
            return View.rejected(LIST, page(actor, patient, form, null));
          }
          String title = typedTitle.isEmpty() ? upload.get().name() : typedTitle;
          documents.add(actor, patientId, title, kind.get(), upload.get().content());
          notices.say(response, Notices.Notice.ADDED, clock.instant());
          return View.redirect("/patients/" + patientId + "/documents");
        });
  }

  private Optional<DocumentKind> kind(Form form, Upload upload) {
    return switch (examiner.check(upload.content())) {
      case DocumentKind.Checked.Good(DocumentKind kind) -> Optional.of(kind);
      case DocumentKind.Checked.Bad(String why) -> {
        form.reject("file", why);
        yield Optional.empty();
      }
    };
  }

  @GetMapping("/{documentId}")
  Object save(Actor actor, @PathVariable UUID patientId, @PathVariable UUID documentId) {
    return patients.open(
        actor,
        patientId,
        "document:" + documentId,
        patient -> {
          Optional<byte[]> content = repository.findContent(patientId, documentId);
          // Read after the content: if that was withdrawn, this says so.
          Document document = get(patientId, documentId);
          Withdrawn withdrawn = document.withdrawn();
          if (content.isEmpty() || withdrawn != null) {
            String why =
                "It is not handed out any more."
                    + (withdrawn == null ? "" : " It was " + words(actor, withdrawn));
            return View.with(
                HttpStatus.NOT_FOUND,
                LIST,
                page(
                    actor,
                    patient,
                    Form.empty(),
                    new NotGiven("“" + document.title() + "” was withdrawn", why)));
          }
          if (!Sha256.hex(content.get()).equals(document.sha256())) {
            return View.with(
                HttpStatus.CONFLICT,
                LIST,
                page(
                    actor,
                    patient,
                    Form.empty(),
                    new NotGiven(
                        "“" + document.title() + "” is no longer what was added", DAMAGED)));
          }
          return file(document, content.get());
        });
  }

  @PostMapping("/{documentId}/withdraw")
  @Allow({Role.OWNER, Role.CLINICIAN})
  ModelAndView withdraw(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID documentId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "documents",
        patient -> {
          get(patientId, documentId);
          String field = "reason-" + documentId;
          String reason = form.text(field, "why it is withdrawn", LONGEST_REASON);
          if (form.isValid() && !documents.withdraw(actor, patientId, documentId, reason)) {
            form.reject(field, "It was withdrawn already. Your reason was not kept.");
          }
          if (!form.isValid()) {
            return View.rejected(LIST, page(actor, patient, form, null));
          }
          notices.say(response, Notices.Notice.WITHDRAWN, clock.instant());
          return View.redirect("/patients/" + patientId + "/documents");
        });
  }

  private Document get(UUID patient, UUID document) {
    return repository.find(patient, document).orElseThrow(() -> new NotFound("document"));
  }

  private static ResponseEntity<byte[]> file(Document document, byte[] content) {
    DocumentKind kind = document.kind();
    String name = document.title().replaceAll("[^\\p{L}\\p{N}._() -]", " ").strip();
    boolean named = name.toLowerCase(Locale.ROOT).endsWith("." + kind.suffix());
    MediaType type =
        kind == DocumentKind.TEXT
            ? new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)
            : MediaType.parseMediaType(kind.mediaType());
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(named ? name : name + "." + kind.suffix(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .body(content);
  }

  private ListPage page(Actor actor, Patient patient, Form form, @Nullable NotGiven notGiven) {
    return new ListPage(
        patients.banner(actor, patient),
        repository.list(patient.id()).stream().map(one -> line(actor, one)).toList(),
        form,
        notGiven);
  }

  private static Line line(Actor actor, Document one) {
    Withdrawn withdrawn = one.withdrawn();
    return new Line(
        one.id(),
        one.title(),
        one.kind().words(),
        size(one.bytes()),
        at(actor, one.at()) + ", " + one.recordedBy(),
        one.sha256(),
        withdrawn == null ? null : words(actor, withdrawn));
  }

  private static String words(Actor actor, Withdrawn withdrawn) {
    return "withdrawn on "
        + at(actor, withdrawn.at())
        + " by "
        + withdrawn.by()
        + " because: "
        + withdrawn.reason();
  }

  private static String at(Actor actor, Instant instant) {
    return AT.format(instant.atZone(actor.zone()));
  }

  private static String size(int bytes) {
    return bytes < 1024 * 1024
        ? Math.ceilDiv(bytes, 1024) + " kB"
        : String.format(Locale.ENGLISH, "%.1f MB", bytes / (1024.0 * 1024.0));
  }
}
