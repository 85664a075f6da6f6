package org.percuta.clinic.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents of the clinic whose transaction is open; rows are added and never changed. */
@Repository
class DocumentRepository {

  private static final String SELECT =
      "select d.document_id, d.title, d.media_type, octet_length(d.content) as bytes, d.sha256,"
          + " d.recorded_by, d.recorded_at, w.reason, w.withdrawn_by, w.withdrawn_at from document d"
          + " left join document_withdrawal w"
          + " on w.clinic_id = d.clinic_id and w.document_id = d.document_id"
          + " where d.clinic_id = current_clinic() and d.patient_id = any ((select same_person(?))::uuid[])";

  private final JdbcClient sql;

  DocumentRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * A document without its content.
   *
   * @param withdrawn absent while it counts
   */
  record Document(
      UUID id,
      String title,
      DocumentKind kind,
      int bytes,
      String sha256,
      String recordedBy,
      Instant at,
      @Nullable Withdrawn withdrawn) {}

  /** Who took a document back, when and why. */
  record Withdrawn(String by, Instant at, String reason) {}

  /** Latest first. */
  List<Document> list(UUID patient) {
    return sql.sql(SELECT + " order by d.recorded_at desc, d.document_id desc")
        .param(patient)
        .query((row, number) -> document(row))
        .list();
  }

  Optional<Document> find(UUID patient, UUID id) {
    return sql.sql(SELECT + " and d.document_id = ?")
        .params(patient, id)
        .query((row, number) -> document(row))
        .optional();
  }

  /** Empty when it has been withdrawn, be it a moment ago. */
  Optional<byte[]> findContent(UUID patient, UUID id) {
    return sql.sql(
            "select d.content from document d where d.clinic_id = current_clinic()"
                + " and d.patient_id = any ((select same_person(?))::uuid[]) and d.document_id = ?"
                + " and not exists (select 1 from document_withdrawal w"
                + " where w.clinic_id = d.clinic_id and w.document_id = d.document_id)")
        .params(patient, id)
        .query((row, number) -> row.getBytes("content"))
        .optional();
  }

  /** False when it was withdrawn before. */
  boolean withdraw(UUID id, String reason, String by, Instant at) {
    return sql.sql(
                "insert into document_withdrawal (clinic_id, document_id, reason, withdrawn_by,"
                    + " withdrawn_at) values (current_clinic(), ?, ?, ?, ?) on conflict do nothing")
            .params(id, reason, by, at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  UUID insert(
      UUID patient, String title, DocumentKind kind, byte[] content, String by, Instant at) {
    return sql.sql(
            "insert into document (clinic_id, patient_id, title, media_type, content, sha256,"
                + " recorded_by, recorded_at) values (current_clinic(), ?, ?, ?, ?, ?, ?, ?)"
                + " returning document_id")
        .params(
            patient,
            title,
            kind.mediaType(),
            content,
            Sha256.of(content),
            by,
            at.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .single();
  }

  private static Document document(ResultSet row) throws SQLException {
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new Document(
        row.getObject("document_id", UUID.class),
        row.getString("title"),
        DocumentKind.ofMediaType(row.getString("media_type")),
        row.getInt("bytes"),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant(),
        withdrawn == null
            ? null
            : new Withdrawn(
                row.getString("withdrawn_by"), withdrawn.toInstant(), row.getString("reason")));
  }
}
