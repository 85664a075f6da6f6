package org.percuta.clinic.patients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.ClinicId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Patients of the clinic whose transaction is open. */
@Repository
class PatientRepository {

  /** pg_trgm's similarity above which two names are probably one person's. */
  private static final double SAME_PERSON = 0.4;

  private final JdbcClient sql;

  PatientRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * What the list is narrowed to.
   *
   * @param words each must occur in name, e-mail or phone; a date of birth is a word too
   * @param phototype 0 for any
   */
  record Filter(String words, Patient.State state, int phototype) {}

  /** The record; of one that was merged, the record it is read through. */
  Optional<Patient> find(UUID id) {
    return sql.sql(
            "select * from patient where clinic_id = current_clinic() and patient_id = (select record_of(?))")
        .param(id)
        .query((row, number) -> patient(row))
        .optional();
  }

  /** By family name. Row-level security rules the trigram index out, so this reads one clinic. */
  List<Patient> list(Filter filter, int most, int offset) {
    List<Object> values = new ArrayList<>();
    String where = where(filter, values);
    values.add(most);
    values.add(offset);
    return sql.sql(
            "select * from patient "
                + where
                + " order by lower(family_name), lower(given_name), patient_id limit ? offset ?")
        .params(values)
        .query((row, number) -> patient(row))
        .list();
  }

  long count(Filter filter) {
    List<Object> values = new ArrayList<>();
    String where = where(filter, values);
    return sql.sql("select count(*) from patient " + where)
        .params(values)
        .query(Long.class)
        .single();
  }

  List<Patient> listRecentlyChanged(int most) {
    return sql.sql(
            "select * from patient where clinic_id = current_clinic() and state <> 'MERGED'"
                + " order by updated_at desc limit ?")
        .param(most)
        .query((row, number) -> patient(row))
        .list();
  }

  /** People who may be this one: born that day, with a name like it. */
  List<Patient> listProbablySame(String given, String family, LocalDate born) {
    return sql.sql(
            "select * from patient where clinic_id = current_clinic() and birth_date = ?"
                + " and state <> 'MERGED' and greatest(similarity(lower(given_name || ' ' || family_name), lower(?)),"
                + " similarity(lower(family_name || ' ' || given_name), lower(?))) >= ? limit 10")
        .params(born, given + " " + family, given + " " + family, SAME_PERSON)
        .query((row, number) -> patient(row))
        .list();
  }

  /** Active patients with this e-mail address or telephone number. */
  List<Patient> listReachedAt(@Nullable String email, @Nullable String phone) {
    return sql.sql(
            "select * from patient where clinic_id = current_clinic() and state = 'ACTIVE'"
                + " and (lower(email) = lower(?) or (length(digits(?)) >= 5 and digits(phone) = digits(?)))"
                + " order by patient_id limit 10")
        .params(Arrays.<@Nullable Object>asList(email, phone, phone))
        .query((row, number) -> patient(row))
        .list();
  }

  UUID insert(ClinicId clinic, PatientFields fields) {
    List<Object> values = new ArrayList<>(values(fields));
    values.addFirst(clinic.value());
    return sql.sql(
            "insert into patient (clinic_id, given_name, family_name, birth_date, sex, phototype,"
                + " weight_kg, email, phone, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " returning patient_id")
        .params(values)
        .query(UUID.class)
        .single();
  }

  /** False when another edit came first: then nothing is written. */
  boolean update(UUID id, int version, PatientFields fields) {
    List<Object> values = new ArrayList<>(values(fields));
    values.add(id);
    values.add(version);
    return sql.sql(
                "update patient set given_name = ?, family_name = ?, birth_date = ?, sex = ?,"
                    + " phototype = ?, weight_kg = ?, email = ?, phone = ?, note = ?,"
                    + " version = version + 1, updated_at = now()"
                    + " where clinic_id = current_clinic() and patient_id = ? and version = ?")
            .params(values)
            .update()
        == 1;
  }

  void setState(UUID id, Patient.State state) {
    sql.sql(
            "update patient set state = ?, version = version + 1, updated_at = now()"
                + " where clinic_id = current_clinic() and patient_id = ? and state <> 'MERGED'")
        .params(state.name(), id)
        .update();
  }

  private static String where(Filter filter, List<Object> values) {
    StringBuilder where = new StringBuilder("where clinic_id = current_clinic() and state = ?");
    values.add(filter.state().name());
    if (filter.phototype() > 0) {
      where.append(" and phototype = ?");
      values.add(filter.phototype());
    }
    SearchWords words = SearchWords.of(filter.words());
    for (SearchWords.Word word : words.words()) {
      where.append(" and (birth_date::text like ?");
      values.add(literal(word.written()) + "%");
      for (String way : word.ways()) {
        where.append(" or search like ?");
        values.add("%" + literal(way) + "%");
      }
      where.append(")");
    }
    if (!words.born().isEmpty()) {
      where.append(" and birth_date = any (?::date[])");
      values.add(words.born().stream().map(LocalDate::toString).toArray(String[]::new));
    }
    return where.toString();
  }

  /** What a pattern of SQL finds as it is written. */
  private static String literal(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static List<Object> values(PatientFields fields) {
    return Arrays.asList(
        fields.given(),
        fields.family(),
        fields.born(),
        fields.sex().name(),
        fields.phototype(),
        fields.weight_kg(),
        fields.email(),
        fields.phone(),
        fields.note());
  }

  private static Patient patient(ResultSet row) throws SQLException {
    return new Patient(
        row.getObject("patient_id", UUID.class),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getObject("birth_date", LocalDate.class),
        Patient.Sex.valueOf(row.getString("sex")),
        row.getObject("phototype", Integer.class),
        row.getBigDecimal("weight_kg"),
        Optional.ofNullable(row.getString("email")).orElse(""),
        Optional.ofNullable(row.getString("phone")).orElse(""),
        row.getString("note"),
        Patient.State.valueOf(row.getString("state")),
        row.getInt("version"));
  }
}
