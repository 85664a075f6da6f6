package org.percuta.clinic.enquiries;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enquiries from the public pages: stored with consent, audited, and limited to a few an hour from
 * one address.
 */
@Component
public class Enquiries {

  private static final int MOST_AN_HOUR = 5;
  private static final Duration WINDOW = Duration.ofHours(1);

  private final EnquiryRepository repository;
  private final JdbcClient sql;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Clock clock;
  private final SecretKeySpec key;

  Enquiries(
      EnquiryRepository repository,
      JdbcClient sql,
      ClinicTransactions transactions,
      Audit audit,
      Clock clock,
      DatabaseAccess database) {
    this.repository = repository;
    this.sql = sql;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.key =
        new SecretKeySpec(
            database.secrets().get("enquiries").getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** A clinic that can be written to. */
  public record Clinic(ClinicId id, String name) {}

  /**
   * What is sent.
   *
   * @param answers the answers as text, for the clinic to take over
   * @param consent the words that were agreed to
   */
  public record Enquiry(
      String name,
      @Nullable String email,
      @Nullable String phone,
      String message,
      String concern,
      String site,
      String answers,
      String outcome,
      @Nullable LocalDate permittedFrom,
      LocalDate asOf,
      String knowledgeDigest,
      String consent) {}

  /** The clinics of this installation, by name. */
  public List<Clinic> clinics() {
    return sql.sql("select clinic_id, name from clinic order by lower(name), clinic_id")
        .query((row, number) ->
            new Clinic(new ClinicId(row.getObject("clinic_id", UUID.class)), row.getString("name")))
        .list();
  }

  /**
   * Stores an enquiry.
   *
   * @param address the network address it came from
   * @return false when too many came from there within the last hour; then nothing is stored
   */
  public boolean send(ClinicId clinic, Enquiry enquiry, String address) {
    return transactions.in(
        clinic,
        () -> {
          Instant now = clock.instant();
          byte[] sender = hash(address);
          if (repository.countFrom(sender, now.minus(WINDOW)) >= MOST_AN_HOUR) {
            return false;
          }
          UUID id = repository.insert(enquiry, sender, now);
          audit.record(
              new Actor(
                  clinic,
                  "",
                  ZoneId.of("UTC"),
                  new UUID(0, 0),
                  "Public website",
                  Role.PATIENT,
                  false,
                  // The audit stays for good, so it names the sender as the enquiry does.
                  "sender " + HexFormat.of().formatHex(sender)),
              Audit.Action.CREATE,
              "enquiry:" + id,
              null,
              "with consent");
          return true;
        });
  }

  private byte[] hash(String address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
