package org.percuta.clinic.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.TodayPanel;
import org.percuta.clinic.platform.web.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where people arrive: the public at the start page, staff at today. */
@Controller
class HomeController {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private final List<TodayPanel> panels;
  private final ClinicTransactions transactions;
  private final Clock clock;

  HomeController(ObjectProvider<TodayPanel> panels, ClinicTransactions transactions, Clock clock) {
    this.panels = panels.stream().sorted(Comparator.comparingInt(TodayPanel::order)).toList();
    this.transactions = transactions;
    this.clock = clock;
  }

  record TodayView(String day, List<TodayPanel.Panel> panels) {}

  @GetMapping("/")
  @Allow(everybody = true)
  ModelAndView start() {
    return View.of("home/start", "");
  }

  @GetMapping("/today")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK, Role.AUDITOR})
  ModelAndView today(Actor actor) {
    List<TodayPanel.Panel> shown =
        transactions.in(
            actor.clinic(),
            () ->
                panels.stream()
                    .filter(panel -> panel.roles().contains(actor.role()))
                    .map(panel -> panel.of(actor))
                    .toList());
    LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
    return View.of("home/today", new TodayView(DAY.format(today), shown));
  }
}
