package org.percuta.clinic.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A clinic's own numbers, every act kept; call within a transaction of that clinic. */
@Repository
public class ClinicSettings {

  private final JdbcClient sql;

  ClinicSettings(JdbcClient sql) {
    this.sql = sql;
  }

  /** The last act on each setting that has one. */
  public List<SettingChange> listLatest() {
    return listAsOf(Integer.MAX_VALUE);
  }

  /** The last act on each setting, as it stood at a version of the settings. */
  List<SettingChange> listAsOf(int version) {
    return sql.sql(
            "select distinct on (setting) * from house_setting_change"
                + " where clinic_id = current_clinic() and version <= ?"
                + " order by setting, version desc")
        .param(version)
        .query((row, number) -> change(row))
        .list();
  }

  /** Everything done to one setting, newest first. */
  public List<SettingChange> listHistory(String setting) {
    return sql.sql(
            "select * from house_setting_change where clinic_id = current_clinic()"
                + " and setting = ? order by version desc limit 200")
        .param(setting)
        .query((row, number) -> change(row))
        .list();
  }

  /** The newest version of the clinic's settings; 0 before the first act. */
  int version() {
    return sql.sql(
            "select coalesce(max(version), 0) from house_setting_change"
                + " where clinic_id = current_clinic()")
        .query(Integer.class)
        .single();
  }

  /**
   * Adds an act under the next version, which it takes from the clinic and not from {@code change}.
   *
   * @return false when another act on the same setting came first; then nothing is written
   */
  public boolean add(SettingChange change) {
    // Another setting may take the version at the same moment: then the next one is free.
    while (latest(change.setting()) == change.previous()) {
      if (insert(change)) {
        return true;
      }
    }
    return false;
  }

  private int latest(String setting) {
    return sql.sql(
            "select coalesce(max(version), 0) from house_setting_change"
                + " where clinic_id = current_clinic() and setting = ?")
        .param(setting)
        .query(Integer.class)
        .single();
  }

  private boolean insert(SettingChange change) {
    return sql.sql(
                "insert into house_setting_change (clinic_id, version, setting, previous,"
                    + " old_value, new_value, unit, knowledge_digest, done_by, done_name, reason,"
                    + " done_at) select current_clinic(), coalesce(max(version), 0) + 1, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ? from house_setting_change"
                    + " where clinic_id = current_clinic() on conflict do nothing")
            .params(
                change.setting(),
                change.previous(),
                change.before(),
                change.value(),
                change.unit(),
                change.digest(),
                change.by(),
                change.name(),
                change.reason(),
                change.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static SettingChange change(ResultSet row) throws SQLException {
    return new SettingChange(
        row.getInt("version"),
        row.getString("setting"),
        row.getInt("previous"),
        row.getDouble("old_value"),
        row.getDouble("new_value"),
        row.getString("unit"),
        row.getString("knowledge_digest"),
        row.getObject("done_by", UUID.class),
        row.getString("done_name"),
        row.getString("reason"),
        row.getTimestamp("done_at").toInstant());
  }
}
