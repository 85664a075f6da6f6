package org.percuta.protocol.io;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Meaning;
import org.percuta.protocol.model.Moment;
import org.percuta.protocol.model.Offset;
import org.percuta.quantity.Interval;

/**
 * A JSON Schema (2020-12) for each kind of knowledge file, made from the records that the files are
 * bound to. A schema is for editors and other programs; it is a little stricter than the reader,
 * which takes any single value for a text and an empty value for an absent one.
 */
public final class SchemaWriter {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final TreeMap<String, Object> definitions = new TreeMap<>();

  private SchemaWriter() {}

  /** The schemas as JSON text, by kind. */
  public static SequencedMap<String, String> schemas() {
    SequencedMap<String, String> schemas = new LinkedHashMap<>();
    KnowledgeReader.KINDS.forEach(
        (kind, type) -> schemas.put(kind, JsonText.of(new SchemaWriter().file(kind, type))));
    return schemas;
  }

  private Map<String, Object> file(String kind, Class<?> type) {
    Object items = schema(type);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("title", "Knowledge file of " + kind);
    schema.put("type", "object");
    schema.put("required", List.of(kind));
    schema.put("additionalProperties", false);
    schema.put("properties", Map.of(kind, array(items)));
    schema.put("$defs", definitions);
    return schema;
  }

  private Object schema(Type type) {
    Class<?> raw = Shape.raw(type);
    if (raw == List.class) {
      return array(schema(((ParameterizedType) type).getActualTypeArguments()[0]));
    }
    if (raw == Interval.class) {
      return pattern("^[0-9]{1,5} (d|wk|mo|a)$", "A length of time: 7 d, 4 wk, 6 mo, 1 a.");
    }
    if (raw == Offset.class) {
      return pattern("^-?[0-9]{1,4} (h|d|wk|mo)$", "A time from the session: -7 d, 48 h, 4 mo.");
    }
    if (raw == Moment.class) {
      return pattern(
          "^(-?[0-9]{1,4} (h|d|wk|mo)|-?\\{[a-z0-9-]+\\})$",
          "A time from the session: -7 d, 48 h, 4 mo; or the id of a house setting, {some-setting},"
              + " counted back with a minus sign.");
    }
    if (raw.isRecord() || raw.isSealed()) {
      return reference(raw);
    }
    if (raw.isEnum()) {
      return Map.of(
          "enum", Arrays.stream(raw.getEnumConstants()).map(c -> Names.key((Enum<?>) c)).toList());
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return Map.of("enum", List.of(true, false, "yes", "no"));
    }
    if (raw == int.class || raw == Integer.class) {
      return Map.of("type", "integer");
    }
    if (raw == double.class || raw == Double.class) {
      return Map.of("type", "number");
    }
    return Map.of("type", "string");
  }

  private Object reference(Class<?> type) {
    String name = Names.key(type.getSimpleName());
    if (!definitions.containsKey(name)) {
      // Put first: a condition holds conditions.
      definitions.put(name, Map.of());
      definitions.put(name, type.isSealed() ? variants(type) : record(type));
    }
    return Map.of("$ref", "#/$defs/" + name);
  }

  private Object record(Class<?> type) {
    Shape shape = Shape.of(type);
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Shape.Part part : shape.parts().values()) {
      properties.put(
          part.key(),
          described(schema(part.type()), part.component().getAnnotation(Meaning.class)));
      if (part.required()) {
        required.add(part.key());
      }
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", "object");
    map.put("required", required);
    map.put("additionalProperties", false);
    map.put("properties", properties);
    Shape.Part only = shape.only();
    Object whole = only == null ? map : Map.of("anyOf", List.of(map, schema(only.type())));
    return described(whole, type.getAnnotation(Meaning.class));
  }

  private Object variants(Class<?> sealed) {
    List<Object> variants = new ArrayList<>();
    Shape.variants(sealed)
        .forEach((key, variant) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("type", "object");
          one.put("required", List.of(key));
          one.put("additionalProperties", false);
          one.put("properties", Map.of(key, schema(variant)));
          variants.add(one);
        });
    return Map.of("oneOf", variants);
  }

  private static Map<String, Object> array(Object items) {
    Map<String, Object> array = new LinkedHashMap<>();
    array.put("type", "array");
    array.put("items", items);
    return array;
  }

  private static Map<String, Object> pattern(String pattern, String description) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", "string");
    text.put("pattern", pattern);
    text.put("description", description);
    return text;
  }

  private static Object described(Object schema, @Nullable Meaning meaning) {
    if (meaning == null || !(schema instanceof Map<?, ?> map)) {
      return schema;
    }
    Map<Object, Object> described = new LinkedHashMap<>(map);
    described.put("description", meaning.value());
    return described;
  }
}
