package org.percuta.cli;

import java.io.PrintWriter;
import java.util.List;
import org.percuta.protocol.io.KnowledgeDiff;
import org.percuta.protocol.model.Knowledge;

/** Writes what changed between two versions of the knowledge. */
final class KnowledgeDiffOutput {

  private KnowledgeDiffOutput() {}

  static void print(PrintWriter out, Knowledge before, Knowledge after, boolean json) {
    List<KnowledgeDiff.Change> changes = KnowledgeDiff.between(before, after);
    if (json) {
      Json.write(
          out,
          generator -> {
            generator.writeStartObject();
            generator.writeStringProperty("schema", "percuta.diff/1");
            generator.writeArrayPropertyStart("changes");
            for (KnowledgeDiff.Change change : changes) {
              generator.writeStartObject();
              generator.writeStringProperty("kind", change.kind());
              generator.writeStringProperty("id", change.id());
              generator.writeStringProperty("change", VerdictJson.lower(change.what()));
              generator.writeBooleanProperty("decides", change.decides());
              generator.writeArrayPropertyStart("parts");
              for (KnowledgeDiff.Part part : change.parts()) {
                generator.writeStartObject();
                generator.writeStringProperty("name", part.name());
                generator.writeStringProperty("before", part.before());
                generator.writeStringProperty("after", part.after());
                generator.writeEndObject();
              }
              generator.writeEndArray();
              generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
          });
      return;
    }
    if (changes.isEmpty()) {
      out.println("No change in meaning.");
    }
    for (KnowledgeDiff.Change change : changes) {
      StringBuilder text = new StringBuilder();
      text.append(change.decides() ? "! " : "  ");
      text.append(VerdictJson.lower(change.what())).append(' ');
      text.append(change.kind()).append(' ').append(change.id()).append('\n');
      for (KnowledgeDiff.Part part : change.parts()) {
        VerdictText.wrap(text, "      ", part.name() + ": " + part.before() + " → " + part.after());
      }
      out.print(text);
    }
    if (changes.stream().anyMatch(KnowledgeDiff.Change::decides)) {
      out.println("! can change a verdict, a date or a limit");
    }
  }
}
