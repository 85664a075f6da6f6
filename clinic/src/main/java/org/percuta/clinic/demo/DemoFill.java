package org.percuta.clinic.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.percuta.clinic.appointments.CalendarSettings;
import org.percuta.clinic.appointments.CalendarSettings.Bookable;
import org.percuta.clinic.appointments.VisitLength;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.database.Progress;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.settings.DemoSettings;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.percuta.clinic.staff.InsteadOfFirstStart;
import org.percuta.clinic.staff.ReadablePassword;
import org.percuta.clinic.staff.StaffAccounts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the fictional clinic before the first page is served. What is played is committed without
 * waiting for the disk; the last transaction waits and says that the clinic is whole. A start that
 * finds a clinic that is not whole has thrown it away before this runs.
 */
@DemoComponent
class DemoFill implements InsteadOfFirstStart {

  private static final int OPENED_DAYS_AGO = 450;
  private static final Set<Integer> ANALYZED_AFTER = Set.of(256, 1024, 4096);
  private static final String NAME = "Larkmeadow Skin Clinic";
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private final List<Chapter> chapters;
  private final DemoSettings settings;
  private final ServerSettings server;
  private final DemoClock clock;
  private final StaffAccounts accounts;
  private final CalendarSettings calendar;
  private final Audit audit;
  private final Secrets secrets;
  private final DatabaseAccess database;
  private final ClinicTransactions transactions;
  private final JdbcClient sql;

  DemoFill(
      List<Chapter> chapters,
      DemoSettings settings,
      ServerSettings server,
      DemoClock clock,
      StaffAccounts accounts,
      CalendarSettings calendar,
      Audit audit,
      Secrets secrets,
      DatabaseAccess database,
      ClinicTransactions transactions,
      JdbcClient sql) {
    this.chapters = chapters;
    this.settings = settings;
    this.server = server;
    this.clock = clock;
    this.accounts = accounts;
    this.calendar = calendar;
    this.audit = audit;
    this.secrets = secrets;
    this.database = database;
    this.transactions = transactions;
    this.sql = sql;
  }

  @Override
  public void fill() {
    boolean filled =
        transactions.knowing(
            "start",
            "demo",
            () ->
                sql.sql("select exists (select 1 from demo where filled_at is not null)")
                    .query(Boolean.class)
                    .single());
    if (!filled) {
      Progress.say("Filling a fictional clinic, once:");
      Instant began = Instant.now();
      fill(new ClinicId(UUID.randomUUID()));
      Progress.say(
          "  filled in " + (Instant.now().getEpochSecond() - began.getEpochSecond()) + " s");
    }
  }

  private void fill(ClinicId clinic) {
    ZoneId zone = zone();
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone);
    transactions.run(
        clinic,
        () -> {
          accounts.createClinic(clinic, "demo", NAME, zone.getId());
          sql.sql("insert into demo (clinic_id, seed, today) values (?, ?, ?)")
              .params(clinic.value(), settings.seed(), now.toLocalDate())
              .update();
        });
    Cast cast = hire(clinic, zone);
    Diary diary =
        clock.playAt(
            now.minusDays(OPENED_DAYS_AGO).atZone(zone).toInstant(),
            () -> furnish(cast.owner(), now.toLocalDate()));
    Story story = new Story(now, cast, diary, People.of(settings.seed(), now));
    chapters.forEach(chapter -> chapter.write(story));
    play(story, clinic, zone);
    transactions.run(
        clinic,
        () ->
            sql.sql("update demo set filled_at = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update());
  }

  /** Where the newcomer is, so that its today is theirs, unless the operator has said another. */
  private ZoneId zone() {
    ZoneId set = ZoneId.of(server.timeZone());
    return set.equals(ZoneId.of("UTC")) ? ZoneId.systemDefault() : set;
  }

  private void play(Story story, ClinicId clinic, ZoneId zone) {
    List<String> said = new ArrayList<>();
    AtomicInteger played = new AtomicInteger();
    story.play((at, what) -> {
      String month = MONTH.format(at);
      if (at.getMonthValue() % 3 == 0 && !said.contains(month)) {
        said.add(month);
        Progress.say("  " + month);
      }
      if (ANALYZED_AFTER.contains(played.incrementAndGet())) {
        // Plans made while the tables were nearly empty would be kept for all of it.
        database.analyze();
      }
      clock.playAt(
          at.atZone(zone).toInstant(),
          () ->
              transactions.in(
                  clinic,
                  () -> {
                    sql.sql("set local synchronous_commit = off").update();
                    what.run();
                    return true;
                  }));
    });
  }

  private Cast hire(ClinicId clinic, ZoneId zone) {
    List<Actor> hired = new ArrayList<>();
    for (Cast.Hire one : Cast.HIRES) {
      UUID id = accounts.create(clinic, one.email(), one.name(), one.role(), password(), false);
      hired.add(new Actor(clinic, NAME, zone, id, one.name(), one.role(), false, "demo"));
    }
    return new Cast(
        first(hired, Role.OWNER),
        first(hired, Role.FRONT_DESK),
        hired.stream().filter(one -> one.is(Role.CLINICIAN) || one.is(Role.PRACTITIONER)).toList());
  }

  private static Actor first(List<Actor> hired, Role role) {
    return hired.stream().filter(one -> one.is(role)).findFirst().orElseThrow();
  }

  private Diary furnish(Actor owner, LocalDate today) {
    return transactions.in(
        owner.clinic(),
        () -> {
          calendar.save(
              new CalendarSettings.Hours(
                  new VisitLength(30, 30, 15), Diary.OPENS, Diary.CLOSES, 0));
          for (String room : List.of("Birch room", "Fern room", "Heather room", "Moss room")) {
            calendar.add(Bookable.Kind.ROOM, room);
          }
          for (String device : List.of("Pen 1", "Pen 2", "Pen 3")) {
            calendar.add(Bookable.Kind.DEVICE, device);
          }
          audit.record(owner, Audit.Action.CHANGE, "calendar-settings", null, "hours and rooms");
          return new Diary(ids(Bookable.Kind.ROOM), ids(Bookable.Kind.DEVICE), today);
        });
  }

  private List<UUID> ids(Bookable.Kind kind) {
    return calendar.listBookables().stream()
        .filter(one -> one.kind() == kind)
        .map(Bookable::id)
        .toList();
  }

  private String password() {
    return ReadablePassword.of(secrets.get("demo-password"));
  }

  @Override
  public void greet() {
    Progress.say("");
    Progress.say("A demonstration: everybody here is fictional. Enter nobody real.");
    Progress.say("Sign in with any of these addresses, all with the password  " + password());
    for (Cast.Hire one : Cast.HIRES) {
      Progress.say(
          String.format(Locale.ROOT, "  %-26s %s, %s", one.email(), one.name(), one.role().word()));
    }
    Progress.say("");
  }
}
