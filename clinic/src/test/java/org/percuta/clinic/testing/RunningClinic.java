package org.percuta.clinic.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.ClinicApplication;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.staff.StaffAccounts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One application on the bundled PostgreSQL for all tests of this JVM, with its clock stopped at
 * noon of {@link #TODAY} and two clinics that know nothing of each other.
 */
public final class RunningClinic implements AutoCloseable {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final String PASSWORD = "correct horse battery";

  private final ConfigurableApplicationContext context;
  private final ClinicId clinic;
  private final @Nullable ClinicId other;

  /** Started with the first test that asks. */
  private static final class Shared {
    static final RunningClinic ONE = start(TestFolders.fresh("shared"));
  }

  private static Clock noon() {
    return Clock.fixed(Instant.parse(TODAY + "T11:00:00Z"), ZoneOffset.UTC);
  }

  private RunningClinic(Path data, Clock clock, boolean alone, String... more) {
    SpringApplication application = new SpringApplication(ClinicApplication.class);
    application.addInitializers(new OwnClock(clock));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--percuta.data=" + data,
                "--percuta.programs=" + TestFolders.PROGRAMS,
                "--percuta.time-zone=" + ZONE,
                "--percuta.mail.worker=false"));
    settings.addAll(List.of(more));
    this.context = application.run(settings.toArray(String[]::new));
    this.clinic = alone ? furnished(findOnly()) : clinic("here", "Here Skin Clinic");
    this.other = alone ? null : clinic("there", "There Skin Clinic");
  }

  /** Starts another application, on data that another one may have left. */
  public static RunningClinic start(Path data, String... more) {
    return new RunningClinic(data, noon(), false, more);
  }

  /** As {@link #start}, with no clinic besides the one that a first start makes. */
  public static RunningClinic startAlone(Path data, String... more) {
    return new RunningClinic(data, noon(), true, more);
  }

  /** The clinic of that slug, with an account of each role; made unless it is there. */
  private ClinicId clinic(String slug, String name) {
    Optional<UUID> known =
        sql()
            .sql("select clinic_id from clinic where slug = ?")
            .param(slug)
            .query(UUID.class)
            .optional();
    if (known.isPresent()) {
      return new ClinicId(known.get());
    }
    return hire(
        context.getBean(StaffAccounts.class).createClinic(slug, name, ZONE.getId()),
        slug,
        name.substring(0, name.indexOf(' ')));
  }

  private ClinicId findOnly() {
    return new ClinicId(sql().sql("select clinic_id from clinic").query(UUID.class).single());
  }

  /** The clinic of a first start, with an account of each role. */
  private ClinicId furnished(ClinicId only) {
    boolean hired =
        in(
            only,
            () ->
                sql()
                    .sql("select exists (select 1 from staff where email = ?)")
                    .param(email(Role.CLINICIAN, "here"))
                    .query(Boolean.class)
                    .single());
    return hired ? only : hire(only, "here", "Here");
  }

  private ClinicId hire(ClinicId made, String slug, String where) {
    StaffAccounts accounts = context.getBean(StaffAccounts.class);
    for (Role role : Role.values()) {
      if (role != Role.PATIENT) {
        accounts.create(made, email(role, slug), name(role, where), role, PASSWORD, false);
      }
    }
    return made;
  }

  @Override
  public void close() {
    context.close();
  }

  public static RunningClinic get() {
    return Shared.ONE;
  }

  /** Starts another application under another clock. */
  public static RunningClinic start(Path data, Clock clock, String... more) {
    return new RunningClinic(data, clock, false, more);
  }

  /**
   * Starts one more node on the same database and under the same clock, with files of its own.
   *
   * @param application what is to run, with whatever it needs besides
   */
  public ConfigurableApplicationContext node(
      String name, SpringApplication application, String... more) {
    DatabaseAccess database = bean(DatabaseAccess.class);
    application.addInitializers(new OwnClock(bean(Clock.class)));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--percuta.data=" + TestFolders.fresh(name),
                "--percuta.database.url=" + database.url(),
                "--percuta.database.owner-password=" + database.owner().password(),
                "--percuta.database.application-password=" + database.application().password(),
                "--percuta.mail.worker=false"));
    settings.addAll(List.of(more));
    return application.run(settings.toArray(String[]::new));
  }

  public ClinicId clinic() {
    return clinic;
  }

  public ClinicId other() {
    return Objects.requireNonNull(other, "There is one clinic only.");
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  List<Class<?>> beanTypes() {
    return Arrays.stream(context.getBeanDefinitionNames())
        .<Class<?>>map(name -> Objects.requireNonNull(context.getType(name), name))
        .toList();
  }

  public JdbcClient sql() {
    return bean(JdbcClient.class);
  }

  /** Runs {@code work} on the rows of the first clinic. */
  public <T> T inClinic(Supplier<T> work) {
    return bean(ClinicTransactions.class).in(clinic, work);
  }

  public <T> T in(ClinicId which, Supplier<T> work) {
    return bean(ClinicTransactions.class).in(which, work);
  }

  public String address() {
    return "http://localhost:" + port();
  }

  public int port() {
    return port(context);
  }

  /** Where an application listens. */
  public static int port(ConfigurableApplicationContext context) {
    var server = ((WebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new IllegalStateException("The application has no web server.");
    }
    return server.getPort();
  }

  /** A visitor signed in to the first clinic. */
  public Visitor as(Role role) {
    return signedIn(clinic, role);
  }

  /** A visitor signed in to the other clinic. */
  public Visitor fromOther(Role role) {
    return signedIn(other(), role);
  }

  public Actor actor(Role role) {
    return new Actor(
        clinic, "Here Skin Clinic", ZONE, staff(role), name(role, "Here"), role, false, "test");
  }

  public UUID staff(Role role) {
    return staff(clinic, role);
  }

  private UUID staff(ClinicId which, Role role) {
    return in(
        which,
        () ->
            sql()
                .sql("select staff_id from staff where email = ?")
                .param(email(role, which.equals(clinic) ? "here" : "there"))
                .query(UUID.class)
                .single());
  }

  private Visitor signedIn(ClinicId which, Role role) {
    return Visitor.following(address())
        .withSession(bean(Sessions.class).begin(which, staff(which, role), role));
  }

  /** Adds a patient of 36 years to a clinic. */
  public UUID patient(ClinicId which, String family) {
    return in(
        which,
        () ->
            sql()
                .sql(
                    "insert into patient (clinic_id, given_name, family_name, birth_date, phototype,"
                        + " weight_kg, email) values (?, 'Anna', ?, '1990-04-02', 3, 62,"
                        + " 'anna@example.org') returning patient_id")
                .params(which.value(), family)
                .query(UUID.class)
                .single());
  }

  /** Answers every question of the protocol with no, so that a course is permitted today. */
  public UUID healthyPatient(String family) {
    UUID patient = patient(clinic, family);
    org.percuta.protocol.model.Knowledge knowledge =
        bean(org.percuta.protocol.model.Knowledge.class);
    inClinic(() -> {
      knowledge.facts().keySet().forEach(fact -> say(patient, fact, "NO"));
      return true;
    });
    return patient;
  }

  /** Records what a patient said, within a transaction. */
  public void say(UUID patient, String fact, String answer) {
    sql()
        .sql(
            "insert into patient_fact (clinic_id, patient_id, fact, answer, said_by, source,"
                + " recorded_by, recorded_at) values (current_clinic(), ?, ?, ?, 'Anna', 'STAFF',"
                + " 'Test', clock_timestamp())")
        .params(patient, fact, answer)
        .update();
  }

  /** Sends a signal to the bundled server and all its processes: {@code STOP} or {@code CONT}. */
  public void signalDatabase(String signal) {
    ProcessHandle server =
        ProcessHandle.of(Objects.requireNonNull(bean(DatabaseAccess.class).serverProcess()))
            .orElseThrow();
    for (ProcessHandle one : Stream.concat(Stream.of(server), server.descendants()).toList()) {
      try {
        new ProcessBuilder("kill", "-" + signal, Long.toString(one.pid())).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Nobody can hide anything from it, and nothing is forbidden: an attacker on the server. */
  public Connection superuser() throws SQLException {
    DatabaseAccess database = bean(DatabaseAccess.class);
    return DriverManager.getConnection(
        database.url(), "percuta_admin", database.secrets().get("database.superuser"));
  }

  private static String email(Role role, String where) {
    return role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
        + "@"
        + where
        + ".example";
  }

  private static String name(Role role, String where) {
    return role.word() + " " + where;
  }
}
