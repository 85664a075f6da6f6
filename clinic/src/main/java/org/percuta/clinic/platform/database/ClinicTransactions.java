package org.percuta.clinic.platform.database;

import java.util.function.Supplier;
import org.percuta.clinic.platform.ClinicId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to a clinic's rows: a transaction in which the database lets through the rows of one
 * clinic. Outside of it, row-level security shows none.
 */
@Component
public class ClinicTransactions {

  private static final String CLINIC = "percuta.clinic_id";

  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  ClinicTransactions(JdbcClient sql, PlatformTransactionManager manager) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(manager);
  }

  /** Runs {@code work} on the rows of {@code clinic}; all of it is committed, or none. */
  public <T> T in(ClinicId clinic, Supplier<T> work) {
    Object open = TransactionSynchronizationManager.getResource(CLINIC);
    if (open != null) {
      if (!open.equals(clinic)) {
        throw new IllegalStateException(
            "A transaction of clinic " + open + " is open; it cannot also be one of " + clinic);
      }
      return work.get();
    }
    return bound(CLINIC, clinic.toString(), clinic, work);
  }

  /** As {@link #in(ClinicId, Supplier)}, for work without a result. */
  public void run(ClinicId clinic, Runnable work) {
    in(
        clinic,
        () -> {
          work.run();
          return true;
        });
  }

  /** The clinic whose rows the transaction at hand lets through. */
  public ClinicId clinic() {
    if (TransactionSynchronizationManager.getResource(CLINIC) instanceof ClinicId clinic) {
      return clinic;
    }
    throw new IllegalStateException("No transaction of a clinic is open.");
  }

  /**
   * Runs {@code work} before a clinic is known, with one more setting that a policy may look at: a
   * sign-in shows the rows of one e-mail address, a session those of one token.
   */
  public <T> T knowing(String setting, String value, Supplier<T> work) {
    return bound("percuta." + setting, value, setting, work);
  }

  // The transaction ends with the setting: it is local to it, as SET LOCAL would make it.
  @SuppressWarnings("NullAway") // TransactionTemplate's result is null only if work's is.
  private <T> T bound(String setting, String value, Object owner, Supplier<T> work) {
    TransactionSynchronizationManager.bindResource(CLINIC, owner);
    try {
      return transaction.execute(status -> {
        sql.sql("select set_config(?, ?, true)")
            .params(setting, value)
            .query(String.class)
            .single();
        return work.get();
      });
    } finally {
      TransactionSynchronizationManager.unbindResource(CLINIC);
    }
  }
}
