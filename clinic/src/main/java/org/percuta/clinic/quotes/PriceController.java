package org.percuta.clinic.quotes;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.ClinicPrice;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The clinic's price list: staff read it, the owner writes a new version. */
@Controller
@RequestMapping("/prices")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class PriceController {

  private static final String EDIT = "quotes/pricesEdit";
  private static final int MOST_VERSIONS = 50;
  private static final int LONGEST_FIELD = 500;
  private static final MediaType YAML =
      new MediaType("application", "yaml", StandardCharsets.UTF_8);

  private final PriceLists lists;
  private final PriceRepository repository;
  private final PricePages pages;
  private final Patients patients;
  private final Knowledge knowledge;
  private final ClinicTransactions transactions;
  private final Notices notices;
  private final Clock clock;

  PriceController(
      PriceLists lists,
      PriceRepository repository,
      PricePages pages,
      Patients patients,
      Knowledge knowledge,
      ClinicTransactions transactions,
      Notices notices,
      Clock clock) {
    this.lists = lists;
    this.repository = repository;
    this.pages = pages;
    this.patients = patients;
    this.knowledge = knowledge;
    this.transactions = transactions;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(Actor actor, @RequestParam(defaultValue = "") String version) {
    return transactions.in(
        actor.clinic(),
        () -> {
          LocalDate today = patients.today(actor);
          Optional<PriceList> now = repository.on(today);
          Optional<PriceList> shown = version.isEmpty() ? now : asked(version);
          return View.of(
              "quotes/prices",
              pages.show(
                  shown.orElse(null),
                  now.map(PriceList::version).orElse(0),
                  today,
                  repository.versions(MOST_VERSIONS)));
        });
  }

  @GetMapping("/file")
  ResponseEntity<byte[]> file(Actor actor, @RequestParam(defaultValue = "") String version) {
    PriceList list =
        transactions.in(
            actor.clinic(),
            () ->
                (version.isEmpty() ? repository.on(patients.today(actor)) : asked(version))
                    .orElseThrow(() -> new NotFound("price list")));
    return ResponseEntity.ok()
        .contentType(YAML)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("prices-" + list.version() + ".yaml")
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .body(PriceFile.write(list).getBytes(StandardCharsets.UTF_8));
  }

  private Optional<PriceList> asked(String version) {
    if (!version.matches("[1-9]\\d{0,6}")) {
      throw new NotFound("price list");
    }
    PriceList list =
        repository.version(Integer.parseInt(version)).orElseThrow(() -> new NotFound("price list"));
    return Optional.of(list);
  }

  @GetMapping("/edit")
  @Allow(Role.OWNER)
  ModelAndView edit(Actor actor) {
    return transactions.in(
        actor.clinic(),
        () ->
            View.of(
                EDIT,
                pages.edit(
                    Form.of(
                        PriceForm.fields(
                            repository.latest().orElse(null), patients.today(actor))))));
  }

  /** Fills the form from a file; nothing is stored before the owner has looked and saved. */
  @PostMapping("/read")
  @Allow(Role.OWNER)
  ModelAndView read(Actor actor, @RequestParam Map<String, String> typed) {
    Form form = Form.of(typed);
    return transactions.in(
        actor.clinic(),
        () -> {
          List<ClinicPrice> prices = PriceFile.read(form, "file", knowledge);
          Map<String, String> fields =
              new LinkedHashMap<>(
                  PriceForm.fields(repository.latest().orElse(null), patients.today(actor)));
          if (!form.isValid()) {
            fields.put("file", form.value("file"));
            Form again = Form.of(fields);
            form.faults().forEach(again::reject);
            return View.rejected(EDIT, pages.edit(again));
          }
          fields.keySet().removeIf(name -> name.matches("(concern|site|amount|percent)-\\d+"));
          fields.putAll(PriceForm.prices(prices));
          fields.put("currency", prices.getFirst().currency());
          return View.of(EDIT, pages.edit(Form.of(fields)));
        });
  }

  @PostMapping
  @Allow(Role.OWNER)
  ModelAndView save(
      Actor actor,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "-1") int version,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return transactions.in(
        actor.clinic(),
        () -> {
          Optional<PriceList> list =
              PriceForm.read(
                  form, knowledge, Math.max(version, 0) + 1, patients.today(actor), actor.name());
          if (list.isEmpty()) {
            return View.rejected(EDIT, pages.edit(form));
          }
          Optional<PriceList> latest = repository.latest();
          if (latest.map(PriceList::version).orElse(0) != version
              || !lists.add(actor, list.get())) {
            return second(repository.latest().orElse(null), list.get(), typed);
          }
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect("/prices?version=" + list.get().version());
        });
  }

  private ModelAndView second(
      @Nullable PriceList saved, PriceList mine, Map<String, String> typed) {
    Map<String, String> again = new LinkedHashMap<>();
    typed.forEach((field, value) -> {
      if (!field.equals("_csrf") && value.length() <= LONGEST_FIELD) {
        again.put(field, value);
      }
    });
    again.put("version", String.valueOf(saved == null ? 0 : saved.version()));
    return new SecondEdit(
            "the price list", pages.differences(saved, mine), "/prices", again, "/prices")
        .page();
  }

  /** For example {@code from 1 January 2027}. */
  static String since(LocalDate day, LocalDate today) {
    return (day.isAfter(today) ? "from " : "since ") + Dates.day(day);
  }
}
