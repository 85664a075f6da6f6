package org.percuta.clinic.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.percuta.clinic.ClinicApplication;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.staff.StaffAccounts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
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
  private final ClinicId other;

  /** Started with the first test that asks. */
  private static final class Shared {
    static final RunningClinic ONE = new RunningClinic(fresh(), noon());
  }

  /** The clock of the tests; a demonstration has its own. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(
      name = "percuta.demo.enabled",
      havingValue = false,
      matchIfMissing = true)
  static class StoppedClock {
    @Bean
    @Primary
    Clock stopped() {
      return noon();
    }
  }

  private static Clock noon() {
    return Clock.fixed(Instant.parse(TODAY + "T11:00:00Z"), ZoneOffset.UTC);
  }

  private RunningClinic(Path data, Clock clock, String... more) {
    SpringApplication application = new SpringApplication(ClinicApplication.class);
    application.addInitializers(new OwnClock(clock));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--percuta.data=" + data,
                "--percuta.programs=" + Path.of("target", "postgres-for-tests").toAbsolutePath(),
                "--percuta.time-zone=" + ZONE,
                "--percuta.mail.worker=false"));
    settings.addAll(List.of(more));
    this.context = application.run(settings.toArray(String[]::new));
    this.clinic = clinic("here", "Here Skin Clinic");
    this.other = clinic("there", "There Skin Clinic");
  }

  /** Starts another application, on data that another one may have left. */
  public static RunningClinic start(Path data, String... more) {
    return new RunningClinic(data, noon(), more);
  }

  private static Path fresh() {
    try {
      return Files.createTempDirectory("percuta-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    StaffAccounts accounts = context.getBean(StaffAccounts.class);
    ClinicId made = accounts.createClinic(slug, name, ZONE.getId());
    String where = name.substring(0, name.indexOf(' '));
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

  /** One of its own, for what the others must not share. */
  public static RunningClinic with(Clock clock, String... settings) {
    return new RunningClinic(fresh(), clock, settings);
  }

  public ClinicId clinic() {
    return clinic;
  }

  public ClinicId other() {
    return other;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
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
    var server = ((WebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new IllegalStateException("The application has no web server.");
    }
    return "http://localhost:" + server.getPort();
  }

  /** A visitor signed in to the first clinic. */
  public Visitor as(Role role) {
    return Visitor.signedIn(address(), email(role, "here"));
  }

  /** A visitor signed in to the other clinic. */
  public Visitor fromOther(Role role) {
    return Visitor.signedIn(address(), email(role, "there"));
  }

  public Actor actor(Role role) {
    return new Actor(
        clinic, "Here Skin Clinic", ZONE, staff(role), name(role, "Here"), role, false, "test");
  }

  public UUID staff(Role role) {
    return inClinic(() ->
        sql()
            .sql("select staff_id from staff where email = ?")
            .param(email(role, "here"))
            .query(UUID.class)
            .single());
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
