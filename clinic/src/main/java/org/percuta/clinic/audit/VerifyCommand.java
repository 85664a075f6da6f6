package org.percuta.clinic.audit;

import java.util.List;
import java.util.Map;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.AttachedDatabase;
import org.percuta.clinic.platform.database.Progress;
import org.percuta.clinic.platform.ops.StartFailure;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * {@code percuta audit verify}: recomputes the audit of every clinic of an installation, while the
 * application runs or when it does not.
 */
public final class VerifyCommand {

  public static final String NAME = "audit-verify";

  private static final int INTACT = 0;
  private static final int NOT_DONE = 2;
  private static final int BROKEN = 4;

  private VerifyCommand() {}

  @Import({AttachedDatabase.class, AuditRepository.class, AuditChain.class})
  static class Parts {}

  private record Clinic(ClinicId id, String name) {}

  /** Exit: 0 every chain is intact, 2 it could not be read, 4 a chain is broken. */
  public static int run(String... arguments) {
    // What went wrong is said below in one sentence; the framework would print a stack trace first.
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .properties(Map.of("spring.main.banner-mode", "off"))
            .run(arguments)) {
      return verify(context.getBean(JdbcClient.class), context.getBean(AuditChain.class));
    } catch (BeanCreationException | DataAccessException | TransactionException e) {
      Progress.say("The audit was not verified. " + StartFailure.reason(e));
      return NOT_DONE;
    } finally {
      System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }
  }

  private static int verify(JdbcClient sql, AuditChain chain) {
    List<Clinic> clinics =
        sql.sql("select clinic_id, name from clinic order by name, clinic_id")
            .query((row, number) ->
                new Clinic(ClinicId.of(row.getString("clinic_id")), row.getString("name")))
            .list();
    boolean intact = true;
    for (Clinic clinic : clinics) {
      AuditChain.Report report = chain.verify(clinic.id());
      intact &= report.isIntact();
      Progress.say(
          clinic.name()
              + ": "
              + report.entries()
              + " entries, "
              + (report.isIntact() ? "intact" : "NOT INTACT")
              + "; last hash "
              + report.head());
      report.faults().forEach(fault -> Progress.say("  " + fault));
    }
    return intact ? INTACT : BROKEN;
  }
}
