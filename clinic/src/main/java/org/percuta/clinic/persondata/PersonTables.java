package org.percuta.clinic.persondata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables that hold rows of a person, read from the database's catalogue, so that a table added
 * later is among them. Call within a clinic transaction.
 */
@Component
class PersonTables {

  private static final String IDS = "with who as (select cast(? as uuid[]) as ids) ";
  static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("patient", "Name, date of birth and contact details"),
          Map.entry("patient_fact", "What was said"),
          Map.entry("verdict_snapshot", "Verdicts kept"),
          Map.entry("clearance", "Clearances"),
          Map.entry("document", "Documents"),
          Map.entry("document_withdrawal", "Documents withdrawn"),
          Map.entry("course", "Courses"),
          Map.entry("course_session", "Sessions of courses"),
          Map.entry("course_step", "Steps of courses"),
          Map.entry("course_dose", "Device settings kept for courses"),
          Map.entry("quote", "Quotes"),
          Map.entry("quote_line", "Lines of quotes"),
          Map.entry("quote_answer", "Answers to quotes"),
          Map.entry("quote_payment", "Payments noted"),
          Map.entry("package_entry", "Sessions paid for and used"),
          Map.entry("message", "Messages"),
          Map.entry("message_item", "Statements in messages"),
          Map.entry("message_preference", "Wishes about messages"),
          Map.entry("erasure", "Erasures"),
          Map.entry("appointment", "Appointments"),
          Map.entry("waiting_wish", "Wishes on the waiting list"),
          Map.entry("consent", "Signed consents"),
          Map.entry("consent_withdrawal", "Consents taken back"),
          Map.entry("enquiry", "Enquiries from the public pages"),
          Map.entry("web_session", "Sign-ins of the patient"),
          Map.entry("patient_merge", "Merges of records"),
          Map.entry("patient_apart", "Records found to be another person’s"),
          Map.entry("legal_hold", "Legal holds"),
          Map.entry("audit_entry", "Entries of the audit"),
          Map.entry("audit_apart", "Addresses of the patient’s own visits"));

  private final JdbcClient sql;
  private volatile @Nullable List<Table> tables;

  PersonTables(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param depth references between it and the patient
   * @param condition on a row called {@code t} that makes it the person's
   * @param columns in the order of the table
   * @param stays whether its rows stay after an erasure
   */
  record Table(String name, int depth, String condition, List<Column> columns, boolean stays) {

    String words() {
      return WORDS.getOrDefault(name, name);
    }

    /** The rows' condition with the person's ids in the statement's {@link #IDS}. */
    String where() {
      return " where t.clinic_id = current_clinic() and ("
          + condition.replace("($1)", "((select ids from who)::uuid[])")
          + ")";
    }
  }

  /** A column and its type. */
  record Column(String name, boolean bytes) {}

  /** Nearest to the patient first. The tables change with a release only. */
  List<Table> list() {
    List<Table> known = tables;
    if (known == null) {
      known = read();
      tables = known;
    }
    return known;
  }

  private List<Table> read() {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    sql.sql(
            "select c.relname, a.attname, a.atttypid = 'bytea'::regtype as bytes"
                + " from pg_class c join pg_attribute a on a.attrelid = c.oid"
                + " where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')"
                + " and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''"
                + " order by c.relname, a.attnum")
        .query(row -> {
          columns
              .computeIfAbsent(row.getString("relname"), _ -> new ArrayList<>())
              .add(new Column(row.getString("attname"), row.getBoolean("bytes")));
        });
    return sql.sql("select * from person_tables()")
        .query((row, number) ->
            new Table(
                row.getString("name"),
                row.getInt("depth"),
                row.getString("condition"),
                columns.getOrDefault(row.getString("name"), List.of()),
                row.getBoolean("stays")))
        .list();
  }

  /** Ids of the records that are this person's. */
  List<UUID> ids(UUID patient) {
    return sql.sql("select unnest(same_person(?))").param(patient).query(UUID.class).list();
  }

  /** How many rows of each table are of these records; one statement. */
  Map<Table, Long> counts(List<UUID> ids) {
    String all =
        list().stream()
            .map(table ->
                "select '" + table.name() + "' as name, count(*) as rows from " + from(table))
            .collect(Collectors.joining(" union all "));
    Map<String, Long> rows = new LinkedHashMap<>();
    sql.sql(IDS + all)
        .param(array(ids))
        .query(row -> {
          rows.put(row.getString("name"), row.getLong("rows"));
        });
    Map<Table, Long> counts = new LinkedHashMap<>();
    list().forEach(table -> counts.put(table, rows.getOrDefault(table.name(), 0L)));
    return counts;
  }

  /** A statement on a table's rows of these records: what is selected, then the rest. */
  JdbcClient.StatementSpec select(String what, Table table, List<UUID> ids) {
    return sql.sql(IDS + "select " + what + " from " + from(table)).param(array(ids));
  }

  private static String from(Table table) {
    return "\"" + table.name() + "\" t" + table.where();
  }

  private static String[] array(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
