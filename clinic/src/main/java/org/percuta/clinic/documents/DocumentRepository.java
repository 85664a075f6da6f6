package org.percuta.clinic.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.platform.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents of the clinic whose transaction is open; rows are added and never changed. */
@Repository
class DocumentRepository {

  private static final String SELECT =
      "select document_id, title, media_type, octet_length(content) as bytes, sha256, recorded_by,"
          + " recorded_at from document where clinic_id = current_clinic() and patient_id = any ((select same_person(?))::uuid[])";

  private final JdbcClient sql;

  DocumentRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /** A document without its content. */
  record Document(
      UUID id,
      String title,
      DocumentKind kind,
      int bytes,
      String sha256,
      String recordedBy,
      Instant at) {}

  /** Latest first. */
  List<Document> list(UUID patient) {
    return sql.sql(SELECT + " order by recorded_at desc, document_id desc")
        .param(patient)
        .query((row, number) -> document(row))
        .list();
  }

  Optional<Document> find(UUID patient, UUID id) {
    return sql.sql(SELECT + " and document_id = ?")
        .params(patient, id)
        .query((row, number) -> document(row))
        .optional();
  }

  byte[] content(UUID id) {
    return sql.sql(
            "select content from document where clinic_id = current_clinic() and document_id = ?")
        .param(id)
        .query((row, number) -> row.getBytes("content"))
        .single();
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
    return new Document(
        row.getObject("document_id", UUID.class),
        row.getString("title"),
        DocumentKind.ofMediaType(row.getString("media_type")),
        row.getInt("bytes"),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant());
  }
}
