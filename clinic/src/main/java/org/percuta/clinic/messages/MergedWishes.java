package org.percuta.clinic.messages;

import org.percuta.clinic.patients.MergedRecords;

/**
 * SQL about what counts of the wishes in records that were merged into one person's. Neither record
 * knew of the other, so a refusal in one of them holds for the person, until the person says
 * otherwise after the merge. Nothing is copied, so that an undone merge leaves each its own.
 */
final class MergedWishes {

  /** Wishes {@code f} that count; those of a merged record, until the person was asked again. */
  private static final String COUNTING =
      " from message_preference f where f.clinic_id = current_clinic()"
          + " and not (f.patient_id in (select m.merged from patient_merge m"
          + " where m.clinic_id = current_clinic() and m.undone_at is null)"
          + " and exists (select 1 from message_preference own where own.clinic_id = f.clinic_id"
          + " and own.patient_id = record_of(f.patient_id) and own.said_at >"
          + " (select max(m.merged_at) from patient_merge m where m.clinic_id = f.clinic_id"
          + " and m.undone_at is null and m.kept = any (same_person(f.patient_id)))))";

  /** Everybody who wants no e-mail messages, by the record through which they are read. */
  static final String REFUSING =
      "select " + MergedRecords.personOf("f.patient_id") + COUNTING + " and f.no_email";

  /** Where a person is, who is asked for twice: their own record's word, or else the latest. */
  static final String ZONE =
      "select f.time_zone"
          + COUNTING
          + " and f.patient_id = any ((select same_person(?))::uuid[]) and f.time_zone is not null"
          + " order by f.patient_id = ? desc, f.said_at desc limit 1";

  private MergedWishes() {}
}
