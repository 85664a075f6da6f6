package org.percuta.clinic.enquiries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of enquiries; call within a clinic transaction. */
@Repository
class EnquiryRepository {

  private static final String SELECT =
      "select e.*, p.given_name || ' ' || p.family_name as patient_name from enquiry e"
          + " left join patient p on p.clinic_id = e.clinic_id and p.patient_id = e.patient_id"
          + " where e.clinic_id = current_clinic() ";

  private final JdbcClient sql;

  EnquiryRepository(JdbcClient sql) {
    this.sql = sql;
  }

  UUID insert(Enquiries.Enquiry enquiry, byte[] sender, Instant now) {
    return sql.sql(
            """
            insert into enquiry (clinic_id, name, email, phone, message, concern, site, answers,
              outcome, permitted_from, as_of, knowledge_digest, consent, consent_at, sender_hash)
            values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            returning enquiry_id\
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                enquiry.name(),
                enquiry.email(),
                enquiry.phone(),
                enquiry.message(),
                enquiry.concern(),
                enquiry.site(),
                enquiry.answers(),
                enquiry.outcome(),
                enquiry.permittedFrom(),
                enquiry.asOf(),
                enquiry.knowledgeDigest(),
                enquiry.consent(),
                now.atOffset(ZoneOffset.UTC),
                sender))
        .query(UUID.class)
        .single();
  }

  /** How many came from one sender after this moment. */
  int countFrom(byte[] sender, Instant after) {
    return sql.sql(
            "select count(*) from enquiry where clinic_id = current_clinic()"
                + " and sender_hash = ? and consent_at > ?")
        .params(sender, after.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** The newest first. */
  List<Received> list(boolean openOnly, int most) {
    return sql.sql(
            SELECT
                + (openOnly ? "and e.handled_at is null " : "")
                + "order by e.consent_at desc, e.enquiry_id limit ?")
        .param(most)
        .query((row, number) -> received(row))
        .list();
  }

  int countOpen() {
    return sql.sql(
            "select count(*) from enquiry where clinic_id = current_clinic() and handled_at is null")
        .query(Integer.class)
        .single();
  }

  /** Held for the transaction, so that two people at one enquiry come one after the other. */
  Optional<Received> find(UUID id) {
    return sql.sql(SELECT + "and e.enquiry_id = ? for no key update of e")
        .param(id)
        .query((row, number) -> received(row))
        .optional();
  }

  /** False when it is in a record already, or gone. */
  boolean setHandled(UUID id, @Nullable UUID patient, String by, Instant at) {
    return sql.sql(
                "update enquiry set handled_by = ?, handled_at = ?, patient_id = ?"
                    + " where clinic_id = current_clinic() and enquiry_id = ?"
                    + " and patient_id is null")
            .params(Arrays.<@Nullable Object>asList(by, at.atOffset(ZoneOffset.UTC), patient, id))
            .update()
        == 1;
  }

  /** Open again; what was put into a record stays there. */
  boolean setOpen(UUID id) {
    return sql.sql(
                "update enquiry set handled_by = null, handled_at = null"
                    + " where clinic_id = current_clinic() and enquiry_id = ?"
                    + " and patient_id is null")
            .param(id)
            .update()
        == 1;
  }

  boolean delete(UUID id) {
    return sql.sql("delete from enquiry where clinic_id = current_clinic() and enquiry_id = ?")
            .param(id)
            .update()
        == 1;
  }

  private static Received received(ResultSet row) throws SQLException {
    Timestamp handled = row.getTimestamp("handled_at");
    return new Received(
        row.getObject("enquiry_id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("message"),
        row.getString("concern"),
        row.getString("site"),
        row.getString("answers"),
        row.getString("outcome"),
        row.getObject("permitted_from", LocalDate.class),
        row.getObject("as_of", LocalDate.class),
        row.getString("consent"),
        row.getTimestamp("consent_at").toInstant(),
        handled == null
            ? null
            : new Handled(
                row.getString("handled_by"),
                handled.toInstant(),
                row.getObject("patient_id", UUID.class),
                row.getString("patient_name")));
  }
}
