package org.percuta.clinic.oidc;

/** The provider cannot be reached, or what it says cannot be used. */
final class ProviderSilent extends Exception {

  private static final long serialVersionUID = 1L;

  ProviderSilent(Throwable cause) {
    super(cause);
  }
}
