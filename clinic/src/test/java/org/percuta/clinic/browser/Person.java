package org.percuta.clinic.browser;

/**
 * Who sits before a browser.
 *
 * @param address of the application they look at
 * @param session the secret of their session; empty for nobody known
 */
record Person(String address, String session) {

  static Person stranger(String address) {
    return new Person(address, "");
  }
}
