package org.percuta.cli;

import java.io.PrintWriter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes JSON, two spaces deep. */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Something that writes one value. */
  public interface Writer {
    void write(JsonGenerator out);
  }

  public static void write(PrintWriter writer, Writer value) {
    ObjectWriteContext pretty =
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        };
    try (JsonGenerator out = FACTORY.createGenerator(pretty, new Unclosed(writer))) {
      value.write(out);
    }
    writer.println();
    writer.flush();
  }

  static void strings(JsonGenerator out, String name, Collection<String> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(out::writeString);
    out.writeEndArray();
  }

  static void nullable(JsonGenerator out, String name, @Nullable Object value) {
    if (value == null) {
      out.writeNullProperty(name);
    } else {
      out.writeStringProperty(name, value.toString());
    }
  }

  /** The generator closes its target; the console stays open. */
  private static final class Unclosed extends java.io.FilterWriter {
    Unclosed(java.io.Writer out) {
      super(out);
    }

    @Override
    public void close() throws java.io.IOException {
      flush();
    }
  }
}
