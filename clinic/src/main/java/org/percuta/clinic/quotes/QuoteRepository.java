package org.percuta.clinic.quotes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quotes and packages of the clinic whose transaction is open. */
@Repository
class QuoteRepository {

  /** The document is hashed by the database at every reading, without leaving it. */
  private static final String SELECT =
      "select q.quote_id, q.patient_id, q.course_id, q.year, q.serial, q.kind, q.about,"
          + " q.price_version, q.priced_on, q.offered_on, q.valid_until, q.currency, q.sessions,"
          + " q.optional, q.optional_minor, q.total_minor, q.contained, q.compared, q.offered_by,"
          + " q.offered_at, q.seal, sha256(q.document) as document_hash, a.answer, a.note,"
          + " a.answered_on, a.recorded_by as answered_by, l.kind as line_kind, l.label, l.quantity,"
          + " l.unit_minor, l.amount_minor"
          + " from quote q left join quote_answer a using (clinic_id, quote_id)"
          + " join quote_line l using (clinic_id, quote_id)"
          + " where q.clinic_id = current_clinic() ";

  private final JdbcClient sql;

  QuoteRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /** A note that something was paid. */
  record Payment(LocalDate on, String how, String by) {}

  /** Waits for others who number a quote or write to a package of this clinic. */
  void lock() {
    sql.sql(
            "select pg_advisory_xact_lock(hashtextextended(current_clinic()::text || ' quotes', 0))")
        .query((row, number) -> true)
        .list();
  }

  /** The next number of a year, under {@link #lock()}. */
  int nextSerial(int year) {
    return sql.sql(
            "select coalesce(max(serial), 0) + 1 from quote where clinic_id = current_clinic()"
                + " and year = ?")
        .param(year)
        .query(Integer.class)
        .single();
  }

  UUID insert(Quote quote, byte[] document, byte[] seal) {
    UUID id =
        sql.sql(
                "insert into quote (clinic_id, patient_id, course_id, year, serial, kind, about,"
                    + " price_version, priced_on, offered_on, valid_until, currency, sessions,"
                    + " optional, optional_minor, total_minor, contained, compared, offered_by,"
                    + " offered_at, document, seal) values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning quote_id")
            .params(
                quote.patient(),
                quote.course(),
                quote.year(),
                quote.serial(),
                quote.kind().name(),
                quote.about(),
                quote.priceVersion(),
                quote.pricedOn(),
                quote.offeredOn(),
                quote.validUntil(),
                quote.currency().getCurrencyCode(),
                quote.sessions(),
                quote.optional(),
                quote.optionalEach().minor(),
                quote.bill().total().minor(),
                quote.bill().contained(),
                quote.compared(),
                quote.by(),
                quote.at().atOffset(ZoneOffset.UTC),
                document,
                seal)
            .query(UUID.class)
            .single();
    for (int i = 0; i < quote.bill().lines().size(); i++) {
      Bill.Line line = quote.bill().lines().get(i);
      sql.sql(
              "insert into quote_line (clinic_id, quote_id, position, kind, label, quantity,"
                  + " unit_minor, amount_minor) values (current_clinic(), ?, ?, ?, ?, ?, ?, ?)")
          .params(
              id,
              i,
              line.kind().name(),
              line.label(),
              line.quantity(),
              line.unit().minor(),
              line.amount().minor())
          .update();
    }
    return id;
  }

  Optional<Quote.Stored> find(UUID course, UUID quote) {
    return group(
            sql.sql(SELECT + "and q.course_id = ? and q.quote_id = ? order by l.position")
                .params(course, quote))
        .stream()
        .findFirst();
  }

  /** Newest first. */
  List<Quote.Stored> list(UUID course) {
    return group(
        sql.sql(SELECT + "and q.course_id = ? order by q.year desc, q.serial desc, l.position")
            .param(course));
  }

  int count(UUID course) {
    return sql.sql(
            "select count(*) from quote where clinic_id = current_clinic() and course_id = ?")
        .param(course)
        .query(Integer.class)
        .single();
  }

  byte[] document(UUID quote) {
    return sql.sql("select document from quote where clinic_id = current_clinic() and quote_id = ?")
        .param(quote)
        .query((row, number) -> row.getBytes("document"))
        .single();
  }

  /** False when it was answered before. */
  boolean insert(UUID quote, Quote.Answer answer, Instant at) {
    return sql.sql(
                "insert into quote_answer (clinic_id, quote_id, answer, note, answered_on,"
                    + " recorded_by, recorded_at) values (current_clinic(), ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing")
            .params(
                quote,
                answer.reply().name(),
                answer.note(),
                answer.on(),
                answer.by(),
                at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void insert(UUID quote, Payment payment, Instant at) {
    sql.sql(
            "insert into quote_payment (clinic_id, quote_id, paid_on, how, recorded_by, recorded_at)"
                + " values (current_clinic(), ?, ?, ?, ?, ?)")
        .params(quote, payment.on(), payment.how(), payment.by(), at.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Payment> listPayments(UUID quote) {
    return sql.sql(
            "select paid_on, how, recorded_by from quote_payment"
                + " where clinic_id = current_clinic() and quote_id = ?"
                + " order by recorded_at, payment_id")
        .param(quote)
        .query((row, number) ->
            new Payment(
                row.getObject("paid_on", LocalDate.class),
                row.getString("how"),
                row.getString("recorded_by")))
        .list();
  }

  void insert(UUID course, @Nullable UUID quote, Ledger.Entry entry) {
    sql.sql(
            "insert into package_entry (clinic_id, course_id, quote_id, kind, sessions, held_before,"
                + " reason, recorded_by, recorded_at)"
                + " values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.<@Nullable Object>asList(
                course,
                quote,
                entry.kind().name(),
                entry.sessions(),
                entry.heldBefore(),
                entry.reason(),
                entry.by(),
                entry.at().atOffset(ZoneOffset.UTC)))
        .update();
  }

  /** In the order they were written. */
  List<Ledger.Entry> listEntries(UUID course) {
    return sql.sql(
            "select kind, sessions, held_before, reason, recorded_by, recorded_at from package_entry"
                + " where clinic_id = current_clinic() and course_id = ?"
                + " order by held_before, recorded_at, entry_id")
        .param(course)
        .query((row, number) ->
            new Ledger.Entry(
                Ledger.Kind.valueOf(row.getString("kind")),
                row.getInt("sessions"),
                row.getInt("held_before"),
                row.getString("reason"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant()))
        .list();
  }

  private static List<Quote.Stored> group(JdbcClient.StatementSpec query) {
    Map<UUID, Head> heads = new LinkedHashMap<>();
    query.query(row -> {
      UUID id = row.getObject("quote_id", UUID.class);
      if (!heads.containsKey(id)) {
        heads.put(id, Head.of(row));
      }
      heads.get(id).add(row);
    });
    return heads.entrySet().stream().map(one -> one.getValue().stored(one.getKey())).toList();
  }

  /** One quote while its lines are read. */
  private record Head(
      UUID patient,
      UUID course,
      int year,
      int serial,
      Quote.Kind kind,
      String about,
      int priceVersion,
      LocalDate pricedOn,
      LocalDate offeredOn,
      LocalDate validUntil,
      Currency currency,
      int sessions,
      int optional,
      long optionalMinor,
      long totalMinor,
      String contained,
      String compared,
      String by,
      Timestamp at,
      byte[] seal,
      byte[] documentHash,
      Quote.@Nullable Answer answer,
      List<Bill.Line> lines) {

    static Head of(ResultSet row) throws SQLException {
      String reply = row.getString("answer");
      return new Head(
          row.getObject("patient_id", UUID.class),
          row.getObject("course_id", UUID.class),
          row.getInt("year"),
          row.getInt("serial"),
          Quote.Kind.valueOf(row.getString("kind")),
          row.getString("about"),
          row.getInt("price_version"),
          row.getObject("priced_on", LocalDate.class),
          row.getObject("offered_on", LocalDate.class),
          row.getObject("valid_until", LocalDate.class),
          Currency.getInstance(row.getString("currency")),
          row.getInt("sessions"),
          row.getInt("optional"),
          row.getLong("optional_minor"),
          row.getLong("total_minor"),
          row.getString("contained"),
          row.getString("compared"),
          row.getString("offered_by"),
          row.getTimestamp("offered_at"),
          row.getBytes("seal"),
          row.getBytes("document_hash"),
          reply == null
              ? null
              : new Quote.Answer(
                  Quote.Reply.valueOf(reply),
                  row.getString("note"),
                  row.getObject("answered_on", LocalDate.class),
                  row.getString("answered_by")),
          new ArrayList<>());
    }

    void add(ResultSet row) throws SQLException {
      lines.add(
          new Bill.Line(
              Bill.Kind.valueOf(row.getString("line_kind")),
              row.getString("label"),
              row.getInt("quantity"),
              new Money(row.getLong("unit_minor"), currency),
              new Money(row.getLong("amount_minor"), currency)));
    }

    Quote.Stored stored(UUID id) {
      Quote quote =
          new Quote(
              patient,
              course,
              year,
              serial,
              kind,
              about,
              priceVersion,
              pricedOn,
              offeredOn,
              validUntil,
              sessions,
              optional,
              new Money(optionalMinor, currency),
              new Bill(lines, new Money(totalMinor, currency), contained),
              compared,
              by,
              at.toInstant());
      return new Quote.Stored(
          id,
          quote,
          HexFormat.of().formatHex(seal),
          Arrays.equals(quote.seal(documentHash), seal),
          answer);
    }
  }
}
