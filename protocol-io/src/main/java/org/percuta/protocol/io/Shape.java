package org.percuta.protocol.io;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a record as a file sees it. Both the binder and the JSON Schema are made from it, so
 * they cannot disagree.
 */
record Shape(Class<?> type, Constructor<?> constructor, Map<String, Part> parts) {

  /**
   * One key of a map.
   *
   * @param required whether the key must be there: lists and booleans have a natural absence
   */
  record Part(String key, Type type, boolean required, RecordComponent component) {
    Class<?> raw() {
      return Shape.raw(type);
    }

    /** The type of a list's items. */
    Type item() {
      return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
  }

  private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

  static Shape of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, Shape::read);
  }

  private static Shape read(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Map<String, Part> parts = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      String key = Names.key(component.getName());
      Class<?> raw = component.getType();
      boolean required =
          !(isNullable(component.getAnnotatedType()) || raw == List.class || raw == boolean.class);
      parts.put(key, new Part(key, component.getGenericType(), required, component));
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return new Shape(type, type.getDeclaredConstructor(types), parts);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  /** The records a sealed type can be, by key. */
  static Map<String, Class<?>> variants(Class<?> sealed) {
    Map<String, Class<?>> variants = new LinkedHashMap<>();
    for (Class<?> variant : sealed.getPermittedSubclasses()) {
      variants.put(Names.key(variant.getSimpleName()), variant);
    }
    return variants;
  }

  /** The one part that may stand for the whole record, when exactly one is not optional. */
  @Nullable Part only() {
    List<Part> needed = new ArrayList<>(parts.values());
    if (needed.size() > 1) {
      needed.removeIf(part -> !part.required());
    }
    return needed.size() == 1 ? needed.getFirst() : null;
  }

  static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> c -> c;
      case ParameterizedType p -> (Class<?>) p.getRawType();
      default -> throw new IllegalStateException("No file shape for " + type);
    };
  }

  private static boolean isNullable(AnnotatedType type) {
    return Arrays.stream(type.getAnnotations()).anyMatch(a -> a instanceof Nullable);
  }
}
