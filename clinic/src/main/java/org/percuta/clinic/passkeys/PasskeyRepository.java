package org.percuta.clinic.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passkeys and answered challenges. Called within the clinic's transaction but for the search. */
@Repository
class PasskeyRepository {

  private final JdbcClient sql;
  private final ClinicTransactions transactions;

  PasskeyRepository(JdbcClient sql, ClinicTransactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  List<Passkey> list(UUID staff) {
    return sql.sql("select * from staff_passkey where staff_id = ? order by created_at, passkey_id")
        .param(staff)
        .query((row, number) -> passkey(row))
        .list();
  }

  UUID add(ClinicId clinic, UUID staff, String name, Passkey.Key key, Instant now) {
    return sql.sql(
            "insert into staff_passkey (clinic_id, staff_id, name, credential_id, credential,"
                + " sign_count, can_be_copied, is_copied, transports, created_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning passkey_id")
        .params(
            clinic.value(),
            staff,
            name,
            key.credentialId(),
            key.credential(),
            key.signCount(),
            key.canBeCopied(),
            key.isCopied(),
            String.join(" ", key.transports()),
            at(now))
        .query(UUID.class)
        .single();
  }

  /** False when the person has no such passkey. */
  boolean remove(UUID staff, UUID id) {
    return sql.sql("delete from staff_passkey where staff_id = ? and passkey_id = ?")
            .params(staff, id)
            .update()
        == 1;
  }

  /** The passkey of this id, of whatever clinic. */
  Optional<Passkey> find(byte[] credentialId) {
    return transactions.knowing(
        "passkey_credential",
        HexFormat.of().formatHex(credentialId),
        () ->
            sql.sql("select * from staff_passkey where credential_id = ?")
                .param(credentialId)
                .query((row, number) -> passkey(row))
                .optional());
  }

  /** Keeps the new count; false when the passkey is gone or has since signed with a later one. */
  boolean use(Passkey passkey, Ceremony.Signed signed, Instant now) {
    return sql.sql(
                "update staff_passkey set sign_count = ?, is_copied = ?, last_used_at = ?"
                    + " where passkey_id = ? and (sign_count < ? or (sign_count = 0 and ? = 0))")
            .params(
                signed.signCount(),
                signed.isCopied(),
                at(now),
                passkey.id(),
                signed.signCount(),
                signed.signCount())
            .update()
        == 1;
  }

  /** Uses a challenge up; false when it was answered before. */
  boolean isFirstAnswer(ClinicId clinic, byte[] challenge, Instant now, Instant expires) {
    sql.sql("delete from passkey_answer where expires_at < ?").param(at(now)).update();
    return sql.sql(
                "insert into passkey_answer (clinic_id, challenge, expires_at) values (?, ?, ?)"
                    + " on conflict do nothing")
            .params(clinic.value(), challenge, at(expires))
            .update()
        == 1;
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    String transports = row.getString("transports");
    return new Passkey(
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        row.getObject("passkey_id", UUID.class),
        row.getObject("staff_id", UUID.class),
        row.getString("name"),
        new Passkey.Key(
            row.getBytes("credential_id"),
            row.getBytes("credential"),
            row.getLong("sign_count"),
            row.getBoolean("can_be_copied"),
            row.getBoolean("is_copied"),
            transports.isEmpty() ? List.of() : List.of(transports.split(" "))),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
