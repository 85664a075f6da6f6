package org.percuta.protocol.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment counted from a session: fixed ({@code -7 d}), or as far from it as a house setting says
 * ({@code {sunscreen-first-use}}, before it {@code -{nsaid-before}}).
 *
 * @param of how far it is; absent while a setting is only named
 * @param setting id of the setting that it follows; absent when it is fixed
 * @param before whether the setting is counted back from the session
 */
public record Moment(@Nullable Offset of, @Nullable String setting, boolean before) {

  private static final Pattern NAMED = Pattern.compile("(-?)\\{([a-z0-9-]+)}");

  public static Moment of(Offset of) {
    return new Moment(of, null, false);
  }

  /**
   * @throws IllegalArgumentException when it is neither a time from the session nor a setting in
   *     braces
   */
  public static Moment parse(String text) {
    Matcher named = NAMED.matcher(text.strip());
    return named.matches()
        ? new Moment(null, named.group(2), named.group(1).equals("-"))
        : of(Offset.parse(text));
  }

  /** The moment under these settings; as it is when they do not hold its own as a time. */
  public Moment under(Map<String, HouseSetting> settings) {
    HouseSetting held = setting == null ? null : settings.get(setting);
    Offset.Unit unit = held == null ? null : Offset.Unit.findByUcum(held.unit()).orElse(null);
    if (held == null || unit == null) {
      return this;
    }
    int amount = (int) Math.ceil(held.value());
    return new Moment(new Offset(before ? -amount : amount, unit), setting, before);
  }

  public boolean isInForce() {
    return of != null;
  }

  /**
   * The day it falls on.
   *
   * @throws IllegalStateException when its setting is only named
   */
  public LocalDate from(LocalDate session) {
    return inForce().from(session);
  }

  /**
   * Hours from the session, for ordering only.
   *
   * @throws IllegalStateException when its setting is only named
   */
  public int hours() {
    return inForce().hours();
  }

  private Offset inForce() {
    if (of == null) {
      throw new IllegalStateException("No setting '" + setting + "' gives the time of " + this);
    }
    return of;
  }

  @Override
  public String toString() {
    return of != null ? of.toString() : (before ? "-{" : "{") + setting + "}";
  }
}
