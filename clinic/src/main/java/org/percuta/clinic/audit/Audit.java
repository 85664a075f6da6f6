package org.percuta.clinic.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what is done with records. An entry belongs to the transaction it is told in: no entry, no
 * write. Entries are written just before the commit, so that the chain is held for a moment only.
 */
@Component
public class Audit {

  private final JdbcClient sql;
  private final Clock clock;

  Audit(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What was done. */
  public enum Action {
    READ,
    SEARCH,
    CREATE,
    CHANGE,
    ADD,
    WITHDRAW,
    EXPORT,
    ERASE,
    SIGN_IN,
    SIGN_IN_REFUSED,
    SIGN_OUT
  }

  /**
   * Records one action within the clinic transaction at hand.
   *
   * @param subject kind and id of what it was done to, for example {@code fact:0199…}
   * @param patient whose record it is, if a patient's
   * @param detail what a later reader needs; names of fields, never their values
   */
  public void record(
      Actor actor, Action action, String subject, @Nullable UUID patient, String detail) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("An audit entry needs the transaction of what it records.");
    }
    pending().entries.add(new Entry(actor, action, subject, patient, detail));
  }

  private Pending pending() {
    for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
      if (one instanceof Pending pending) {
        return pending;
      }
    }
    Pending pending = new Pending();
    TransactionSynchronizationManager.registerSynchronization(pending);
    return pending;
  }

  private record Entry(
      Actor actor, Action action, String subject, @Nullable UUID patient, String detail) {}

  private final class Pending implements TransactionSynchronization {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      entries.forEach(this::write);
    }

    private void write(Entry entry) {
      Actor actor = entry.actor();
      if (actor.label().startsWith("patient:")) {
        apart(entry, AuditApart.of(actor));
        return;
      }
      insert(entry, actor.name(), actor.address());
    }

    /** A patient's name and address can be erased one day, so the chain holds their hash only. */
    private void apart(Entry entry, AuditApart apart) {
      Actor actor = entry.actor();
      long seq = insert(entry, AuditApart.PATIENT, apart.commitment());
      sql.sql(
              "insert into audit_apart (clinic_id, seq, patient_id, actor_name, address, salt)"
                  + " values (?, ?, ?, ?, ?, ?)")
          .params(
              actor.clinic().value(), seq, actor.id(), apart.name(), apart.address(), apart.salt())
          .update();
    }

    private long insert(Entry entry, String name, String address) {
      Actor actor = entry.actor();
      return sql.sql(
              "insert into audit_entry (clinic_id, at, actor, actor_name, action, subject,"
                  + " patient_id, address, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning seq")
          .params(
              Arrays.asList(
                  actor.clinic().value(),
                  clock.instant().atOffset(ZoneOffset.UTC),
                  actor.label(),
                  name,
                  entry.action().name(),
                  entry.subject(),
                  entry.patient(),
                  address,
                  entry.detail()))
          .query(Long.class)
          .single();
    }
  }
}
