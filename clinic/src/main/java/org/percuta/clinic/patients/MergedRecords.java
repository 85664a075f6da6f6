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
}
