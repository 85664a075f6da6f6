package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.validate.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Walks through a Bundle, a resource or lines of resources, and drafts those that are read. */
final class DocumentReader {

  /** A whole life's record has some ten thousand. */
  private static final int MOST = 100_000;

  /** FHIR R4 has 148 types; the names after so many others are counted as one. */
  private static final int MOST_TYPES = 300;

  private static final int LONGEST_TYPE = 60;

  private final CodeIndex codes;
  private final QuestionnaireReader questionnaire;
  private final FindingSink sink;

  final List<Draft> drafts = new ArrayList<>();
  private final Map<String, int[]> others = new HashMap<>();
  private int resources;
  private boolean tooMany;

  DocumentReader(CodeIndex codes, Map<String, FactDefinition> facts, FindingSink sink) {
    this.codes = codes;
    this.questionnaire = new QuestionnaireReader(facts, codes);
    this.sink = sink;
  }

  int resources() {
    return resources;
  }

  /** How many resources could not be read to their end. */
  int broken() {
    return resources - drafts.size() - others.values().stream().mapToInt(count -> count[0]).sum();
  }

  /** How many resources there are of the types that are not read. */
  TreeMap<String, Integer> otherTypes() {
    TreeMap<String, Integer> byType = new TreeMap<>();
    others.forEach((type, count) -> byType.put(type, count[0]));
    return byType;
  }

  void lines(byte[] bytes, int start, String file) {
    int line = 0;
    for (int from = start; from < bytes.length; line++) {
      int end = Bytes.lineEnd(bytes, from);
      if (!isBlank(bytes, from, end)) {
        document(new Slice(bytes, from, end, file, line));
      }
      from = end + 1;
    }
  }

  void document(Slice slice) {
    Cursor at = new Cursor(slice, sink);
    try (at.parser) {
      JsonToken token = at.parser.nextToken();
      while (token == JsonToken.START_OBJECT) {
        root(at);
        token = at.parser.nextToken();
      }
      if (token != null) {
        String what = token == JsonToken.START_ARRAY ? "a list" : "neither an object nor a list";
        at.complain(
            "PX-0405",
            "Here stands " + what + ", where a Bundle or a resource should.",
            token == JsonToken.START_ARRAY
                ? "Maybe make it a Bundle, or write one resource a line?"
                : null);
      }
    } catch (JacksonException e) {
      broken(at, slice, e);
    }
  }

  private void root(Cursor at) {
    Place start = at.place();
    String type = type(at);
    if (type == null) {
      resources++;
      at.skipWithComplaint(
          "PX-0411",
          "The object has no resourceType, so it is no FHIR resource.",
          start,
          "Maybe it is another kind of file, or a part of a Bundle?");
      return;
    }
    at.enter(type);
    resource(at, type, start);
  }

  /** At the start of an object: its type; then at its first property that is not the type. */
  private @Nullable String type(Cursor at) {
    long start = at.offset();
    if (at.parser.nextToken() != JsonToken.PROPERTY_NAME) {
      return null;
    }
    if (!at.parser.currentName().equals("resourceType")) {
      return at.ahead(start, "resourceType");
    }
    if (at.parser.nextToken() != JsonToken.VALUE_STRING) {
      at.parser.skipChildren();
      at.parser.nextToken();
      return null;
    }
    String type = at.parser.getString();
    at.parser.nextToken();
    return type;
  }

  private void resource(Cursor at, String type, Place start) {
    if (type.equals("Bundle")) {
      bundle(at);
      return;
    }
    resources++;
    Kind kind = Kind.of(type);
    if (kind == null) {
      others.computeIfAbsent(otherType(type), t -> new int[1])[0]++;
      at.skipRest();
      return;
    }
    if (drafts.size() == MOST) {
      if (!tooMany) {
        at.complain(
            "PX-0426",
            "The file holds more than " + MOST + " resources; what comes from here on is not read.",
            "Maybe it is about many people? Export one patient a file.");
      }
      tooMany = true;
      at.skipRest();
      return;
    }
    Draft draft = at.draft(kind, start);
    new ResourceReader(at, codes, questionnaire).read(draft);
    drafts.add(draft);
  }

  private String otherType(String type) {
    String brief = type.length() > LONGEST_TYPE ? type.substring(0, LONGEST_TYPE) + "…" : type;
    return others.containsKey(brief) || others.size() < MOST_TYPES ? brief : "other names";
  }

  private void bundle(Cursor at) {
    for (JsonToken token = at.parser.currentToken();
        token != JsonToken.END_OBJECT;
        token = at.parser.nextToken()) {
      boolean isEntry = at.parser.currentName().equals("entry");
      at.parser.nextToken();
      if (!isEntry) {
        at.parser.skipChildren();
      } else if (at.isArray()) {
        while (at.parser.nextToken() != JsonToken.END_ARRAY) {
          entry(at);
        }
      }
    }
  }

  private void entry(Cursor at) {
    if (!at.isObject()) {
      resources++;
      return;
    }
    long start = at.offset();
    int before = drafts.size();
    while (at.parser.nextToken() != JsonToken.END_OBJECT) {
      String name = at.parser.currentName();
      at.parser.nextToken();
      if (name.equals("resource")) {
        entryResource(at);
      } else {
        at.parser.skipChildren();
      }
    }
    // Only what others refer to needs its address, so only then it is looked up.
    if (drafts.size() == before + 1 && drafts.getLast().kind.isReferredTo()) {
      drafts.getLast().fullUrl = at.ahead(start, "fullUrl");
    }
  }

  private void entryResource(Cursor at) {
    if (!at.isObject()) {
      resources++;
      return;
    }
    Place start = at.place();
    String type = type(at);
    if (type == null) {
      resources++;
      at.skipWithComplaint(
          "PX-0411", "The resource has no resourceType.", start, "Maybe the export lost it?");
    } else {
      resource(at, type, start);
    }
  }

  private static boolean isBlank(byte[] bytes, int from, int end) {
    for (int i = from; i < end; i++) {
      if (!Bytes.isSpace(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private void broken(Cursor at, Slice slice, JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    Place place = location == null ? at.place() : at.place(location);
    String said = e.getOriginalMessage();
    String path = at.path();
    if (e instanceof UnexpectedEndOfInputException) {
      sink.error(
          "PX-0406",
          "The JSON ends in the middle, after " + (slice.to() - slice.from()) + " bytes.",
          path,
          place,
          "Maybe the file was cut short when it was copied or downloaded?");
    } else if (e instanceof StreamConstraintsException) {
      boolean deep = said.toLowerCase(Locale.ROOT).contains("nesting depth");
      sink.error(
          deep ? "PX-0408" : "PX-0409",
          deep
              ? "The JSON is nested more than " + Slice.DEEPEST + " deep."
              : "A text, name or number is too long: " + sentence(said),
          deep ? "" : path,
          place,
          deep ? "Maybe the file is damaged, or not FHIR?" : "Maybe the file is damaged?");
    } else if (said.contains("UTF-8")) {
      sink.error(
          "PX-0407",
          "A byte here is not UTF-8: " + sentence(said),
          path,
          place,
          "Maybe the file was saved in another encoding? Save it as UTF-8.");
    } else {
      sink.error(
          "PX-0405",
          "This is not JSON: " + sentence(said),
          path,
          place,
          "Maybe a comma, a quote or a bracket is missing just before?");
    }
  }

  private static String sentence(String said) {
    String line = said.lines().findFirst().orElse("").strip();
    String bounded = line.length() > 200 ? line.substring(0, 200) + "…" : line;
    return bounded.endsWith(".") ? bounded : bounded + ".";
  }
}
