package org.percuta.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.testing.ClinicAppTest;

/** Tampering with the audit, as somebody whom nothing in the database stops. */
class AuditChainTest extends ClinicAppTest {

  private final Audit audit = bean(Audit.class);
  private final AuditChain chain = bean(AuditChain.class);

  private ClinicId clinic;

  @BeforeEach
  void tenEntries() {
    clinic = newClinic();
    Actor actor = Actor.system(clinic, "Zoë Ångström");
    for (int i = 1; i <= 10; i++) {
      String detail = "entry " + i + " – ü";
      UUID patient = i % 2 == 0 ? UUID.randomUUID() : null;
      transactions.run(
          clinic, () -> audit.record(actor, Audit.Action.READ, "patient:x", patient, detail));
    }
  }

  @Test
  void anUntouchedChainIsIntact() {
    AuditChain.Report report = chain.verify(clinic);

    assertThat(report.faults()).isEmpty();
    assertThat(report.entries()).isEqualTo(10);
    assertThat(report.head()).hasSize(64);
  }

  @Test
  void aChangedRowIsFound() throws SQLException {
    tamper("update audit_entry set actor_name = 'Nobody' where clinic_id = '%s' and seq = 4");

    assertThat(chain.verify(clinic).faults())
        .containsExactly("Entry 4 was changed after it was written.");
  }

  @Test
  void aRemovedRowIsFound() throws SQLException {
    tamper("delete from audit_entry where clinic_id = '%s' and seq = 4");

    assertThat(chain.verify(clinic).faults()).containsExactly("Entries 4 to 4 are missing.");
  }

  @Test
  void aRemovedRowIsFoundWhenTheRestIsNumberedAnew() throws SQLException {
    tamper(
        "delete from audit_entry where clinic_id = '%1$s' and seq = 4;"
            + " update audit_entry set seq = seq + 1000 where clinic_id = '%1$s' and seq > 4;"
            + " update audit_entry set seq = seq - 1001 where clinic_id = '%1$s' and seq > 1000");

    assertThat(chain.verify(clinic).faults())
        .contains("Entry 4 does not follow entry 3: one was replaced.");
  }

  @Test
  void reorderedRowsAreFound() throws SQLException {
    tamper(
        "update audit_entry set seq = 1004 where clinic_id = '%1$s' and seq = 4;"
            + " update audit_entry set seq = 4 where clinic_id = '%1$s' and seq = 5;"
            + " update audit_entry set seq = 5 where clinic_id = '%1$s' and seq = 1004");

    assertThat(chain.verify(clinic).faults())
        .contains(
            "Entry 4 does not follow entry 3: one was replaced.",
            "Entry 4 was changed after it was written.");
  }

  @Test
  void rowsCutFromTheEndAreFound() throws SQLException {
    tamper("delete from audit_entry where clinic_id = '%s' and seq > 8");

    assertThat(chain.verify(clinic).faults())
        .singleElement()
        .asString()
        .contains("entry 10 is the last; the last one read is 8");
  }

  @Test
  void theApplicationCanNeitherChangeNorRemoveNorForgeAnEntry() {
    for (String attempt :
        List.of(
            "update audit_entry set detail = ''",
            "delete from audit_entry",
            "truncate audit_entry",
            "update audit_head set seq = 1",
            "update patient_fact set answer = 'NO'")) {
      assertThatThrownBy(() -> transactions.run(clinic, () -> sql.sql(attempt).update()))
          .as(attempt)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void noWriteIsKeptWithoutItsEntry() {
    Actor actor = Actor.system(clinic, "x");
    assertThatThrownBy(() ->
            transactions.run(
                clinic,
                () -> {
                  audit.record(actor, Audit.Action.CREATE, "patient:x", null, "\0");
                  sql.sql("update clinic set name = 'Changed' where clinic_id = ?")
                      .param(clinic.value())
                      .update();
                }))
        .isNotNull();
    String name =
        transactions.in(
            clinic,
            () ->
                sql.sql("select name from clinic where clinic_id = ?")
                    .param(clinic.value())
                    .query(String.class)
                    .single());
    assertThat(name).isEqualTo("Clinic Rosewood");
  }

  private void tamper(String statements) throws SQLException {
    try (Connection admin = superuser();
        Statement statement = admin.createStatement()) {
      statement.execute("alter table audit_entry disable trigger user");
      try {
        statement.execute(String.format(statements, clinic));
      } finally {
        statement.execute("alter table audit_entry enable trigger user");
      }
    }
  }
}
