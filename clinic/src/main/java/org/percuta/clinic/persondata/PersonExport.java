package org.percuta.clinic.persondata;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.platform.Sha256;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.stereotype.Component;

/**
 * What is held about one person, as a ZIP: {@code record.json} with every row of every table and a
 * list of the files, {@code files/} with what is stored as bytes, {@code summary.html} in plain
 * words, and {@code intake.yaml} for {@code percuta screen}. Its shape is in {@code
 * docs/clinic/person-copy.md}; what is {@link Withheld} is not in it. Call within a clinic
 * transaction.
 */
@Component
class PersonExport {

  /** Written into {@code record.json}; raised when something in it changes its meaning or goes. */
  static final String FORMAT = "percuta.person-1";

  private static final int ROWS_AT_ONCE = 4;

  private final PersonTables tables;
  private final PersonSummary summary;
  private final Courses courses;
  private final CourseScreening screening;
  private final Protocols protocols;
  private final Clock clock;

  PersonExport(
      PersonTables tables,
      PersonSummary summary,
      Courses courses,
      CourseScreening screening,
      Protocols protocols,
      Clock clock) {
    this.tables = tables;
    this.summary = summary;
    this.courses = courses;
    this.screening = screening;
    this.protocols = protocols;
    this.clock = clock;
  }

  void write(Actor actor, Patient patient, OutputStream out) throws IOException {
    List<UUID> ids = tables.ids(patient.id());
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      StringBuilder json = head(actor, ids);
      List<String> written = new ArrayList<>();
      List<String> files = new ArrayList<>();
      for (PersonTables.Table table : tables.list()) {
        written.add(Json.string(table.name()) + ": [" + rows(table, ids, zip, files) + "]");
      }
      json.append(String.join(",\n", written))
          .append("\n},\n\"files\": [\n")
          .append(String.join(",\n", files))
          .append("\n]\n}\n");
      entry(zip, "record.json", json.toString());
      entry(zip, "summary.html", summary.of(actor, patient, ids));
      entry(zip, "intake.yaml", intake(actor, patient));
    }
  }

  private StringBuilder head(Actor actor, List<UUID> ids) {
    Instant now = clock.instant();
    return new StringBuilder("{\n\"format\": ")
        .append(Json.string(FORMAT))
        .append(",\n\"clinic\": ")
        .append(Json.string(actor.clinicName()))
        .append(",\n\"written\": ")
        .append(Json.string(now.toString()))
        .append(",\n\"records\": [")
        .append(
            ids.stream().map(id -> Json.string(id.toString())).collect(Collectors.joining(", ")))
        .append("],\n\"tables\": {\n");
  }

  /** The table's rows as JSON; what is stored as bytes goes into the ZIP at once. */
  private String rows(
      PersonTables.Table table, List<UUID> ids, ZipOutputStream zip, List<String> written) {
    List<String> files =
        table.columns().stream()
            .filter(PersonExport::isFile)
            .map(PersonTables.Column::name)
            .toList();
    String plain =
        table.columns().stream()
            .filter(column -> !isFile(column) && !isSecret(column))
            .map(column -> {
              String value = Withheld.value(table.name(), column.name());
              return (column.bytes() ? "encode(" + value + ", 'hex')" : value)
                  + " as \""
                  + column.name()
                  + "\"";
            })
            .collect(Collectors.joining(", "));
    String bytes =
        files.stream()
            .map(name -> ", " + Withheld.value(table.name(), name) + " as \"" + name + "\"")
            .collect(Collectors.joining());
    List<String> rows = new ArrayList<>();
    tables
        .select(
            "(select to_jsonb(x) from (select " + plain + ") x)::text as plain" + bytes, table, ids)
        .withFetchSize(ROWS_AT_ONCE)
        .query(row -> {
          rows.add(row(table, files, row, rows.size() + 1, zip, written));
        });
    return rows.isEmpty() ? "" : "\n" + String.join(",\n", rows) + "\n";
  }

  private static String row(
      PersonTables.Table table,
      List<String> files,
      ResultSet row,
      int number,
      ZipOutputStream zip,
      List<String> written)
      throws SQLException {
    StringBuilder json = new StringBuilder(row.getString("plain"));
    for (String column : files) {
      byte[] bytes = row.getBytes(column);
      if (bytes != null) {
        String name =
            "files/" + table.name() + "-" + number + "-" + column + FileKind.of(bytes).ending();
        entry(zip, name, bytes);
        written.add(
            "{\"file\": "
                + Json.string(name)
                + ", \"bytes\": "
                + bytes.length
                + ", \"sha256\": "
                + Json.string(Sha256.hex(bytes))
                + "}");
        json.setLength(json.length() - 1);
        json.append(", ")
            .append(Json.string(column))
            .append(": {\"file\": ")
            .append(Json.string(name))
            .append("}}");
      }
    }
    return json.toString();
  }

  /** Whatever is stored as bytes and is no fingerprint. */
  private static boolean isFile(PersonTables.Column column) {
    return column.bytes()
        && !column.name().endsWith("hash")
        && !column.name().equals("sha256")
        && !column.name().equals("salt");
  }

  /** What guards a sign-in or an address is nobody's to read. */
  private static boolean isSecret(PersonTables.Column column) {
    return column.bytes()
        && (column.name().endsWith("_hash") || column.name().equals("salt"))
        && !column.name().equals("previous_hash");
  }

  private String intake(Actor actor, Patient patient) {
    return IntakeText.of(
        screening.record(patient),
        courses.list(patient.id()).stream().map(PatientCourse::goal).distinct().toList(),
        protocols.of(actor.clinic()).knowledge());
  }

  private static void entry(ZipOutputStream zip, String name, String text) {
    entry(zip, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
