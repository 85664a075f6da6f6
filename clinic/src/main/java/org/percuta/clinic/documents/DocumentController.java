package org.percuta.clinic.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.documents.DocumentRepository.Document;
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

/** A patient's documents: add, list, save to the reader's own machine. */
@Controller
@RequestMapping("/patients/{patientId}/documents")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class DocumentController {

  private static final String LIST = "documents/list";
  private static final int LARGEST_MB = 10;
  private static final int LONGEST_TITLE = 200;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final Patients patients;
  private final Documents documents;
  private final DocumentRepository repository;
  private final Notices notices;
  private final Clock clock;

  DocumentController(
      Patients patients,
      Documents documents,
      DocumentRepository repository,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.documents = documents;
    this.repository = repository;
    this.notices = notices;
    this.clock = clock;
  }

  record Line(UUID id, String title, String kind, String size, String added, String sha256) {}

  /**
   * @param damaged title of a document that is no longer what was added; absent for none
   */
  record ListPage(PatientBanner banner, List<Line> lines, Form form, @Nullable String damaged) {}

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

  private static Optional<DocumentKind> kind(Form form, Upload upload) {
    return switch (DocumentKind.check(upload.content())) {
      case DocumentKind.Checked.Good(DocumentKind kind) -> Optional.of(kind);
      case DocumentKind.Checked.Bad(String why) -> {
        form.reject("file", why);
        yield Optional.empty();
      }
    };
  }

  /** What a document is saved as, and its content. */
  private record Saved(Document document, byte[] content) {}

  @GetMapping("/{documentId}")
  Object save(Actor actor, @PathVariable UUID patientId, @PathVariable UUID documentId) {
    return patients.open(
        actor,
        patientId,
        "document:" + documentId,
        patient -> {
          Document document =
              repository.find(patientId, documentId).orElseThrow(() -> new NotFound("document"));
          byte[] content = repository.content(documentId);
          return Sha256.hex(content).equals(document.sha256())
              ? file(new Saved(document, content))
              : View.with(
                  org.springframework.http.HttpStatus.CONFLICT,
                  LIST,
                  page(actor, patient, Form.empty(), document.title()));
        });
  }

  private static ResponseEntity<byte[]> file(Saved saved) {
    DocumentKind kind = saved.document().kind();
    String name = saved.document().title().replaceAll("[^\\p{L}\\p{N}._() -]", " ").strip();
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
        .body(saved.content());
  }

  private ListPage page(Actor actor, Patient patient, Form form, @Nullable String damaged) {
    return new ListPage(
        patients.banner(actor, patient),
        repository.list(patient.id()).stream()
            .map(one ->
                new Line(
                    one.id(),
                    one.title(),
                    one.kind().words(),
                    size(one.bytes()),
                    AT.format(one.at().atZone(actor.zone())) + ", " + one.recordedBy(),
                    one.sha256()))
            .toList(),
        form,
        damaged);
  }

  private static String size(int bytes) {
    return bytes < 1024 * 1024
        ? Math.ceilDiv(bytes, 1024) + " kB"
        : String.format(Locale.ENGLISH, "%.1f MB", bytes / (1024.0 * 1024.0));
  }
}
