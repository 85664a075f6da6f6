package org.percuta.protocol.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a clinic's numbers where items of the knowledge name a house setting, and says which they
 * name. A name in braces that is no setting is left as it stands.
 */
public final class HouseNumbers {

  private static final Pattern NAMED = Pattern.compile("\\{([a-z0-9-]+)}");

  private final Map<String, HouseSetting> settings;

  HouseNumbers(Map<String, HouseSetting> settings) {
    this.settings = settings;
  }

  /**
   * A text of an item.
   *
   * @param part name of the item's component that holds it
   * @param mayName whether it may name settings
   */
  public record Text(String part, String text, boolean mayName) {

    /** Ids in braces, whether or not they are settings. */
    public Set<String> named() {
      Set<String> ids = new LinkedHashSet<>();
      Matcher names = NAMED.matcher(text);
      while (names.find()) {
        ids.add(names.group(1));
      }
      return ids;
    }
  }

  /** Every text of an item, also those in lists and in records of its own. */
  public static List<Text> texts(Record item) {
    List<Text> texts = new ArrayList<>();
    for (RecordComponent part : item.getClass().getRecordComponents()) {
      collect(part.getName(), mayName(part), read(part, item), texts);
    }
    return texts;
  }

  private static void collect(
      String part, boolean mayName, @Nullable Object value, List<Text> texts) {
    switch (value) {
      case String text -> texts.add(new Text(part, text, mayName));
      case List<?> list -> list.forEach(one -> collect(part, mayName, one, texts));
      case Limit limit ->
          texts(limit).forEach(text -> texts.add(new Text(part, text.text(), text.mayName())));
      case null, default -> {}
    }
  }

  /** Ids of the settings that an item's texts name or its moments follow. */
  public static Set<String> named(Record item) {
    Set<String> ids = new LinkedHashSet<>();
    texts(item).stream().filter(Text::mayName).forEach(text -> ids.addAll(text.named()));
    ids.addAll(followed(item));
    return ids;
  }

  /** Ids of the settings that an item's moments follow. */
  public static Set<String> followed(Record item) {
    Set<String> ids = new LinkedHashSet<>();
    for (RecordComponent part : item.getClass().getRecordComponents()) {
      if (read(part, item) instanceof Moment moment && moment.setting() != null) {
        ids.add(moment.setting());
      }
    }
    return ids;
  }

  <T extends Record> List<T> in(List<T> items) {
    return items.stream().map(this::in).toList();
  }

  <T extends Record> Map<String, T> in(Map<String, T> items) {
    Map<String, T> said = new LinkedHashMap<>();
    items.forEach((id, item) -> said.put(id, in(item)));
    return said;
  }

  /** The item as it is said here; the very same where it names nothing. */
  @SuppressWarnings("unchecked")
  private <T extends Record> T in(T item) {
    RecordComponent[] parts = item.getClass().getRecordComponents();
    @Nullable Object[] values = new Object[parts.length];
    boolean changed = false;
    for (int i = 0; i < parts.length; i++) {
      Object before = read(parts[i], item);
      values[i] = said(parts[i], before);
      changed |= values[i] != before;
    }
    if (!changed) {
      return item;
    }
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return (T) item.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(item.getClass() + " cannot be made anew", e);
    }
  }

  private @Nullable Object said(RecordComponent part, @Nullable Object value) {
    return switch (value) {
      case String text when mayName(part) -> say(text);
      case List<?> list when mayName(part) && list.stream().anyMatch(this::changes) ->
          list.stream().map(one -> one instanceof String text ? say(text) : one).toList();
      case Moment moment when moment.setting() != null -> moment.under(settings);
      case Limit limit -> in(limit);
      case null -> null;
      default -> value;
    };
  }

  private boolean changes(@Nullable Object one) {
    return one instanceof String text && text.indexOf('{') >= 0;
  }

  private String say(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    return NAMED
        .matcher(text)
        .replaceAll(name -> {
          HouseSetting setting = settings.get(name.group(1));
          return Matcher.quoteReplacement(setting == null ? name.group() : setting.inWords());
        });
  }

  private static boolean mayName(RecordComponent part) {
    return part.isAnnotationPresent(NamesSettings.class);
  }

  private static @Nullable Object read(RecordComponent part, Record item) {
    try {
      return part.getAccessor().invoke(item);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
