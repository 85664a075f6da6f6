package org.percuta.clinic.enquiries;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.PublicProtocol;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The staff's list of what came in from the public pages. */
@Controller
class EnquiriesController {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private final Enquiries enquiries;
  private final PublicProtocol protocol;

  EnquiriesController(Enquiries enquiries, PublicProtocol protocol) {
    this.enquiries = enquiries;
    this.protocol = protocol;
  }

  /** Enquiries as the staff read them. */
  record ListView(List<Line> lines) {}

  /** One enquiry in words. */
  record Line(
      String name,
      @Nullable String email,
      @Nullable String phone,
      String message,
      String goal,
      String verdict,
      String when) {}

  @Bean
  static MenuItem enquiriesMenuItem() {
    return new MenuItem(
        30,
        "Enquiries",
        "/enquiries",
        Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK));
  }

  @GetMapping("/enquiries")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
  ModelAndView list(Actor actor) {
    // In the words in which the visitor was asked.
    Knowledge knowledge = protocol.current().knowledge();
    return View.of(
        "enquiries/list",
        new ListView(
            enquiries.newest(actor).stream().map(row -> line(row, actor, knowledge)).toList()));
  }

  private static Line line(Enquiries.Row row, Actor actor, Knowledge knowledge) {
    LocalDate from = row.permittedFrom();
    return new Line(
        row.name(),
        row.email(),
        row.phone(),
        row.message(),
        concern(row.concern(), knowledge) + ", " + site(row.site(), knowledge),
        row.outcome().replace('-', ' ') + (from == null ? "" : ", from " + Dates.day(from)),
        WHEN.format(row.at().atZoneSameInstant(actor.zone())));
  }

  private static String concern(String id, Knowledge knowledge) {
    Concern concern = knowledge.concerns().get(id);
    return concern == null ? id : concern.label();
  }

  private static String site(String id, Knowledge knowledge) {
    Site site = knowledge.sites().get(id);
    return site == null ? id : site.label().toLowerCase(Locale.ROOT);
  }
}
