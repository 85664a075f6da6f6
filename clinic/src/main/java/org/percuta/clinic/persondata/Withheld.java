package org.percuta.clinic.persondata;

import java.util.Set;

/**
 * What a copy leaves out of a person's rows, as it may be about somebody else: a document that was
 * added to the wrong record, its title and its hash, and why it was withdrawn. The row itself, with
 * who added and withdrew it and when, is in the copy.
 */
enum Withheld {
  DOCUMENT(
      "document",
      Set.of("title", "content", "sha256"),
      "exists (select 1 from document_withdrawal w where w.clinic_id = t.clinic_id"
          + " and w.document_id = t.document_id)"),
  WITHDRAWAL("document_withdrawal", Set.of("reason"), "true");

  private final String table;
  private final Set<String> columns;
  private final String condition;

  Withheld(String table, Set<String> columns, String condition) {
    this.table = table;
    this.columns = columns;
    this.condition = condition;
  }

  /** What is selected of a row called {@code t}: the column, or null where it is left out. */
  static String value(String table, String column) {
    String plain = "t.\"" + column + "\"";
    for (Withheld one : values()) {
      if (one.table.equals(table) && one.columns.contains(column)) {
        return "case when not (" + one.condition + ") then " + plain + " end";
      }
    }
    return plain;
  }
}
