package org.percuta.clinic.appointments;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.View;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A practitioner's appointments for their own calendar program, at an address that only they know.
 * A calendar program cannot sign in, so the feed says as little as will do: times, initials, room.
 */
@Controller
class FeedController {

  private static final int SECRET_BYTES = 32;
  private static final int MOST = 1000;
  private static final Duration BACK = Duration.ofDays(30);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient sql;
  private final AppointmentRepository repository;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Clock clock;

  FeedController(
      JdbcClient sql,
      AppointmentRepository repository,
      ClinicTransactions transactions,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.repository = repository;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param address shown once, just after it was made
   */
  record FeedPage(boolean exists, @Nullable String address) {}

  private record Owner(ClinicId clinic, UUID staff) {}

  @GetMapping("/calendar/feed")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
  ModelAndView page(Actor actor) {
    boolean exists =
        transactions.in(
            actor.clinic(),
            () ->
                sql.sql(
                            "select count(*) from calendar_feed where clinic_id = current_clinic()"
                                + " and staff_id = ?")
                        .param(actor.id())
                        .query(Long.class)
                        .single()
                    > 0);
    return View.of("appointments/feed", new FeedPage(exists, null));
  }

  /** Makes a new address; the one before stops working. */
  @PostMapping("/calendar/feed")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
  ModelAndView renew(Actor actor) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    transactions.run(
        actor.clinic(),
        () -> {
          remove(actor);
          sql.sql(
                  "insert into calendar_feed (clinic_id, staff_id, token_hash)"
                      + " values (current_clinic(), ?, ?)")
              .params(actor.id(), hash(secret))
              .update();
          audit.record(actor, Audit.Action.CREATE, "calendar-feed", null, "");
        });
    String address =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/feed/" + secret + ".ics")
            .toUriString();
    return View.of("appointments/feed", new FeedPage(true, address));
  }

  @PostMapping("/calendar/feed/remove")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
  ModelAndView stop(Actor actor) {
    transactions.run(
        actor.clinic(),
        () -> {
          remove(actor);
          audit.record(actor, Audit.Action.WITHDRAW, "calendar-feed", null, "");
        });
    return View.redirect("/calendar/feed");
  }

  private void remove(Actor actor) {
    sql.sql("delete from calendar_feed where clinic_id = current_clinic() and staff_id = ?")
        .param(actor.id())
        .update();
  }

  @GetMapping("/feed/{secret}.ics")
  @Allow(everybody = true)
  ResponseEntity<byte[]> feed(@PathVariable String secret) {
    Owner owner =
        transactions.knowing("feed_hash", HexFormat.of().formatHex(hash(secret)), this::findOwner);
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Percuta//Calendar//EN");
    List<Appointment> found =
        transactions.in(
            owner.clinic(),
            () -> {
              requireOpenAccount(owner.staff());
              audit.record(
                  Actor.system(owner.clinic(), "Calendar feed"),
                  Audit.Action.READ,
                  "calendar-feed:" + owner.staff(),
                  null,
                  "");
              return repository.listFrom(owner.staff(), clock.instant().minus(BACK), MOST);
            });
    found.forEach(one -> calendar.addEvent(event(one)));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8));
  }

  /** Somebody who no longer works here reads no more. */
  private void requireOpenAccount(UUID staff) {
    long open =
        sql.sql(
                "select count(*) from staff where clinic_id = current_clinic() and staff_id = ?"
                    + " and active")
            .param(staff)
            .query(Long.class)
            .single();
    if (open == 0) {
      throw new NotFound("calendar");
    }
  }

  /** The policy shows the one row whose secret was given. */
  private Owner findOwner() {
    return sql.sql("select clinic_id, staff_id from calendar_feed")
        .query((row, number) ->
            new Owner(
                new ClinicId(row.getObject("clinic_id", UUID.class)),
                row.getObject("staff_id", UUID.class)))
        .optional()
        .orElseThrow(() -> new NotFound("calendar"));
  }

  private VEvent event(Appointment one) {
    VEvent event = new VEvent();
    event.setUid(one.id() + "@percuta");
    event.setDateTimeStamp(Date.from(clock.instant()));
    event.setDateStart(Date.from(one.start()));
    event.setDateEnd(Date.from(one.end()));
    event.setSummary(one.what() + ", " + initials(one.patientName()));
    event.setLocation(one.roomName());
    return event;
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("\\s+", -1)) {
      if (!word.isEmpty()) {
        initials.appendCodePoint(word.codePointAt(0)).append('.');
      }
    }
    return initials.toString();
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
