package org.percuta.clinic.persondata;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Records that are probably of one person. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN})
class DuplicatesController {

  private static final int MOST = 100;
  private static final double VERY = 0.9;
  private static final double PROBABLY = 0.7;
  private static final double SAME_NAME = 0.999;

  private final DuplicateRepository repository;
  private final Patients patients;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  DuplicatesController(
      DuplicateRepository repository,
      Patients patients,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.repository = repository;
    this.patients = patients;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  record Person(UUID id, String name, String born) {}

  record Line(Person one, Person other, String how, String tag, List<String> why) {}

  record DuplicatesView(List<Line> lines, int most, int sharing) {}

  @GetMapping("/patients/duplicates")
  ModelAndView list(Actor actor) {
    return transactions.in(
        actor.clinic(),
        () -> {
          List<Line> lines =
              repository.list(MOST).stream().map(DuplicatesController::line).toList();
          audit.record(
              actor, Audit.Action.SEARCH, "probable-duplicates", null, lines.size() + " pairs");
          return View.of(
              "persondata/duplicates",
              new DuplicatesView(lines, MOST, DuplicateRepository.MOST_SHARING));
        });
  }

  @PostMapping("/patients/duplicates/apart")
  ModelAndView apart(
      Actor actor, @RequestParam UUID one, @RequestParam UUID other, HttpServletResponse response) {
    transactions.run(
        actor.clinic(),
        () -> {
          UUID first = patients.get(one).id();
          UUID second = patients.get(other).id();
          if (first.equals(second)) {
            throw new NotFound("pair of records");
          }
          repository.setApart(first, second, actor.name(), clock.instant());
          audit.record(
              actor, Audit.Action.CHANGE, "patient:" + first, first, "not patient:" + second);
        });
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect("/patients/duplicates");
  }

  private static Line line(DuplicateRepository.Pair pair) {
    List<String> why = new ArrayList<>();
    why.add(pair.alike() >= SAME_NAME ? "Same name" : "Names alike");
    why.add(pair.born() ? "Same date of birth" : "Another date of birth");
    if (pair.email()) {
      why.add("Same e-mail address");
    }
    if (pair.phone()) {
      why.add("Same phone number");
    }
    boolean very = pair.score() >= VERY;
    boolean probably = pair.score() >= PROBABLY;
    return new Line(
        new Person(pair.one(), pair.oneName(), Dates.day(pair.oneBorn())),
        new Person(pair.other(), pair.otherName(), Dates.day(pair.otherBorn())),
        very ? "Very probably one person" : probably ? "Probably one person" : "Maybe one person",
        very ? "amber" : "slate",
        List.copyOf(why));
  }
}
