package org.percuta.clinic.dose;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.knowledge.ZoneMap;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.screening.GoalNames;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.planning.DoseAnswer;
import org.percuta.planning.DosePlanner;
import org.percuta.planning.DoseQuestion;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.model.Goal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a setting would do on this course, and how the course heals. */
@Controller
@RequestMapping("/patients/{patientId}/courses/{courseId}")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class CourseDoseController {

  private static final String PAGE = "dose/course";
  private static final String WHAT = "dose by the skin model";

  private final CourseReader reader;
  private final SkinModel model;
  private final DosePages pages;
  private final DoseAsk ask;
  private final HealingPages healing;
  private final CourseSettings settings;
  private final Patients patients;
  private final Courses courses;
  private final Notices notices;
  private final Clock clock;

  CourseDoseController(
      CourseReader reader,
      SkinModel model,
      DosePages pages,
      DoseAsk ask,
      HealingPages healing,
      CourseSettings settings,
      Patients patients,
      Courses courses,
      Notices notices,
      Clock clock) {
    this.reader = reader;
    this.model = model;
    this.pages = pages;
    this.ask = ask;
    this.healing = healing;
    this.settings = settings;
    this.patients = patients;
    this.courses = courses;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/dose")
  ModelAndView show(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @RequestParam Map<String, String> typed) {
    CourseReader.Read read = reader.course(actor, patientId, courseId, WHAT);
    return page(read, DoseForm.of(typed));
  }

  @PostMapping("/dose")
  ModelAndView keep(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    CourseReader.Read read = reader.course(actor, patientId, courseId, WHAT);
    DoseForm form = DoseForm.of(typed);
    Optional<Goal> goal = goal(read, form);
    if (goal.isEmpty() || isForbidden(read)) {
      return rejected(read, form);
    }
    DosePlanner planner = model.planner(read.protocol().knowledge());
    Optional<DoseAnswer> answer = form.readSetting(goal.get(), read.person()).map(planner::dose);
    if (!(answer.orElse(null) instanceof DoseAnswer.Allowed allowed)) {
      return rejected(read, form);
    }
    KeptSetting setting = KeptSetting.of(allowed.asked(), version + 1, actor.name());
    if (!store(actor, patientId, courseId, setting, read.protocol().digest())) {
      return second(read, allowed.asked(), planner);
    }
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect(address(read) + "/healing");
  }

  @GetMapping("/healing")
  ModelAndView healing(Actor actor, @PathVariable UUID patientId, @PathVariable UUID courseId) {
    CourseReader.Read read = reader.course(actor, patientId, courseId, "healing by the skin model");
    DosePlanner planner = model.planner(read.protocol().knowledge());
    return View.of(
        "dose/healing",
        new HealingView.CoursePage(
            read.banner(), healing.timeline(planner, read.course(), read.person(), read.kept())));
  }

  /** Stores it, unless another was kept meanwhile. */
  private boolean store(
      Actor actor, UUID patientId, UUID courseId, KeptSetting setting, String digest) {
    return patients.open(
        actor,
        patientId,
        WHAT,
        patient -> {
          courses.get(patient.id(), courseId);
          return settings.keep(actor, patientId, courseId, setting, digest);
        });
  }

  private ModelAndView second(CourseReader.Read read, DoseQuestion mine, DosePlanner planner) {
    String own = address(read);
    return new SecondEdit(
            "the setting kept with this course: " + words(read),
            List.of(new SecondEdit.Row("Setting", words(read, planner), words(mine, planner))),
            own + "/dose",
            keepFields(mine, read.version()),
            own + "/healing")
        .page();
  }

  private static String words(CourseReader.Read read) {
    return new GoalNames(read.protocol().knowledge()).words(read.course().goal());
  }

  private String words(CourseReader.Read read, DosePlanner planner) {
    KeptSetting kept = read.kept();
    return kept == null
        ? ""
        : words(kept.question(read.course().goal().concern(), read.person()), planner);
  }

  private String words(DoseQuestion setting, DosePlanner planner) {
    return planner
        .findDevice(setting.device())
        .map(device ->
            DoseWords.setting(
                setting, device, new GoalNames(planner.knowledge()).site(setting.goal().site())))
        .orElse(setting.device());
  }

  private ModelAndView page(CourseReader.Read read, DoseForm form) {
    DosePlanner planner = model.planner(read.protocol().knowledge());
    Goal shown = goal(read, form).orElse(read.course().goal());
    DoseView.Outcome outcome = outcome(read, form, shown, planner);
    DoseView.Preview view =
        new DoseView.Preview(
            read.banner(),
            words(read),
            address(read),
            VerdictCard.of(read.verdict()),
            form.form(),
            Map.of(),
            new ZoneMap(read.zones(), shown.site()),
            pages.devices(planner),
            DoseWords.layers(),
            DoseWords.person(read.person()),
            pages.limits(planner, shown),
            outcome);
    return form.form().isValid() ? View.of(PAGE, view) : View.rejected(PAGE, view);
  }

  private ModelAndView rejected(CourseReader.Read read, DoseForm form) {
    ModelAndView page = page(read, form);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private DoseView.Outcome outcome(
      CourseReader.Read read, DoseForm form, Goal goal, DosePlanner planner) {
    if (isForbidden(read)) {
      return new DoseView.NotPermitted();
    }
    if (!form.isAsked() || !form.form().isValid()) {
      return new DoseView.Nothing();
    }
    return ask.outcome(
        planner,
        form,
        goal,
        read.person(),
        asked -> new DoseView.Keep(address(read) + "/dose", keepFields(asked, read.version())));
  }

  /** Where nothing on the person's side can ever permit it, no figure may seem to weigh against. */
  private static boolean isForbidden(CourseReader.Read read) {
    return read.verdict().outcome() == Outcome.REFUSED;
  }

  /** The course's concern at the place that was chosen, or empty with a fault. */
  private static Optional<Goal> goal(CourseReader.Read read, DoseForm form) {
    Goal own = read.course().goal();
    if (form.site().isBlank()) {
      return Optional.of(own);
    }
    if (read.zones().stream().noneMatch(site -> site.id().equals(form.site()))) {
      form.form().reject("site", "Choose a place of this course.");
      return Optional.empty();
    }
    return Optional.of(new Goal(own.concern(), form.site(), own.setting()));
  }

  private static Map<String, String> keepFields(DoseQuestion asked, int version) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("version", String.valueOf(version));
    fields.put("site", asked.goal().site());
    fields.put("device", asked.device());
    fields.put("depth", String.valueOf(asked.depth_mm()));
    fields.put("passes", String.valueOf(asked.passes()));
    fields.put("speed", text(asked.speed_cm_s()));
    fields.put("area", text(asked.area_cm2()));
    return fields;
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
  }

  private static String address(CourseReader.Read read) {
    return "/patients/" + read.course().patient() + "/courses/" + read.course().id();
  }
}
