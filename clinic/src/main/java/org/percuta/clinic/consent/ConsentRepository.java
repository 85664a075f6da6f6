package org.percuta.clinic.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Goal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents and their texts, of the clinic whose transaction is open. */
@Repository
class ConsentRepository {

  /**
   * The hash is computed anew by the database at every reading, without the document leaving it.
   */
  private static final String SELECT =
      "select c.clinic_id, c.consent_id, record_of(c.patient_id) as patient_id, c.kind, c.concern, c.site, c.template_version,"
          + " c.points, c.signed_name, c.signed_at, c.expires_on, c.witness, c.sha256,"
          + " sha256(c.document) = c.sha256 as intact, w.recorded_at as withdrawn_at, w.reason"
          + " from consent c left join consent_withdrawal w using (clinic_id, consent_id)"
          + " where c.clinic_id = current_clinic() ";

  private final JdbcClient sql;

  ConsentRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /** What is stored of a signature. */
  record Signed(
      UUID patient,
      ConsentKind kind,
      @Nullable Goal goal,
      int templateVersion,
      List<String> points,
      String name,
      Instant at,
      LocalDate expires,
      String witness,
      String knowledgeDigest,
      byte[] document) {}

  /** The clinic's latest text, or the one that Percuta brings. */
  ConsentTemplate template(ConsentKind kind) {
    return sql.sql(
            "select * from consent_template where clinic_id = current_clinic() and kind = ?"
                + " order by version desc limit 1")
        .param(kind.name())
        .query((row, number) ->
            new ConsentTemplate(
                kind, row.getInt("version"), row.getString("intro"), row.getInt("valid_months")))
        .optional()
        .orElseGet(() -> ConsentTemplate.brought(kind));
  }

  /** False when somebody else published this version first. */
  boolean insert(ConsentTemplate template, String by, Instant at) {
    return sql.sql(
                "insert into consent_template (clinic_id, kind, version, intro, valid_months,"
                    + " created_by, created_at) values (current_clinic(), ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing")
            .params(
                template.kind().name(),
                template.version(),
                template.intro(),
                template.validMonths(),
                by,
                at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  UUID insert(Signed signed) {
    Goal goal = signed.goal();
    return sql.sql(
            "insert into consent (clinic_id, patient_id, kind, concern, site, template_version,"
                + " points, signed_name, signed_at, expires_on, witness, knowledge_digest, document,"
                + " sha256) values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " returning consent_id")
        .params(
            Arrays.<@Nullable Object>asList(
                signed.patient(),
                signed.kind().name(),
                goal == null ? null : goal.concern(),
                goal == null ? null : goal.site(),
                signed.templateVersion(),
                signed.points().toArray(String[]::new),
                signed.name(),
                signed.at().atOffset(ZoneOffset.UTC),
                signed.expires(),
                signed.witness(),
                signed.knowledgeDigest(),
                signed.document(),
                Seal.sha256(signed.document())))
        .query(UUID.class)
        .single();
  }

  /** False when it was withdrawn before. */
  boolean withdraw(UUID consent, String reason, String by, Instant at) {
    return sql.sql(
                "insert into consent_withdrawal (clinic_id, consent_id, reason, recorded_by,"
                    + " recorded_at) values (current_clinic(), ?, ?, ?, ?) on conflict do nothing")
            .params(consent, reason, by, at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Consent> find(UUID patient, UUID consent) {
    return sql.sql(
            SELECT
                + "and c.patient_id = any ((select same_person(?))::uuid[]) and c.consent_id = ?")
        .params(patient, consent)
        .query((row, number) -> consent(row))
        .optional();
  }

  /** Latest first. */
  List<Consent> list(UUID patient) {
    return sql.sql(
            SELECT
                + "and c.patient_id = any ((select same_person(?))::uuid[]) order by c.signed_at desc, c.consent_id desc")
        .param(patient)
        .query((row, number) -> consent(row))
        .list();
  }

  byte[] document(UUID consent) {
    return sql.sql(
            "select document from consent where clinic_id = current_clinic() and consent_id = ?")
        .param(consent)
        .query((row, number) -> row.getBytes("document"))
        .single();
  }

  private static Consent consent(ResultSet row) throws SQLException {
    String concern = row.getString("concern");
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    String reason = row.getString("reason");
    return new Consent(
        row.getObject("consent_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        ConsentKind.valueOf(row.getString("kind")),
        concern == null ? null : Goal.inClinic(concern, row.getString("site")),
        row.getInt("template_version"),
        List.of((String[]) row.getArray("points").getArray()),
        row.getString("signed_name"),
        row.getTimestamp("signed_at").toInstant(),
        row.getObject("expires_on", LocalDate.class),
        row.getString("witness"),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        row.getBoolean("intact"),
        withdrawn == null ? null : withdrawn.toInstant(),
        reason == null ? "" : reason);
  }
}
