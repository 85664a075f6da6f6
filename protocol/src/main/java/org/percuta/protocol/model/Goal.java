package org.percuta.protocol.model;

/**
 * What is asked for.
 *
 * @param concern id of a bookable {@link Concern}
 * @param site id of a {@link Site}
 * @param setting where it would be done
 */
public record Goal(String concern, String site, Setting setting) {

  public static Goal inClinic(String concern, String site) {
    return new Goal(concern, site, Setting.CLINIC);
  }

  @Override
  public String toString() {
    return concern + "@" + site;
  }
}
