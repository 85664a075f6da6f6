package org.percuta.fhir.read;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.validate.Place;
import org.percuta.quantity.PartialDate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;

/**
 * A parser that knows where it is, and reads the simple types of FHIR: what is not of the expected
 * type becomes a finding and is skipped.
 */
final class Cursor {

  final JsonParser parser;
  final FindingSink sink;
  private final Slice slice;
  private String root = "";

  Cursor(Slice slice, FindingSink sink) {
    this.parser = slice.parser(slice.from());
    this.sink = sink;
    this.slice = slice;
  }

  /** Where the object begins that the parser is at the start of. */
  long offset() {
    return slice.from() + parser.currentTokenLocation().getByteOffset();
  }

  /** A text property of the object that begins at an offset, wherever in the object it stands. */
  @Nullable String ahead(long objectOffset, String property) {
    try (JsonParser other = slice.parser((int) objectOffset)) {
      other.nextToken();
      while (other.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = other.currentName().equals(property);
        JsonToken value = other.nextToken();
        if (wanted) {
          return value == JsonToken.VALUE_STRING ? other.getString() : null;
        }
        other.skipChildren();
      }
    } catch (JacksonException e) {
      // The parser that reads on will come to the same place and say so.
      return null;
    }
    return null;
  }

  /** Names the type of the outermost resource, with which every path begins. */
  void enter(String type) {
    root = type;
  }

  Place place() {
    return place(parser.currentTokenLocation());
  }

  Place place(TokenStreamLocation location) {
    return new Place(
        slice.file(),
        Math.max(1, location.getLineNr()) + slice.linesBefore(),
        Math.max(1, location.getColumnNr()));
  }

  /** The path as FHIRPath writes it: {@code Bundle.entry[12].resource.onsetDateTime}. */
  String path() {
    TokenStreamContext context = parser.streamReadContext();
    JsonToken token = parser.currentToken();
    boolean atStart = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
    return path(atStart ? context.getParent() : context);
  }

  /** A draft of the resource that the parser is directly in. */
  Draft draft(Kind kind, Place start) {
    TokenStreamContext resource = parser.streamReadContext();
    if (resource.getNestingDepth() == DEPTH_IN_BUNDLE) {
      int entry = resource.getParent().getParent().getCurrentIndex();
      return new Draft(kind, root, entry, start);
    }
    return new Draft(kind, path(resource.getParent()), -1, start);
  }

  /** Bundle, its list of entries, the entry, the resource. */
  private static final int DEPTH_IN_BUNDLE = 4;

  private String path(@Nullable TokenStreamContext innermost) {
    Deque<String> parts = new ArrayDeque<>();
    TokenStreamContext context = innermost;
    while (context != null && !context.inRoot()) {
      if (context.inArray()) {
        parts.push("[" + context.getCurrentIndex() + "]");
      } else if (context.currentName() != null) {
        parts.push("." + context.currentName());
      }
      context = context.getParent();
    }
    return root + String.join("", parts);
  }

  /** At a value: whether it is an object; otherwise it is skipped with a finding. */
  boolean isObject() {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    wrongType("an object in braces");
    return false;
  }

  /** At a value: whether it is an array; otherwise it is skipped with a finding. */
  boolean isArray() {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return true;
    }
    wrongType("a list in brackets");
    return false;
  }

  /** At a value: its text, or nothing if it is no text. */
  @Nullable String text() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    wrongType("a text in quotes");
    return null;
  }

  boolean truth() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    wrongType("true or false");
    return false;
  }

  /** At a value: the number, or NaN. */
  double number() {
    if (parser.currentToken().isNumeric()) {
      return parser.getDoubleValue();
    }
    wrongType("a number");
    return Double.NaN;
  }

  /** At a value: the date, or nothing if it is none. */
  @Nullable PartialDate date() {
    String text = text();
    if (text == null) {
      return null;
    }
    try {
      return PartialDate.parse(text);
    } catch (IllegalArgumentException e) {
      String said = String.valueOf(e.getMessage());
      int hint = said.indexOf("Maybe ");
      complain(
          "PX-0413",
          hint < 0 ? said : said.substring(0, hint).trim(),
          hint < 0 ? null : said.substring(hint));
      return null;
    }
  }

  /** A null stands for nothing; FHIR uses it beside extensions of a primitive. */
  private void wrongType(String expected) {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NULL) {
      complain(
          "PX-0412",
          "Here should stand " + expected + ", not " + what(token) + ".",
          "Maybe it was written by a program that does not follow FHIR R4?");
    }
    if (token.isStructStart()) {
      parser.skipChildren();
    }
  }

  void complain(String code, String message, @Nullable String hint) {
    sink.error(code, message, path(), place(), hint);
  }

  /** Skips the rest of the object that the parser is directly in, and complains of all of it. */
  void skipWithComplaint(String code, String message, Place start, @Nullable String hint) {
    String path = path(parser.streamReadContext().getParent());
    // Broken JSON further on is the better explanation, and ends this here.
    skipRest();
    sink.error(code, message, path, start, hint);
  }

  /** From a property name, a scalar value or the end, to the end of the object. */
  void skipRest() {
    JsonToken token = parser.currentToken();
    while (token != JsonToken.END_OBJECT && token != null) {
      parser.skipChildren();
      token = parser.nextToken();
    }
  }

  private static String what(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          "nothing";
    };
  }
}
