package org.percuta.clinic.quotes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic offered a patient for a course. Nothing of it changes after it was offered.
 *
 * @param year with {@code serial} its number
 * @param about the treatment in words
 * @param pricedOn the day whose prices count
 * @param optional sessions of the course that only a review would ask for; not in the total
 * @param optionalEach what one of these would cost
 * @param compared what sources say a session costs, never converted
 */
record Quote(
    UUID patient,
    UUID course,
    int year,
    int serial,
    Kind kind,
    String about,
    int priceVersion,
    LocalDate pricedOn,
    LocalDate offeredOn,
    LocalDate validUntil,
    int sessions,
    int optional,
    Money optionalEach,
    Bill bill,
    String compared,
    String by,
    Instant at) {

  /** What every quote says. */
  static final String NO_PROMISE =
      "Nobody can promise a result. Each session is reviewed before the next one, so the number of"
          + " sessions may turn out different from this plan.";

  /** How the sessions are paid for. */
  enum Kind {
    SINGLE("Session by session"),
    PACKAGE("Package, all sessions together");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What the patient said. */
  enum Reply {
    ACCEPTED,
    DECLINED
  }

  /** A reply as it was written down. */
  record Answer(Reply reply, String note, LocalDate on, String by) {}

  /** Where an offered quote stands. */
  sealed interface State {

    record Open(LocalDate until) implements State {}

    record Accepted(LocalDate on) implements State {}

    record Declined(LocalDate on) implements State {}

    record Expired(LocalDate after) implements State {}

    default String word() {
      return switch (this) {
        case Open _ -> "Open";
        case Accepted _ -> "Accepted";
        case Declined _ -> "Declined";
        case Expired _ -> "Expired";
      };
    }

    default String tag() {
      return switch (this) {
        case Open _ -> "amber";
        case Accepted _ -> "sage";
        case Declined _, Expired _ -> "slate";
      };
    }
  }

  /**
   * A quote as stored.
   *
   * @param intact whether it still is what was sealed, document included
   */
  record Stored(UUID id, Quote quote, String seal, boolean intact, @Nullable Answer answer) {

    State stateOn(LocalDate today) {
      if (answer != null) {
        return switch (answer.reply()) {
          case ACCEPTED -> new State.Accepted(answer.on());
          case DECLINED -> new State.Declined(answer.on());
        };
      }
      return today.isAfter(quote.validUntil())
          ? new State.Expired(quote.validUntil())
          : new State.Open(quote.validUntil());
    }
  }

  /** For example {@code 2026-0007}. */
  String number() {
    return String.format(Locale.ROOT, "%d-%04d", year, serial);
  }

  Currency currency() {
    return bill.total().currency();
  }

  /** SHA-256 over all it says and over its document, so that neither can be changed alone. */
  byte[] seal(byte[] documentHash) {
    StringBuilder all = new StringBuilder("percuta.quote/1");
    for (Object part :
        List.of(
            patient,
            course,
            number(),
            kind,
            about,
            priceVersion,
            pricedOn,
            offeredOn,
            validUntil,
            sessions,
            optional,
            optionalEach.words(),
            bill.total().words(),
            bill.contained(),
            compared,
            by,
            at.toEpochMilli())) {
      all.append('\u001f').append(part);
    }
    for (Bill.Line line : bill.lines()) {
      all.append('\u001e')
          .append(line.kind())
          .append('\u001f')
          .append(line.label())
          .append('\u001f')
          .append(line.quantity())
          .append('\u001f')
          .append(line.unit().words())
          .append('\u001f')
          .append(line.amount().words());
    }
    all.append('\u001e').append(HexFormat.of().formatHex(documentHash));
    return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
