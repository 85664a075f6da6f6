package org.percuta.clinic.appointments;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.protocol.model.HouseSetting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How long visits take, when the clinic is open, and what can be booked. In a clinic transaction.
 */
@Repository
public class CalendarSettings {

  /** House setting: numbing and hands-on together. */
  private static final String VISIT = "visit-length";

  private static final int USUAL_SET_UP = 15;

  private final JdbcClient sql;
  private final Protocols protocols;

  CalendarSettings(JdbcClient sql, Protocols protocols) {
    this.sql = sql;
    this.protocols = protocols;
  }

  /**
   * @param version 0 until the clinic has set its own
   */
  public record Hours(VisitLength usual, LocalTime opens, LocalTime closes, int version) {}

  /** A room or a device. */
  public record Bookable(UUID id, Kind kind, String name, boolean active) {

    public enum Kind {
      ROOM,
      DEVICE
    }
  }

  /** Somebody who treats. */
  public record Practitioner(UUID id, String name) {}

  /** The clinic's own, or half of the knowledge's visit for numbing and half for needling. */
  Hours hours() {
    return sql.sql("select * from calendar_setting where clinic_id = current_clinic()")
        .query((row, number) ->
            new Hours(
                new VisitLength(
                    row.getInt("numbing_minutes"),
                    row.getInt("hands_on_minutes"),
                    row.getInt("set_up_minutes")),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getInt("version")))
        .optional()
        .orElseGet(() ->
            new Hours(
                new VisitLength(visit() / 2, visit() - visit() / 2, USUAL_SET_UP),
                LocalTime.of(8, 0),
                LocalTime.of(19, 0),
                0));
  }

  private int visit() {
    return findVisitSetting().map(setting -> (int) setting.value()).orElse(60);
  }

  /**
   * The least and most minutes of numbing and needling together that the knowledge lets a clinic
   * set.
   */
  Optional<HouseSetting> findVisitSetting() {
    return Optional.ofNullable(protocols.here().knowledge().settings().get(VISIT));
  }

  /** False when another edit came first. */
  public boolean save(Hours hours) {
    int rows =
        hours.version() == 0
            ? sql.sql(
                    "insert into calendar_setting (clinic_id, numbing_minutes, hands_on_minutes,"
                        + " set_up_minutes, opens, closes) values (current_clinic(), ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(
                    hours.usual().numbing(),
                    hours.usual().handsOn(),
                    hours.usual().setUp(),
                    hours.opens(),
                    hours.closes())
                .update()
            : sql.sql(
                    "update calendar_setting set numbing_minutes = ?, hands_on_minutes = ?,"
                        + " set_up_minutes = ?, opens = ?, closes = ?, version = version + 1"
                        + " where clinic_id = current_clinic() and version = ?")
                .params(
                    hours.usual().numbing(),
                    hours.usual().handsOn(),
                    hours.usual().setUp(),
                    hours.opens(),
                    hours.closes(),
                    hours.version())
                .update();
    return rows == 1;
  }

  public List<Bookable> listBookables() {
    return sql.sql(
            "select * from bookable where clinic_id = current_clinic() order by kind desc, lower(name)")
        .query((row, number) ->
            new Bookable(
                row.getObject("bookable_id", UUID.class),
                Bookable.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getBoolean("active")))
        .list();
  }

  /** False when the clinic has one of that name. */
  public boolean add(Bookable.Kind kind, String name) {
    return sql.sql(
                "insert into bookable (clinic_id, kind, name) values (current_clinic(), ?, ?)"
                    + " on conflict do nothing")
            .params(kind.name(), name)
            .update()
        == 1;
  }

  boolean setActive(UUID bookable, boolean active) {
    return sql.sql(
                "update bookable set active = ? where clinic_id = current_clinic()"
                    + " and bookable_id = ?")
            .params(active, bookable)
            .update()
        == 1;
  }

  /** Those who treat and have an open account, by name. */
  List<Practitioner> listPractitioners() {
    return sql.sql(
            "select staff_id, name from staff where clinic_id = current_clinic() and active"
                + " and role in ('CLINICIAN', 'PRACTITIONER') order by lower(name), staff_id")
        .query((row, number) ->
            new Practitioner(row.getObject("staff_id", UUID.class), row.getString("name")))
        .list();
  }
}
