package org.percuta.clinic.quotes;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.plan.ClinicPrice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Price lists of the clinic whose transaction is open. */
@Repository
class PriceRepository {

  private static final String OF_VERSION = " where clinic_id = current_clinic() and version = ?";

  private final JdbcClient sql;

  PriceRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /** A version in the list of all versions. */
  record Version(int number, LocalDate validFrom, String by, Instant at) {}

  /**
   * The list that counts on a day: the latest to begin, and of two that begin together the later.
   */
  Optional<PriceList> on(LocalDate day) {
    return one(
        sql.sql(
                "select * from price_list where clinic_id = current_clinic() and valid_from <= ?"
                    + " order by valid_from desc, version desc limit 1")
            .param(day));
  }

  /** The one written last, from whatever day it counts. */
  Optional<PriceList> latest() {
    return one(
        sql.sql(
            "select * from price_list where clinic_id = current_clinic()"
                + " order by version desc limit 1"));
  }

  Optional<PriceList> version(int version) {
    return one(sql.sql("select * from price_list" + OF_VERSION).param(version));
  }

  /** Newest first. */
  List<Version> versions(int most) {
    return sql.sql(
            "select version, valid_from, created_by, created_at from price_list"
                + " where clinic_id = current_clinic() order by version desc limit ?")
        .param(most)
        .query((row, number) ->
            new Version(
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant()))
        .list();
  }

  /** False when somebody else wrote this version first. */
  boolean insert(PriceList list, Instant at) {
    PriceList.Tax tax = list.tax();
    int written =
        sql.sql(
                "insert into price_list (clinic_id, version, valid_from, currency, valid_days,"
                    + " tax_name, tax_percent, tax_included, created_by, created_at)"
                    + " values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(
                Arrays.<@Nullable Object>asList(
                    list.version(),
                    list.validFrom(),
                    list.currency().getCurrencyCode(),
                    list.validDays(),
                    tax == null ? "" : tax.name(),
                    tax == null ? null : tax.percent(),
                    tax != null && tax.included(),
                    list.by(),
                    at.atOffset(ZoneOffset.UTC)))
            .update();
    if (written == 1) {
      insertParts(list);
    }
    return written == 1;
  }

  private void insertParts(PriceList list) {
    for (int i = 0; i < list.prices().size(); i++) {
      ClinicPrice price = list.prices().get(i);
      BigDecimal fraction = price.packageDiscount();
      sql.sql(
              "insert into price_line (clinic_id, version, position, concern, site, amount_minor,"
                  + " package_percent) values (current_clinic(), ?, ?, ?, ?, ?, ?)")
          .params(
              Arrays.<@Nullable Object>asList(
                  list.version(),
                  i,
                  price.concern(),
                  price.site(),
                  list.money(price).minor(),
                  fraction == null ? null : fraction.movePointRight(2)))
          .update();
    }
    for (int i = 0; i < list.extras().size(); i++) {
      PriceList.Extra extra = list.extras().get(i);
      sql.sql(
              "insert into price_extra (clinic_id, version, position, name, amount_minor,"
                  + " each_session) values (current_clinic(), ?, ?, ?, ?, ?)")
          .params(list.version(), i, extra.name(), extra.amount().minor(), extra.eachSession())
          .update();
    }
    for (PriceList.Bundle bundle : list.bundles()) {
      sql.sql(
              "insert into price_package (clinic_id, version, sessions, percent, off_minor)"
                  + " values (current_clinic(), ?, ?, ?, ?)")
          .params(
              Arrays.<@Nullable Object>asList(
                  list.version(),
                  bundle.sessions(),
                  bundle.discount() instanceof PriceList.Discount.Percent(BigDecimal percent)
                      ? percent
                      : null,
                  bundle.discount() instanceof PriceList.Discount.Fixed(Money off)
                      ? off.minor()
                      : null))
          .update();
    }
  }

  private Optional<PriceList> one(JdbcClient.StatementSpec query) {
    return query.query((row, number) -> head(row)).optional().map(this::whole);
  }

  private static PriceList head(ResultSet row) throws SQLException {
    BigDecimal percent = row.getBigDecimal("tax_percent");
    return new PriceList(
        row.getInt("version"),
        row.getObject("valid_from", LocalDate.class),
        Currency.getInstance(row.getString("currency")),
        row.getInt("valid_days"),
        percent == null
            ? null
            : new PriceList.Tax(row.getString("tax_name"), percent, row.getBoolean("tax_included")),
        List.of(),
        List.of(),
        List.of(),
        row.getString("created_by"));
  }

  private PriceList whole(PriceList head) {
    Currency currency = head.currency();
    List<ClinicPrice> prices =
        sql.sql("select * from price_line" + OF_VERSION + " order by position")
            .param(head.version())
            .query((row, number) -> price(row, currency))
            .list();
    List<PriceList.Extra> extras =
        sql.sql("select * from price_extra" + OF_VERSION + " order by position")
            .param(head.version())
            .query((row, number) ->
                new PriceList.Extra(
                    row.getString("name"),
                    new Money(row.getLong("amount_minor"), currency),
                    row.getBoolean("each_session")))
            .list();
    List<PriceList.Bundle> bundles =
        sql.sql("select * from price_package" + OF_VERSION + " order by sessions")
            .param(head.version())
            .query((row, number) -> bundle(row, currency))
            .list();
    return new PriceList(
        head.version(),
        head.validFrom(),
        currency,
        head.validDays(),
        head.tax(),
        prices,
        extras,
        bundles,
        head.by());
  }

  private static ClinicPrice price(ResultSet row, Currency currency) throws SQLException {
    BigDecimal percent = row.getBigDecimal("package_percent");
    return new ClinicPrice(
        row.getString("concern"),
        row.getString("site"),
        new Money(row.getLong("amount_minor"), currency).amount(),
        currency.getCurrencyCode(),
        percent == null ? null : percent.movePointLeft(2));
  }

  private static PriceList.Bundle bundle(ResultSet row, Currency currency) throws SQLException {
    BigDecimal percent = row.getBigDecimal("percent");
    return new PriceList.Bundle(
        row.getInt("sessions"),
        percent == null
            ? new PriceList.Discount.Fixed(new Money(row.getLong("off_minor"), currency))
            : new PriceList.Discount.Percent(percent));
  }
}
