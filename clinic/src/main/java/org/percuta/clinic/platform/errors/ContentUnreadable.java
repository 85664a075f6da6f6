package org.percuta.clinic.platform.errors;

/**
 * The clinical content that a clinic works by cannot be read by this version of the program. No
 * verdict is given then: one from other content would look like the clinic's own.
 */
public final class ContentUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param why what stands in the way, for the log and for the page about the upgrade
   */
  public ContentUnreadable(String why) {
    super(why);
  }
}
