package org.percuta.clinic.patients;

/** SQL about records that were merged into one person's. */
public final class MergedRecords {

  private MergedRecords() {}

  /**
   * The record that {@code column} belongs to now, for statements over many rows. The function
   * {@code record_of} alone runs a query for each row; here only for those that were merged.
   */
  public static String personOf(String column) {
    return "case when "
        + column
        + " in (select m.merged from patient_merge m"
        + " where m.clinic_id = current_clinic() and m.undone_at is null)"
        + " then record_of("
        + column
        + ") else "
        + column
        + " end";
  }

  /**
   * The same as a column {@code person} to join by. Row-level security keeps a function that is not
   * leak-proof away from an index, so an expression beside {@code patient_id} has every patient of
   * the clinic read; a column that is already worked out, which {@code offset 0} makes it, does
   * not.
   */
  public static String joinPerson(String alias, String column) {
    return " cross join lateral (select " + personOf(column) + " as person offset 0) " + alias;
  }
}
