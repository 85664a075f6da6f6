package org.percuta.clinic.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.percuta.clinic.ClinicApplication;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.TestFolders;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A demonstration on its own database, begun at noon of one day and standing there. */
public final class RunningDemo implements AutoCloseable {

  /** Filled with the first test that asks. */
  private static final class Shared {
    static final RunningDemo ONE = on(TestFolders.fresh("demo"));
  }

  /** A Tuesday. */
  static final String AT = "2026-11-24T12:00:00Z";

  private final ConfigurableApplicationContext context;
  private final ClinicId clinic;

  private RunningDemo(ConfigurableApplicationContext context) {
    this.context = context;
    this.clinic =
        bean(ClinicTransactions.class)
            .knowing(
                "start",
                "test",
                () ->
                    new ClinicId(
                        sql().sql("select clinic_id from clinic").query(UUID.class).single()));
  }

  /** The one whose clinic tests look at; none changes it but by signing in. */
  public static RunningDemo get() {
    return Shared.ONE;
  }

  /** Starts on a folder, and fills it unless it is filled. */
  static RunningDemo on(Path data) {
    return new RunningDemo(start(data, "--percuta.demo.enabled=true", "--percuta.demo.at=" + AT));
  }

  static RunningDemo of(ConfigurableApplicationContext context) {
    return new RunningDemo(context);
  }

  static ConfigurableApplicationContext start(Path data, String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "--server.port=0",
                    "--percuta.data=" + data,
                    "--percuta.programs=" + TestFolders.PROGRAMS,
                    "--percuta.time-zone=Europe/London"),
                Stream.of(more))
            .toArray(String[]::new);
    return new SpringApplication(ClinicApplication.class).run(arguments);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient sql() {
    return bean(JdbcClient.class);
  }

  DatabaseAccess database() {
    return bean(DatabaseAccess.class);
  }

  /** The one clinic. */
  ClinicId clinic() {
    return clinic;
  }

  <T> T in(Supplier<T> work) {
    return bean(ClinicTransactions.class).in(clinic, work);
  }

  List<String> texts(String query) {
    return in(() -> sql().sql(query).query(String.class).list());
  }

  /** The one password of the demonstration. */
  public String password() {
    return org.percuta.clinic.staff.ReadablePassword.of(database().secrets().get("demo-password"));
  }

  /** The e-mail address of the first by name who answered a fact with yes. */
  public String somebodyWhoSaid(String fact) {
    return texts(
            "select p.email from patient p join patient_fact f using (clinic_id, patient_id)"
                + " where f.fact = '"
                + fact
                + "' and f.answer = 'YES' and p.state = 'ACTIVE'"
                + " order by p.family_name, p.given_name")
        .getFirst();
  }

  public String address() {
    return "http://localhost:" + RunningClinic.port(context);
  }

  @Override
  public void close() {
    context.close();
  }
}
